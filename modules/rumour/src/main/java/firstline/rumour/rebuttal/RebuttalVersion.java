package firstline.rumour.rebuttal;

import firstline.persistence.aggregate.OptionalId;
import firstline.persistence.database.Ids;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.review.Review;
import firstline.persistence.text.PlainText;
import firstline.persistence.time.Clocks;
import firstline.rumour.rebuttal.Step.Verb;
import firstline.rumour.rumour.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One wording of a rebuttal. While it is open its writers change it; what its reviewers decide
 * stands in the kernel's {@link Review}, which it follows; once published it stays as it was,
 * superseded by the next.
 */
@Entity
@Table(name = "rebuttal_version")
public class RebuttalVersion {
  private static final int NOTE = 500;
  private static final int LANE_WHY = 500;

  @Id private UUID id = Ids.next();

  @ManyToOne
  @JoinColumn(name = "rebuttal_id", nullable = false)
  private Rebuttal rebuttal;

  private int ordinal;

  @Enumerated(EnumType.STRING)
  private VersionKind kind;

  private String note;
  @Embedded private Wording wording;

  @Enumerated(EnumType.STRING)
  private VersionState state = VersionState.DRAFT;

  /** Ids of everybody who wrote in it, blank between them. */
  private String writers = "";

  @Column(name = "writer_names")
  private String writerNames = "";

  @Column(name = "content_hash")
  private String contentHash;

  @Column(name = "written_at")
  private Instant writtenAt;

  @Column(name = "submitted_at")
  private @Nullable Instant submittedAt;

  @Column(name = "emergency_why")
  private String emergencyWhy = "";

  /** Ids of everybody who decided since it was last submitted. */
  private String reviewers = "";

  @Column(name = "returned_why")
  private @Nullable String returnedWhy;

  @Column(name = "approved_at")
  private @Nullable Instant approvedAt;

  @Convert(converter = OptionalId.class)
  @Column(name = "approved_by")
  private @Nullable UUID approvedBy;

  @Column(name = "approver_name")
  private @Nullable String approverName;

  @Column(name = "approved_hash")
  private @Nullable String approvedHash;

  /** Emergency lane: until when the last review is due. */
  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  /** When the last review was done. */
  @Column(name = "completed_at")
  private @Nullable Instant completedAt;

  @Column(name = "objected_at")
  private @Nullable Instant objectedAt;

  @Column(name = "objector_name")
  private @Nullable String objectorName;

  private @Nullable String objection;

  @Column(name = "published_at")
  private @Nullable Instant publishedAt;

  @SuppressWarnings("NullAway.Init")
  protected RebuttalVersion() {}

  RebuttalVersion(
      Rebuttal rebuttal, int ordinal, VersionKind kind, String note, Content content, Instant now) {
    this.rebuttal = rebuttal;
    this.ordinal = ordinal;
    this.kind = kind;
    this.note = PlainText.line(note);
    this.wording = new Wording(content);
    this.writtenAt = now;
    this.contentHash = hash(content);
    if (kind != VersionKind.ORIGINAL && (this.note.isEmpty() || this.note.length() > NOTE)) {
      throw new Refusal("rebuttal.note", NOTE);
    }
  }

  void write(Content content, Actor writer, Instant now) {
    require(state.open(), "rebuttal.closed");
    wording = new Wording(content);
    contentHash = hash(content);
    state = VersionState.DRAFT;
    notApproved();
    writtenBy(writer, now);
  }

  void writtenBy(Actor writer, Instant now) {
    writtenAt = now;
    if (!isWriter(writer.id())) {
      writers = (writers + ' ' + writer.id()).strip();
      writerNames = writerNames.isEmpty() ? writer.name() : writerNames + '、' + writer.name();
    }
  }

  /** What it begins with is the work of whoever wrote the earlier version. */
  void inherit(RebuttalVersion earlier) {
    writers = earlier.writers;
    writerNames = earlier.writerNames;
  }

  void submit(Review.Lane lane, String why, Instant now) {
    require(state == VersionState.DRAFT || state == VersionState.RETURNED, "rebuttal.not-draft");
    var reason = lane == Review.Lane.EMERGENCY ? PlainText.lines(why) : "";
    if (lane == Review.Lane.EMERGENCY && (reason.isEmpty() || reason.length() > LANE_WHY)) {
      throw new Refusal("rebuttal.emergency-why", LANE_WHY);
    }
    content().requireFit(LocalDate.ofInstant(now, Clocks.ZONE));
    notApproved();
    emergencyWhy = reason;
    state = VersionState.REVIEW_1;
    submittedAt = now;
  }

  /** Follows what a reviewer has just decided, and says what that was for the text. */
  Verb follow(Review review, Actor reviewer, Instant now) {
    require(contentHash.equals(review.hash()), "review.not-the-reviewed-text");
    require(awaitsReview(), "rebuttal.not-in-review");
    var decision = review.decisions().get(review.decisions().size() - 1);
    reviewers = (reviewers + ' ' + decision.reviewer().id()).strip();
    if (decision.verdict() == Review.Verdict.RETURNED) {
      return returned(decision.reason(), reviewer, now);
    }
    approverName = approverName == null ? reviewer.name() : approverName + '、' + reviewer.name();
    if (state.inReview() && review.isPublishable()) {
      state = VersionState.APPROVED;
      approvedAt = now;
      approvedBy = reviewer.id();
      approvedHash = review.hash();
      dueAt = review.dueAt();
    } else if (state.inReview()) {
      state = VersionState.review(review.decisions().size() + 1);
    }
    completedAt = review.state() == Review.State.APPROVED ? now : null;
    return Verb.APPROVED;
  }

  private Verb returned(String reason, Actor reviewer, Instant now) {
    if (state == VersionState.PUBLISHED) {
      objectedAt = now;
      objectorName = reviewer.name();
      objection = reason;
      return Verb.OBJECTED;
    }
    notApproved();
    state = VersionState.RETURNED;
    returnedWhy = reason;
    return Verb.RETURNED;
  }

  private void notApproved() {
    emergencyWhy = "";
    reviewers = "";
    approvedAt = null;
    approvedBy = null;
    approverName = null;
    approvedHash = null;
    dueAt = null;
    completedAt = null;
  }

  /** True while somebody is to review it: before it goes out, or after it in the emergency lane. */
  boolean awaitsReview() {
    return state.inReview()
        || ((state == VersionState.APPROVED || state == VersionState.PUBLISHED)
            && dueAt != null
            && completedAt == null
            && objectedAt == null);
  }

  void publish(Instant now) {
    require(state == VersionState.APPROVED, "rebuttal.not-approved");
    // What goes out is what was read: recomputed here, not remembered.
    require(outgoingHash().equals(approvedHash), "review.not-the-reviewed-text");
    require(Arrays.stream(reviewers.split(" ")).noneMatch(this::isWriter), "review.own-work");
    state = VersionState.PUBLISHED;
    publishedAt = now;
  }

  /** Taken back before any channel has carried it. */
  void revoke() {
    require(
        state == VersionState.APPROVED || state == VersionState.PUBLISHED, "rebuttal.not-approved");
    state = VersionState.REVOKED;
  }

  /** What it was superseded by was revoked. */
  void reinstate() {
    state = VersionState.PUBLISHED;
  }

  /** Shown without review or clock: the word of an earlier system. */
  void adopt() {
    content().requireComplete();
    state = VersionState.PUBLISHED;
  }

  void supersede() {
    state = VersionState.SUPERSEDED;
  }

  void withdraw() {
    state = VersionState.WITHDRAWN;
  }

  boolean isWriter(UUID officer) {
    return isWriter(officer.toString());
  }

  private boolean isWriter(String officer) {
    return Arrays.asList(writers.split(" ")).contains(officer);
  }

  /** The hash of what would go out now: recomputed, not remembered. */
  String outgoingHash() {
    return hash(content());
  }

  private String hash(Content content) {
    return ContentHash.of(rebuttal.number(), ordinal, kind, note, content);
  }

  private static void require(boolean rule, String code) {
    if (!rule) {
      throw new Refusal(code);
    }
  }

  public UUID id() {
    return id;
  }

  public int ordinal() {
    return ordinal;
  }

  public VersionKind kind() {
    return kind;
  }

  public String note() {
    return note;
  }

  public Content content() {
    return wording.content();
  }

  public VersionState state() {
    return state;
  }

  public String contentHash() {
    return contentHash;
  }

  public List<UUID> writers() {
    return ids(writers);
  }

  /** Everybody who decided since it was last submitted. */
  public List<UUID> reviewers() {
    return ids(reviewers);
  }

  private static List<UUID> ids(String written) {
    return written.isEmpty()
        ? List.of()
        : Arrays.stream(written.split(" ")).map(UUID::fromString).toList();
  }

  public @Nullable UUID approvedBy() {
    return approvedBy;
  }

  public @Nullable String approvedHash() {
    return approvedHash;
  }

  /** Emergency lane: until when the last review is due. */
  public @Nullable Instant dueAt() {
    return dueAt;
  }

  /** The last reviewer's word against what was public already. */
  public @Nullable String objection() {
    return objection;
  }

  public @Nullable Instant publishedAt() {
    return publishedAt;
  }
}
