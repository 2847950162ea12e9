package firstline.rumour.rumour;

import static firstline.rumour.rumour.RumourState.ARCHIVED;
import static firstline.rumour.rumour.RumourState.CLOSED_SILENT;
import static firstline.rumour.rumour.RumourState.ESCALATED;
import static firstline.rumour.rumour.RumourState.HANDED_OVER;
import static firstline.rumour.rumour.RumourState.MERGED;
import static firstline.rumour.rumour.RumourState.OPEN;
import static firstline.rumour.rumour.RumourState.REBUTTED;
import static firstline.rumour.rumour.RumourState.REBUTTING;
import static firstline.rumour.rumour.RumourState.RESURFACED;
import static firstline.rumour.rumour.RumourState.UNDER_REVIEW;
import static firstline.rumour.rumour.RumourState.VERDICT_CONFIRMED;
import static firstline.rumour.rumour.RumourState.VERDICT_PROPOSED;
import static firstline.rumour.rumour.RumourState.VERIFYING;
import static firstline.rumour.rumour.RumourState.WAITING_INFO;

import firstline.persistence.aggregate.Aggregate;
import firstline.persistence.aggregate.OptionalId;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.rumour.rumour.RumourStep.Verb;
import firstline.rumour.text.PlainText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What goes round, under one number, from the first report to the answer and after it.
 *
 * <p>An owner verifies it by a deadline and proposes a verdict, which another person confirms; then
 * it is answered, or closed in silence by two people. Its clocks (first report, opened, taken up,
 * first public) are written once; the deadline is a plan and may move.
 */
@Entity
@Table(name = "rumour")
public class Rumour extends Aggregate {
  /** Longest working title, in UTF-16 units. */
  public static final int TITLE = 200;

  private static final int REASON = 1_000;

  @Column(name = "department_id")
  private UUID departmentId;

  @Column(name = "department_name")
  private String departmentName;

  private String number;
  private String title;
  private String topic = "";

  @Enumerated(EnumType.STRING)
  private RumourState state = OPEN;

  private int harm;
  private int spread;
  private int urgency;

  @Convert(converter = OptionalId.class)
  @Column(name = "owner_id")
  private @Nullable UUID ownerId;

  @Column(name = "owner_name")
  private @Nullable String ownerName;

  @Enumerated(EnumType.STRING)
  private @Nullable Verdict verdict;

  @Column(name = "verdict_reason")
  private String verdictReason = "";

  @Convert(converter = OptionalId.class)
  @Column(name = "proposed_by")
  private @Nullable UUID proposedBy;

  @Column(name = "proposer_name")
  private @Nullable String proposerName;

  @Convert(converter = OptionalId.class)
  @Column(name = "confirmed_by")
  private @Nullable UUID confirmedBy;

  @Column(name = "confirmer_name")
  private @Nullable String confirmerName;

  @Convert(converter = OptionalId.class)
  @Column(name = "closing_by")
  private @Nullable UUID closingBy;

  @Column(name = "closed_why")
  private @Nullable String closedWhy;

  @Convert(converter = OptionalId.class)
  @Column(name = "merged_into")
  private @Nullable UUID mergedInto;

  private boolean imported;
  private int detached;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "escalated_at")
  private @Nullable Instant escalatedAt;

  @Column(name = "received_at")
  private @Nullable Instant receivedAt;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "verifying_at")
  private @Nullable Instant verifyingAt;

  @Column(name = "proposed_at")
  private @Nullable Instant proposedAt;

  @Column(name = "confirmed_at")
  private @Nullable Instant confirmedAt;

  @Column(name = "first_public_at")
  private @Nullable Instant firstPublicAt;

  @Column(name = "resurfaced_at")
  private @Nullable Instant resurfacedAt;

  @Transient private final List<RumourStep> steps = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected Rumour() {}

  private Rumour(String areaCode, String number, String title, Actor actor, Instant now) {
    super(areaCode);
    this.number = number;
    this.title = shortened(title);
    this.departmentId = actor.departmentId();
    this.departmentName = actor.departmentName();
    this.openedAt = now;
    this.changedAt = now;
    write(Triage.UNSEEN);
    if (this.title.isEmpty()) {
      throw new Refusal("rumour.title");
    }
  }

  /**
   * Opened for a first claim.
   *
   * @param receivedAt when that claim was received
   */
  public static Rumour open(
      String areaCode,
      String number,
      String title,
      Instant receivedAt,
      Targets targets,
      Actor officer,
      Instant now) {
    var rumour = new Rumour(areaCode, number, title, officer, now);
    rumour.receivedAt = receivedAt;
    rumour.dueAt = receivedAt.plus(Triage.UNSEEN.target(targets));
    rumour.step(OPEN, Verb.OPENED, officer, now, "");
    return rumour;
  }

  /** What an earlier system has answered: no clock of it runs here. */
  public static Rumour imported(
      String areaCode, String number, String title, Verdict verdict, Actor importer, Instant now) {
    var rumour = new Rumour(areaCode, number, title, importer, now);
    rumour.imported = true;
    rumour.verdict = verdict;
    rumour.step(REBUTTED, Verb.IMPORTED, importer, now, "");
    return rumour;
  }

  /** How pressing it is; the deadline follows, counted from the first report. */
  public void triage(Triage triage, String about, Targets targets, Actor officer, Instant now) {
    require(RumourState.UNANSWERED.contains(state));
    write(triage);
    topic = PlainText.line(about);
    dueAt = Objects.requireNonNullElse(receivedAt, openedAt).plus(triage.target(targets));
    step(state, Verb.TRIAGED, officer, now, "");
  }

  /** The officer owns it from now on and verifies it, by the deadline if one is named. */
  public void takeUp(@Nullable Instant deadline, Actor officer, Instant now) {
    require(RumourState.EARLY.contains(state));
    if (deadline != null && !deadline.isAfter(now)) {
      throw new Refusal("rumour.deadline");
    }
    ownerId = officer.id();
    ownerName = officer.name();
    departmentId = officer.departmentId();
    departmentName = officer.departmentName();
    dueAt = deadline == null ? dueAt : deadline;
    verifyingAt = verifyingAt == null ? now : verifyingAt;
    closingBy = null;
    step(VERIFYING, Verb.TAKEN_UP, officer, now, "");
  }

  /** Somebody else has been asked and has to answer first. */
  public void ask(String whom, Actor officer, Instant now) {
    require(state == VERIFYING);
    step(WAITING_INFO, Verb.ASKED, officer, now, reason(whom));
  }

  /** The answer is there. */
  public void resume(Actor officer, Instant now) {
    require(state == WAITING_INFO);
    step(VERIFYING, Verb.RESUMED, officer, now, "");
  }

  /** Another area's matter, or another department's. */
  public void handOver(
      String toAreaCode, UUID toDepartment, String toName, String why, Actor officer, Instant now) {
    require(RumourState.EARLY.contains(state));
    if (toAreaCode.equals(areaCode()) && toDepartment.equals(departmentId)) {
      throw new Refusal("rumour.hand-over-to-itself");
    }
    var reason = reason(why);
    var verb = state == HANDED_OVER ? Verb.SENT_BACK : Verb.HANDED_OVER;
    move(toAreaCode);
    departmentId = toDepartment;
    departmentName = toName;
    ownerId = null;
    ownerName = null;
    closingBy = null;
    step(HANDED_OVER, verb, officer, now, reason);
  }

  /** Evidence came or went: the verdict, if one is proposed, must be proposed anew. */
  void evidenceChanged(Verb verb, String what, Actor officer, Instant now) {
    require(RumourState.UNANSWERED.contains(state) || state == UNDER_REVIEW);
    var to = state == VERDICT_PROPOSED ? VERIFYING : state;
    step(to, verb, officer, now, what);
  }

  /**
   * A verdict, with what the evidence makes of it.
   *
   * @throws Refusal {@code rumour.evidence} if it is not enough
   */
  @Requirement("R9.6")
  public void propose(
      Verdict proposed, String why, List<Evidence> evidence, Actor officer, Instant now) {
    require(state == VERIFYING || state == WAITING_INFO || state == UNDER_REVIEW);
    EvidenceRule.requireEnough(proposed, evidence);
    verdictReason = reason(why);
    verdict = proposed;
    proposedBy = officer.id();
    proposerName = officer.name();
    proposedAt = now;
    confirmedBy = null;
    confirmerName = null;
    confirmedAt = null;
    step(VERDICT_PROPOSED, Verb.VERDICT_PROPOSED, officer, now, verdictReason);
  }

  /** The second person: not who proposed it. */
  @Requirement("R9.7")
  public void confirm(List<Evidence> evidence, boolean drafted, Actor officer, Instant now) {
    require(state == VERDICT_PROPOSED);
    requireOther(proposedBy, officer);
    var confirmed = Objects.requireNonNull(verdict);
    EvidenceRule.requireEnough(confirmed, evidence);
    confirmedBy = officer.id();
    confirmerName = officer.name();
    confirmedAt = now;
    var to = confirmed == Verdict.TRUE ? ESCALATED : VERDICT_CONFIRMED;
    step(to, Verb.VERDICT_CONFIRMED, officer, now, "");
    if (drafted) {
      rebutting(officer, now);
    }
  }

  /** Not convinced. */
  public void returnVerdict(String why, Actor officer, Instant now) {
    require(state == VERDICT_PROPOSED);
    requireOther(proposedBy, officer);
    step(VERIFYING, Verb.VERDICT_RETURNED, officer, now, reason(why));
  }

  /** Answering would spread it: one person says so. */
  public void proposeClosing(String why, Actor officer, Instant now) {
    require(RumourState.EARLY.contains(state));
    closedWhy = reason(why);
    closingBy = officer.id();
    step(state, Verb.CLOSING_PROPOSED, officer, now, closedWhy);
  }

  /** Another person agrees, and nothing more is done. */
  @Requirement("R9.8")
  public void confirmClosing(Actor officer, Instant now) {
    require(RumourState.EARLY.contains(state) && closingBy != null);
    requireOther(closingBy, officer);
    step(CLOSED_SILENT, Verb.CLOSED_SILENT, officer, now, Objects.requireNonNull(closedWhy));
  }

  /** Another person does not agree. */
  public void dropClosing(String why, Actor officer, Instant now) {
    require(closingBy != null && !state.closed());
    var reason = reason(why);
    closingBy = null;
    closedWhy = null;
    step(state, Verb.CLOSING_DROPPED, officer, now, reason);
  }

  /** The same as another one, which goes on. */
  public void mergeInto(Rumour other, Actor officer, Instant now) {
    require(RumourState.EARLY.contains(state));
    if (other.id().equals(id()) || other.state.closed()) {
      throw new Refusal("rumour.merge-target");
    }
    mergedInto = other.id();
    step(MERGED, Verb.MERGED, officer, now, other.number);
    other.step(other.state, Verb.MERGED_IN, officer, now, number);
  }

  /** A rebuttal is being written. Before the verdict is confirmed this changes nothing. */
  public void rebutting(Actor writer, Instant now) {
    if (state == VERDICT_CONFIRMED || state == ESCALATED) {
      step(REBUTTING, Verb.REBUTTING, writer, now, "");
    }
  }

  /**
   * Refuses a rebuttal whose verdict two people have not confirmed.
   *
   * @throws Refusal {@code rumour.verdict-not-confirmed} or {@code rumour.other-verdict}
   */
  @Requirement("R9.7")
  public void requireConfirmed(Verdict of) {
    if (imported) {
      return;
    }
    if (confirmedBy == null) {
      throw new Refusal("rumour.verdict-not-confirmed");
    }
    if (of != verdict) {
      throw new Refusal("rumour.other-verdict", Objects.requireNonNull(verdict).name());
    }
  }

  /**
   * A channel has carried the answer to the public. Only the first receipt sets the clock; whatever
   * comes later finds it answered.
   *
   * @param actor null if the server saw it itself
   */
  @Requirement("R9.9")
  public void answered(@Nullable Actor actor, Instant now) {
    if (state == REBUTTED || state == RESURFACED || state == ARCHIVED) {
      return;
    }
    require(state == REBUTTING || state == UNDER_REVIEW);
    if (firstPublicAt == null && !imported) {
      firstPublicAt = now;
    }
    step(REBUTTED, Verb.REBUTTED, actor, now, "");
  }

  /** It goes round again: so many claims since the answer. */
  public void resurface(int claims, Instant now) {
    if (state == REBUTTED || state == ARCHIVED) {
      resurfacedAt = now;
      step(RESURFACED, Verb.RESURFACED, null, now, Integer.toString(claims));
    }
  }

  /** Somebody has seen that it goes round again and has done what there was to do. */
  public void acknowledge(String done, Actor officer, Instant now) {
    require(state == RESURFACED);
    step(REBUTTED, Verb.ACKNOWLEDGED, officer, now, reason(done));
  }

  /** Its answer is looked at again: a correction, an appeal, a withdrawal. */
  public void review(String why, Actor officer, Instant now) {
    require(Set.of(REBUTTED, RESURFACED, ARCHIVED, UNDER_REVIEW).contains(state));
    if (state != UNDER_REVIEW) {
      step(UNDER_REVIEW, Verb.UNDER_REVIEW, officer, now, reason(why));
    }
  }

  /** The answer stands after all. */
  public void upheld(String why, Actor officer, Instant now) {
    require(state == UNDER_REVIEW);
    step(REBUTTED, Verb.ACKNOWLEDGED, officer, now, reason(why));
  }

  /** It was withdrawn or closed, and is verified anew. */
  public void reopen(String why, Actor officer, Instant now) {
    require(state == CLOSED_SILENT || state == UNDER_REVIEW || state == ESCALATED);
    var reason = reason(why);
    closingBy = null;
    closedWhy = null;
    ownerId = officer.id();
    ownerName = officer.name();
    verifyingAt = verifyingAt == null ? now : verifyingAt;
    step(VERIFYING, Verb.REOPENED, officer, now, reason);
  }

  /** Nothing more to be expected. */
  public void archive(Actor officer, Instant now) {
    require(state == REBUTTED || state == ESCALATED);
    step(ARCHIVED, Verb.ARCHIVED, officer, now, "");
  }

  /** Nothing was done for too long. */
  public void layIdle(Instant now) {
    var since = changedAt;
    step(state, Verb.LAY_IDLE, null, now, "");
    changedAt = since;
    escalatedAt = now;
  }

  /** A claim was taken out again: it had been joined wrongly. */
  public void detached() {
    detached++;
  }

  private void write(Triage triage) {
    harm = triage.harm();
    spread = triage.spread();
    urgency = triage.urgency();
  }

  private void step(RumourState to, Verb verb, @Nullable Actor actor, Instant now, String reason) {
    state = to;
    changedAt = now;
    escalatedAt = null;
    steps.add(new RumourStep(verb, to, actor, now, reason));
  }

  private void require(boolean rule) {
    if (!rule) {
      throw new Refusal("rumour.not-now", state.name());
    }
  }

  private static void requireOther(@Nullable UUID first, Actor second) {
    if (second.id().equals(first)) {
      throw new Refusal("rumour.second-person");
    }
  }

  private static String reason(String raw) {
    var reason = PlainText.lines(raw);
    if (reason.isEmpty() || reason.length() > REASON) {
      throw new Refusal("rumour.reason", REASON);
    }
    return reason;
  }

  private static String shortened(String raw) {
    var line = PlainText.line(raw);
    if (line.length() <= TITLE) {
      return line;
    }
    var end = Character.isHighSurrogate(line.charAt(TITLE - 2)) ? TITLE - 2 : TITLE - 1;
    return line.substring(0, end) + "…";
  }

  /** Steps taken since it was read; for the repository, which writes them down. */
  List<RumourStep> takeSteps() {
    var taken = List.copyOf(steps);
    steps.clear();
    return taken;
  }

  public String number() {
    return number;
  }

  public String title() {
    return title;
  }

  public RumourState state() {
    return state;
  }

  public UUID departmentId() {
    return departmentId;
  }

  public @Nullable Verdict verdict() {
    return verdict;
  }

  public boolean isImported() {
    return imported;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public @Nullable Instant dueAt() {
    return dueAt;
  }

  public @Nullable Instant receivedAt() {
    return receivedAt;
  }

  public @Nullable Instant verifyingAt() {
    return verifyingAt;
  }

  public @Nullable Instant firstPublicAt() {
    return firstPublicAt;
  }

  public @Nullable UUID proposedBy() {
    return proposedBy;
  }

  public @Nullable UUID confirmedBy() {
    return confirmedBy;
  }

  public int wrongJoins() {
    return detached;
  }
}
