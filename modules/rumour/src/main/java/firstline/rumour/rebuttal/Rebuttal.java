package firstline.rumour.rebuttal;

import firstline.persistence.aggregate.Aggregate;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Review;
import firstline.persistence.text.PlainText;
import firstline.rumour.rebuttal.Step.Verb;
import firstline.rumour.rumour.Actor;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a rumour, under one number for ever.
 *
 * <p>Its newest version is worked on: DRAFT → REVIEW_1 to REVIEW_3 → RETURNED or APPROVED →
 * PUBLISHED. A correction starts a new version while the published one stays public. REVOKED takes
 * the newest one back before any channel has carried it; the next edit begins another. WITHDRAWN
 * ends it: the notice stays. The instant of the first publication is a fact: written once.
 */
@Entity
@Table(name = "rebuttal")
public class Rebuttal extends Aggregate {
  private static final int NOTICE = 1_000;

  private String number;

  @Column(name = "rumour_id")
  private UUID rumourId;

  @Column(name = "department_id")
  private UUID departmentId;

  @Column(name = "department_name")
  private String departmentName;

  /** State of the newest version. */
  @Enumerated(EnumType.STRING)
  private VersionState state = VersionState.DRAFT;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "first_public_at", updatable = true)
  private @Nullable Instant firstPublicAt;

  @Column(name = "public_ordinal")
  private @Nullable Integer publicOrdinal;

  @Column(name = "public_at")
  private @Nullable Instant publicAt;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @Column(name = "withdrawal_notice")
  private @Nullable String withdrawalNotice;

  private @Nullable String origin;

  @Column(name = "external_id")
  private @Nullable String externalId;

  @OneToMany(mappedBy = "rebuttal", cascade = CascadeType.ALL)
  @OrderBy("ordinal")
  private List<RebuttalVersion> versions = new ArrayList<>();

  @Transient private final List<Step> steps = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected Rebuttal() {}

  private Rebuttal(String areaCode, UUID rumourId, String number, Actor actor, Instant now) {
    super(areaCode);
    this.rumourId = rumourId;
    this.number = number;
    this.departmentId = actor.departmentId();
    this.departmentName = actor.departmentName();
    this.createdAt = now;
    this.createdBy = actor.id();
    this.changedAt = now;
  }

  /** A first draft of the answer to the rumour. */
  public static Rebuttal draft(
      String areaCode, UUID rumourId, String number, Content content, Actor writer, Instant now) {
    var rebuttal = new Rebuttal(areaCode, rumourId, number, writer, now);
    var first = rebuttal.add(VersionKind.ORIGINAL, "", content, now);
    first.writtenBy(writer, now);
    rebuttal.step(Verb.DRAFTED, writer, now, "");
    return rebuttal;
  }

  /**
   * The word of an earlier system: public at once, under its origin's mark, never reviewed or timed
   * here.
   *
   * @param publishedAt the origin's own word for when it was published
   */
  public static Rebuttal imported(
      String areaCode,
      UUID rumourId,
      String number,
      Origin origin,
      Content content,
      Actor importer,
      Instant now) {
    var rebuttal = new Rebuttal(areaCode, rumourId, number, importer, now);
    rebuttal.origin = origin.system();
    rebuttal.externalId = origin.externalId();
    rebuttal.adopt(VersionKind.ORIGINAL, "", origin, content, importer, now);
    return rebuttal;
  }

  /** The earlier system has another word now. */
  public void importAgain(Origin from, String note, Content content, Actor importer, Instant now) {
    require(origin != null, "rebuttal.not-imported");
    require(state == VersionState.PUBLISHED, "rebuttal.closed");
    newest().supersede();
    adopt(VersionKind.FACT, note, from, content, importer, now);
  }

  private void adopt(
      VersionKind kind, String note, Origin from, Content content, Actor importer, Instant now) {
    var version = add(kind, note, content, now);
    version.adopt();
    state = VersionState.PUBLISHED;
    publicOrdinal = version.ordinal();
    publicAt = publicOrdinal == 1 ? from.publishedAt() : now;
    step(Verb.IMPORTED, importer, now, from.system());
  }

  /** Another wording of the open version; voids whatever review there was. */
  public void edit(Content content, Actor writer, Instant now) {
    var before = newest();
    if (before.state() == VersionState.REVOKED && withdrawnAt == null) {
      add(before.kind(), before.note(), content, now).inherit(before);
    }
    newest().write(content, writer, now);
    step(Verb.EDITED, writer, now, "");
  }

  /**
   * Hands the open version to the reviewers.
   *
   * @param why the reason for the emergency lane
   */
  public void submit(Review.Lane lane, String why, Actor writer, Instant now) {
    newest().submit(lane, why, now);
    step(Verb.SUBMITTED, writer, now, PlainText.lines(why));
  }

  /**
   * Follows what a reviewer has just decided: approved, returned, or objected to what is public.
   */
  @Requirement({"R2.6", "R2.7", "R2.8"})
  public void follow(Review review, Actor reviewer, Instant now) {
    var reviewed = withHash(review.hash());
    var verb = reviewed.follow(review, reviewer, now);
    var reason = verb == Verb.APPROVED ? "" : PlainText.lines(lastReason(review));
    step(reviewed, verb, reviewer, now, reason);
  }

  private static String lastReason(Review review) {
    return review.decisions().get(review.decisions().size() - 1).reason();
  }

  /** The version with the hash that awaits a review; the newest if there is none such. */
  RebuttalVersion withHash(String hash) {
    return versions.stream()
        .filter(version -> version.awaitsReview() && version.contentHash().equals(hash))
        .findFirst()
        .orElse(newest());
  }

  /** Makes the approved version the public one. */
  public void publish(Actor publisher, Instant now) {
    var next = newest();
    next.publish(now);
    versions.stream()
        .filter(version -> version != next && version.state() == VersionState.PUBLISHED)
        .forEach(RebuttalVersion::supersede);
    publicOrdinal = next.ordinal();
    publicAt = now;
    if (firstPublicAt == null && origin == null) {
      firstPublicAt = now;
    }
    var first = next.kind() == VersionKind.ORIGINAL;
    step(first ? Verb.PUBLISHED : Verb.CORRECTED, publisher, now, next.note());
  }

  /**
   * Takes the newest version back before any channel has carried it; the caller has looked. What
   * was public before it is public again.
   */
  @Requirement("R2.9")
  public void revoke(String reason, Actor officer, Instant now) {
    require(withdrawnAt == null, "rebuttal.not-approved");
    var why = PlainText.lines(reason);
    require(!why.isEmpty() && why.length() <= NOTICE, "rebuttal.reason");
    var revoked = newest();
    revoked.revoke();
    if (Objects.equals(publicOrdinal, revoked.ordinal())) {
      var before =
          versions.stream()
              .filter(version -> version.state() == VersionState.SUPERSEDED)
              .reduce((earlier, later) -> later);
      before.ifPresent(RebuttalVersion::reinstate);
      publicOrdinal = before.map(RebuttalVersion::ordinal).orElse(null);
      publicAt = before.isPresent() ? now : null;
    }
    step(Verb.REVOKED, officer, now, why);
  }

  /** Starts a correction; the public text stays until the correction is published. */
  public void correct(VersionKind kind, String note, Actor writer, Instant now) {
    require(state == VersionState.PUBLISHED, "rebuttal.not-published");
    require(kind != VersionKind.ORIGINAL, "rebuttal.kind");
    var before = newest();
    var correction = add(kind, note, before.content(), now);
    correction.inherit(before);
    correction.writtenBy(writer, now);
    step(Verb.CORRECTING, writer, now, correction.note());
  }

  /** Takes it back, with a notice that stays. An unfinished correction ends with it. */
  public void withdraw(String notice, Actor officer, Instant now) {
    require(publicOrdinal != null && withdrawnAt == null, "rebuttal.not-published");
    var why = PlainText.lines(notice);
    require(!why.isEmpty() && why.length() <= NOTICE, "rebuttal.notice");
    versions.stream()
        .filter(version -> version.state() != VersionState.SUPERSEDED)
        .filter(version -> version.state() != VersionState.REVOKED)
        .forEach(RebuttalVersion::withdraw);
    withdrawnAt = now;
    withdrawalNotice = why;
    publicAt = now;
    step(Verb.WITHDRAWN, officer, now, why);
  }

  private RebuttalVersion add(VersionKind kind, String note, Content content, Instant now) {
    var version = new RebuttalVersion(this, versions.size() + 1, kind, note, content, now);
    versions.add(version);
    return version;
  }

  private void step(Verb verb, Actor actor, Instant now, String reason) {
    step(newest(), verb, actor, now, reason);
  }

  private void step(RebuttalVersion of, Verb verb, Actor actor, Instant now, String reason) {
    state = withdrawnAt == null ? newest().state() : VersionState.WITHDRAWN;
    changedAt = now;
    steps.add(new Step(of.ordinal(), verb, actor, now, reason));
  }

  private static void require(boolean rule, String code) {
    if (!rule) {
      throw new Refusal(code);
    }
  }

  /** Steps taken since it was read; for the repository, which writes them down. */
  List<Step> takeSteps() {
    var taken = List.copyOf(steps);
    steps.clear();
    return taken;
  }

  public RebuttalVersion newest() {
    return versions.get(versions.size() - 1);
  }

  public List<RebuttalVersion> versions() {
    return List.copyOf(versions);
  }

  public String number() {
    return number;
  }

  public UUID rumourId() {
    return rumourId;
  }

  public VersionState state() {
    return state;
  }

  public boolean isPublic() {
    return publicOrdinal != null && withdrawnAt == null;
  }

  /** True if the public may hold it in memory: it is public, or was and was revoked. */
  boolean hasBeenPublic() {
    return publicOrdinal != null || firstPublicAt != null;
  }

  /** True if the last reviewer of the emergency lane is against what is public. */
  public boolean isObjected() {
    return versions.stream()
        .anyMatch(
            version -> version.state() == VersionState.PUBLISHED && version.objection() != null);
  }

  public @Nullable Integer publicOrdinal() {
    return publicOrdinal;
  }

  public @Nullable Instant firstPublicAt() {
    return firstPublicAt;
  }

  public @Nullable Instant withdrawnAt() {
    return withdrawnAt;
  }

  public boolean isImported() {
    return origin != null;
  }
}
