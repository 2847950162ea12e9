package firstline.rumour.release;

import static firstline.rumour.release.ReleaseState.CANCELLED;
import static firstline.rumour.release.ReleaseState.CONFIRMED;
import static firstline.rumour.release.ReleaseState.CORRECTED;
import static firstline.rumour.release.ReleaseState.CORRECTION_DUE;
import static firstline.rumour.release.ReleaseState.FAILED;
import static firstline.rumour.release.ReleaseState.QUEUED;
import static firstline.rumour.release.ReleaseState.SENT;
import static firstline.rumour.release.ReleaseState.TAKEN_DOWN;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.text.PlainText;
import firstline.rumour.release.ReleaseStep.Verb;
import firstline.rumour.rumour.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version on its way to one channel.
 *
 * <p>QUEUED → SENT → CONFIRMED by a receipt. When the text is no longer right: CORRECTION_DUE,
 * until somebody has seen the correction there (CORRECTED) or nothing there (TAKEN_DOWN). What
 * never left may be CANCELLED; what FAILED may be tried again. Its clocks are written once:
 * ordered, sent, confirmed, due for correction, closed.
 */
public final class Release {
  private static final int REASON = 1_000;

  /**
   * What was ordered; never changes.
   *
   * @param dueAt not to leave the house before
   */
  public record Order(
      UUID id, ApprovedText text, Channel channel, Instant dueAt, Actor by, Instant at) {}

  private final Order order;
  private final long version;
  private ReleaseState state = QUEUED;
  private int attempts;
  private @Nullable Instant nextAt;
  private String reason = "";
  private boolean withdrawal;
  private @Nullable Instant sentAt;
  private @Nullable Receipt receipt;
  private String operator = "";
  private @Nullable Instant confirmedAt;
  private @Nullable Instant dueForCorrectionAt;
  private @Nullable Receipt closing;
  private @Nullable Instant closedAt;
  private boolean changed;
  private final List<ReleaseStep> steps = new ArrayList<>();

  private Release(Order order, long version) {
    this.order = order;
    this.version = version;
  }

  /** Ordered now, to leave when it is due. The page on the web leads: the others follow it. */
  static Release order(Order order) {
    var release = new Release(order, 0);
    release.nextAt = order.channel() == Channel.WEB ? order.dueAt() : null;
    release.step(QUEUED, Verb.ORDERED, order.by(), order.at(), "");
    return release;
  }

  static Release stored(Order order, long version, Standing standing) {
    var release = new Release(order, version);
    release.state = standing.state();
    release.attempts = standing.attempts();
    release.nextAt = standing.nextAt();
    release.reason = standing.reason();
    release.withdrawal = standing.withdrawal();
    release.sentAt = standing.sentAt();
    release.receipt = standing.receipt();
    release.operator = standing.operator();
    release.confirmedAt = standing.confirmedAt();
    release.dueForCorrectionAt = standing.dueForCorrectionAt();
    release.closing = standing.closing();
    release.closedAt = standing.closedAt();
    return release;
  }

  Standing standing() {
    return new Standing(
        state,
        attempts,
        nextAt,
        reason,
        withdrawal,
        sentAt,
        receipt,
        operator,
        confirmedAt,
        dueForCorrectionAt,
        closing,
        closedAt);
  }

  /** It leaves the house. */
  void send(@Nullable Actor actor, Instant now) {
    require(isWaiting());
    if (now.isBefore(order.dueAt())) {
      throw new Refusal("release.not-due");
    }
    sentAt = now;
    reason = "";
    nextAt = channel().automatic() ? now : null;
    step(SENT, Verb.SENT, actor, now, "");
  }

  /** It has been seen there. */
  @Requirement("R3.8")
  void confirm(Receipt seen, @Nullable Actor actor, Instant now) {
    require(state == SENT || (state == FAILED && sentAt != null));
    seen.requireProof(channel(), now);
    receipt = seen;
    operator = actor == null ? "" : actor.name();
    confirmedAt = now;
    nextAt = null;
    reason = "";
    step(CONFIRMED, Verb.CONFIRMED, actor, now, seen.note());
  }

  /**
   * It did not go, or was not seen there.
   *
   * @param again when the server tries again; null if a person has to
   */
  @Requirement("R3.9")
  void fail(String why, @Nullable Instant again, @Nullable Actor actor, Instant now) {
    require(state == QUEUED || state == SENT || state == FAILED);
    attempts++;
    nextAt = again;
    reason = said(why);
    step(FAILED, Verb.FAILED, actor, now, reason);
  }

  /** A person has it tried again. */
  @Requirement("R3.9")
  void retry(Actor actor, Instant now) {
    require(state == FAILED);
    attempts = 0;
    reason = "";
    nextAt = channel() == Channel.WEB || (sentAt != null && channel().automatic()) ? now : null;
    step(sentAt == null ? QUEUED : SENT, Verb.RETRIED, actor, now, "");
  }

  /**
   * Its text is replaced by another, or withdrawn. What never left is cancelled; what may stand
   * there is to be followed until it is corrected or gone.
   */
  void recall(boolean withdrawn, @Nullable Actor actor, Instant now) {
    if (state.closed()) {
      return;
    }
    if (sentAt == null) {
      cancel(withdrawn ? "WITHDRAWN" : "REPLACED", actor, now);
      return;
    }
    if (state == CORRECTION_DUE && withdrawal == withdrawn) {
      return;
    }
    dueForCorrectionAt = dueForCorrectionAt == null ? now : dueForCorrectionAt;
    withdrawal = withdrawn;
    attempts = 0;
    reason = "";
    // A correction of the server's own channels is seen with the new version's release.
    nextAt = withdrawn && channel().automatic() ? now : null;
    step(CORRECTION_DUE, withdrawn ? Verb.WITHDRAWN : Verb.OUTDATED, actor, now, "");
  }

  /** The correction, or the notice of the withdrawal, has been seen there. */
  @Requirement("R3.11")
  void corrected(Receipt seen, @Nullable Actor actor, Instant now) {
    require(state == CORRECTION_DUE);
    seen.requireProof(channel(), now);
    close(CORRECTED, Verb.CORRECTED, seen, actor, now);
  }

  /** It is no longer there. */
  @Requirement("R3.11")
  void takenDown(Receipt seen, @Nullable Actor actor, Instant now) {
    require(state == CORRECTION_DUE);
    seen.requireWord(now);
    close(TAKEN_DOWN, Verb.TAKEN_DOWN, seen, actor, now);
  }

  private void close(ReleaseState to, Verb verb, Receipt seen, @Nullable Actor actor, Instant now) {
    closing = seen;
    closedAt = now;
    nextAt = null;
    reason = "";
    step(to, verb, actor, now, seen.note());
  }

  /** The server looked and still saw the old text: no transition, but a reason to look again. */
  void stillDue(String why, Instant again) {
    require(state == CORRECTION_DUE);
    attempts++;
    reason = why;
    nextAt = again;
    changed = true;
  }

  /** It never left and will not. */
  void cancel(String why, @Nullable Actor actor, Instant now) {
    require(isWaiting());
    reason = said(why);
    nextAt = null;
    step(CANCELLED, Verb.CANCELLED, actor, now, reason);
  }

  /** True while it has not left the house but may. */
  boolean isWaiting() {
    return sentAt == null && (state == QUEUED || state == FAILED);
  }

  /** True while its text may stand somewhere and is what the public should read there. */
  boolean isOut() {
    return sentAt != null && (state == SENT || state == CONFIRMED || state == FAILED);
  }

  private void step(ReleaseState to, Verb verb, @Nullable Actor actor, Instant now, String said) {
    state = to;
    changed = true;
    steps.add(new ReleaseStep(verb, to, actor, now, said));
  }

  private void require(boolean rule) {
    if (!rule) {
      throw new Refusal("release.not-now", state.name());
    }
  }

  private static String said(String raw) {
    var reason = PlainText.lines(raw);
    if (reason.isEmpty() || reason.length() > REASON) {
      throw new Refusal("rumour.reason", REASON);
    }
    return reason;
  }

  /** True if it is no longer as it was read. */
  boolean isChanged() {
    return changed;
  }

  /** Steps taken since it was read; for the repository, which writes them down. */
  List<ReleaseStep> takeSteps() {
    var taken = List.copyOf(steps);
    steps.clear();
    return taken;
  }

  public Order order() {
    return order;
  }

  public UUID id() {
    return order.id();
  }

  public Channel channel() {
    return order.channel();
  }

  public int ordinal() {
    return order.text().ordinal();
  }

  public String hash() {
    return order.text().hash();
  }

  public ReleaseState state() {
    return state;
  }

  /** 0 before it is first written. */
  long version() {
    return version;
  }

  int attempts() {
    return attempts;
  }

  boolean isWithdrawal() {
    return withdrawal;
  }

  @Nullable Instant nextAt() {
    return nextAt;
  }

  @Nullable Instant sentAt() {
    return sentAt;
  }

  @Nullable Instant confirmedAt() {
    return confirmedAt;
  }
}
