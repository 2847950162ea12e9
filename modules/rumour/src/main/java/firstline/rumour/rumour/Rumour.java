package firstline.rumour.rumour;

import static firstline.rumour.rumour.RumourState.*;

import firstline.persistence.aggregate.OptionalId;
import firstline.persistence.file.KeepFile;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.text.PlainText;
import firstline.rumour.rumour.RumourStep.Verb;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
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
public class Rumour extends Dossier {
  private String topic = "";

  private int harm;
  private int spread;
  private int urgency;

  @Embedded private Custody custody;
  @Embedded private Milestones clocks;
  @Embedded private Finding finding = new Finding();

  @OneToMany(mappedBy = "rumour", cascade = CascadeType.ALL)
  @OrderBy("addedAt")
  private List<Evidence> evidence = new ArrayList<>();

  @Convert(converter = OptionalId.class)
  @Column(name = "closing_by")
  private @Nullable UUID closingBy;

  @Column(name = "closed_why")
  private @Nullable String closedWhy;

  @Convert(converter = OptionalId.class)
  @Column(name = "merged_into")
  private @Nullable UUID mergedInto;

  private boolean imported;

  /** Claims that were joined to it wrongly. */
  private int detached;

  @Column(name = "resurfaced_at")
  private @Nullable Instant resurfacedAt;

  @SuppressWarnings("NullAway.Init")
  protected Rumour() {}

  private Rumour(
      String areaCode,
      String number,
      String title,
      @Nullable Instant receivedAt,
      Actor actor,
      Instant now) {
    super(areaCode, number, title, now);
    this.custody = new Custody(actor);
    this.clocks = new Milestones(receivedAt, now);
    write(Triage.UNSEEN);
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
    var rumour = new Rumour(areaCode, number, title, receivedAt, officer, now);
    rumour.custody.due(receivedAt.plus(Triage.UNSEEN.target(targets)));
    rumour.step(OPEN, Verb.OPENED, officer, now, "");
    return rumour;
  }

  /** What an earlier system has answered: no clock of it runs here. */
  public static Rumour imported(
      String areaCode, String number, String title, Verdict verdict, Actor importer, Instant now) {
    var rumour = new Rumour(areaCode, number, title, null, importer, now);
    rumour.imported = true;
    rumour.finding.adopt(verdict);
    rumour.step(REBUTTED, Verb.IMPORTED, importer, now, "");
    return rumour;
  }

  /** How pressing it is; the deadline follows, counted from the first report. */
  public void triage(Triage triage, String about, Targets targets, Actor officer, Instant now) {
    require(RumourState.UNANSWERED.contains(state()));
    write(triage);
    topic = PlainText.line(about);
    custody.due(clocks.begun().plus(triage.target(targets)));
    step(state(), Verb.TRIAGED, officer, now, "");
  }

  /** The officer owns it from now on and verifies it, by the deadline if one is named. */
  public void takeUp(@Nullable Instant deadline, Actor officer, Instant now) {
    require(RumourState.EARLY.contains(state()));
    if (deadline != null && !deadline.isAfter(now)) {
      throw new Refusal("rumour.deadline");
    }
    custody.takenBy(officer);
    if (deadline != null) {
      custody.due(deadline);
    }
    clocks.takenUp(now);
    closingBy = null;
    step(VERIFYING, Verb.TAKEN_UP, officer, now, "");
  }

  /** Somebody else has been asked and has to answer first. */
  public void ask(String whom, Actor officer, Instant now) {
    require(state() == VERIFYING);
    step(WAITING_INFO, Verb.ASKED, officer, now, Reason.of(whom));
  }

  /** The answer is there. */
  public void resume(Actor officer, Instant now) {
    require(state() == WAITING_INFO);
    step(VERIFYING, Verb.RESUMED, officer, now, "");
  }

  /** Another area's matter, or another department's. */
  public void handOver(
      String toAreaCode, UUID toDepartment, String toName, String why, Actor officer, Instant now) {
    require(RumourState.EARLY.contains(state()));
    if (toAreaCode.equals(areaCode()) && custody.isAt(toDepartment)) {
      throw new Refusal("rumour.hand-over-to-itself");
    }
    var reason = Reason.of(why);
    var verb = state() == HANDED_OVER ? Verb.SENT_BACK : Verb.HANDED_OVER;
    move(toAreaCode);
    custody.handedTo(toDepartment, toName);
    closingBy = null;
    step(HANDED_OVER, verb, officer, now, reason);
  }

  /**
   * Puts evidence on record; a verdict that was proposed without it must be proposed anew.
   *
   * @param file what came with it, or null
   */
  public void add(
      Evidence.Content content, KeepFile.@Nullable Kept file, Actor officer, Instant now) {
    requireEvidenceTaken();
    evidence.add(new Evidence(this, content, file, officer, now));
    step(unproposed(), Verb.EVIDENCE_ADDED, officer, now, content.source().name());
  }

  /** It does not hold; it stays on the record. */
  public void withdrawEvidence(UUID id, String why, Actor officer, Instant now) {
    requireEvidenceTaken();
    var gone =
        evidence.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    gone.withdraw(why, now);
    step(unproposed(), Verb.EVIDENCE_WITHDRAWN, officer, now, gone.organisation());
  }

  private void requireEvidenceTaken() {
    require(RumourState.UNANSWERED.contains(state()) || state() == UNDER_REVIEW);
  }

  private RumourState unproposed() {
    return state() == VERDICT_PROPOSED ? VERIFYING : state();
  }

  /**
   * A verdict on the evidence.
   *
   * @throws Refusal {@code rumour.evidence} if it is not enough
   */
  public void propose(Verdict proposed, String why, Actor officer, Instant now) {
    require(state() == VERIFYING || state() == WAITING_INFO || state() == UNDER_REVIEW);
    finding.propose(proposed, Reason.of(why), evidence, officer, now);
    step(VERDICT_PROPOSED, Verb.VERDICT_PROPOSED, officer, now, Reason.of(why));
  }

  /**
   * The second person: not who proposed it.
   *
   * @param drafted true if its rebuttal is being written already
   */
  public void confirm(boolean drafted, Actor officer, Instant now) {
    require(state() == VERDICT_PROPOSED);
    var confirmed = finding.confirm(evidence, officer, now);
    var to = confirmed == Verdict.TRUE ? ESCALATED : VERDICT_CONFIRMED;
    step(to, Verb.VERDICT_CONFIRMED, officer, now, "");
    if (drafted) {
      rebutting(officer, now);
    }
  }

  /** Not convinced. */
  public void returnVerdict(String why, Actor officer, Instant now) {
    require(state() == VERDICT_PROPOSED);
    finding.requireOther(officer);
    step(VERIFYING, Verb.VERDICT_RETURNED, officer, now, Reason.of(why));
  }

  /** Answering would spread it: one person says so. */
  public void proposeClosing(String why, Actor officer, Instant now) {
    require(RumourState.EARLY.contains(state()));
    closedWhy = Reason.of(why);
    closingBy = officer.id();
    step(state(), Verb.CLOSING_PROPOSED, officer, now, closedWhy);
  }

  /** Another person agrees, and nothing more is done. */
  @Requirement("R9.8")
  public void confirmClosing(Actor officer, Instant now) {
    require(RumourState.EARLY.contains(state()) && closingBy != null);
    if (officer.id().equals(closingBy)) {
      throw new Refusal("rumour.second-person");
    }
    step(CLOSED_SILENT, Verb.CLOSED_SILENT, officer, now, Objects.requireNonNull(closedWhy));
  }

  /** Another person does not agree. */
  public void dropClosing(String why, Actor officer, Instant now) {
    require(closingBy != null && !state().closed());
    var reason = Reason.of(why);
    closingBy = null;
    closedWhy = null;
    step(state(), Verb.CLOSING_DROPPED, officer, now, reason);
  }

  /** The same as another one, which goes on. */
  public void mergeInto(Rumour other, Actor officer, Instant now) {
    require(RumourState.EARLY.contains(state()));
    if (other.id().equals(id()) || other.state().closed()) {
      throw new Refusal("rumour.merge-target");
    }
    mergedInto = other.id();
    step(MERGED, Verb.MERGED, officer, now, other.number());
    other.step(other.state(), Verb.MERGED_IN, officer, now, number());
  }

  /** A rebuttal is being written. Before the verdict is confirmed this changes nothing. */
  public void rebutting(Actor writer, Instant now) {
    if (state() == VERDICT_CONFIRMED || state() == ESCALATED) {
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
    if (!imported) {
      finding.requireConfirmed(of);
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
    if (state() == REBUTTED || state() == RESURFACED || state() == ARCHIVED) {
      return;
    }
    require(state() == REBUTTING || state() == UNDER_REVIEW);
    if (!imported) {
      clocks.firstPublic(now);
    }
    step(REBUTTED, Verb.REBUTTED, actor, now, "");
  }

  /** It goes round again: so many claims since the answer. */
  public void resurface(int claims, Instant now) {
    if (state() == REBUTTED || state() == ARCHIVED) {
      resurfacedAt = now;
      step(RESURFACED, Verb.RESURFACED, null, now, Integer.toString(claims));
    }
  }

  /** Somebody has seen that it goes round again and has done what there was to do. */
  public void acknowledge(String done, Actor officer, Instant now) {
    require(state() == RESURFACED);
    step(REBUTTED, Verb.ACKNOWLEDGED, officer, now, Reason.of(done));
  }

  /** Its answer is looked at again: a correction, an appeal, a withdrawal. */
  public void review(String why, Actor officer, Instant now) {
    require(Set.of(REBUTTED, RESURFACED, ARCHIVED, UNDER_REVIEW).contains(state()));
    if (state() != UNDER_REVIEW) {
      step(UNDER_REVIEW, Verb.UNDER_REVIEW, officer, now, Reason.of(why));
    }
  }

  /** The answer stands after all. */
  public void upheld(String why, Actor officer, Instant now) {
    require(state() == UNDER_REVIEW);
    step(REBUTTED, Verb.ACKNOWLEDGED, officer, now, Reason.of(why));
  }

  /** It was withdrawn or closed, and is verified anew. */
  public void reopen(String why, Actor officer, Instant now) {
    require(state() == CLOSED_SILENT || state() == UNDER_REVIEW || state() == ESCALATED);
    var reason = Reason.of(why);
    closingBy = null;
    closedWhy = null;
    custody.takenBy(officer);
    clocks.takenUp(now);
    step(VERIFYING, Verb.REOPENED, officer, now, reason);
  }

  /** Nothing more to be expected. */
  public void archive(Actor officer, Instant now) {
    require(state() == REBUTTED || state() == ESCALATED);
    step(ARCHIVED, Verb.ARCHIVED, officer, now, "");
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

  public @Nullable Verdict verdict() {
    return finding.verdict();
  }

  public boolean isImported() {
    return imported;
  }

  public @Nullable Instant dueAt() {
    return custody.dueAt();
  }

  public @Nullable Instant receivedAt() {
    return clocks.receivedAt();
  }

  public @Nullable Instant verifyingAt() {
    return clocks.verifyingAt();
  }

  public @Nullable Instant firstPublicAt() {
    return clocks.firstPublicAt();
  }

  @Nullable UUID proposedBy() {
    return finding.proposedBy();
  }

  @Nullable UUID confirmedBy() {
    return finding.confirmedBy();
  }
}
