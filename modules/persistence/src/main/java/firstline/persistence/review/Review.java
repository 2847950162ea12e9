package firstline.persistence.review;

import firstline.persistence.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The life of one review. Submitted with the hash of what will go out and everybody who wrote it;
 * approved in one to three steps by people who are pairwise distinct and none of the writers, each
 * for exactly that hash; or returned by one of them with a reason; or void as soon as the text is
 * edited. In the emergency lane all approvals but the last let it out (one at least), and the last
 * is due within 24 hours on a clock that everybody sees; given back then, it can no longer go out,
 * and what is out already is the module's matter.
 *
 * <p>No rule depends on who holds which right: that is the use case's matter.
 */
public final class Review {
  /** The emergency lane's time for the step that is missing. */
  public static final Duration AFTERWARDS = Duration.ofHours(24);

  /** Which way it goes. */
  public enum Lane {
    NORMAL,
    EMERGENCY
  }

  /** Where it stands. */
  public enum State {
    /** Waits for approvals; in the emergency lane it may be out already. */
    OPEN,
    /** Every step is done. */
    APPROVED,
    /** Given back with a reason; a new submission is a new review. */
    RETURNED,
    /** The text was edited after submission. */
    VOID
  }

  /** What a reviewer decided. */
  public enum Verdict {
    APPROVED,
    RETURNED
  }

  /** Who reviews. */
  public record Reviewer(UUID id, String name, String department) {}

  /** One decision: by whom, on which hash, when, and why if it was given back. */
  public record Decision(
      Reviewer reviewer, String hash, Verdict verdict, String reason, Instant at) {}

  private final UUID id;
  private final String hash;
  private final Lane lane;
  private final int steps;
  private final Set<UUID> authors;
  private final Instant submittedAt;
  private final List<Decision> decisions;
  private State state;
  private @Nullable Instant approvedAt;
  private @Nullable Instant dueAt;

  private Review(
      UUID id,
      String hash,
      Lane lane,
      int steps,
      Set<UUID> authors,
      Instant submittedAt,
      State state,
      @Nullable Instant approvedAt,
      @Nullable Instant dueAt,
      List<Decision> decisions) {
    this.id = id;
    this.hash = hash;
    this.lane = lane;
    this.steps = steps;
    this.authors = Set.copyOf(authors);
    this.submittedAt = submittedAt;
    this.state = state;
    this.approvedAt = approvedAt;
    this.dueAt = dueAt;
    this.decisions = new ArrayList<>(decisions);
  }

  /**
   * Begins a review.
   *
   * @param hash SHA-256 in hexadecimal of what will go out
   * @param steps approvals needed, 1 to 3; the emergency lane asks for at least 2 in the end
   * @param authors everybody who wrote or edited the text; not empty
   */
  public static Review submit(
      UUID id, String hash, Lane lane, int steps, Set<UUID> authors, Instant now) {
    if (authors.isEmpty() || steps < 1 || steps > 3) {
      throw new IllegalArgumentException("a review has authors and one to three steps");
    }
    var needed = lane == Lane.EMERGENCY ? Math.max(2, steps) : steps;
    return new Review(id, hash, lane, needed, authors, now, State.OPEN, null, null, List.of());
  }

  /** As it was stored. */
  static Review stored(
      UUID id,
      String hash,
      Lane lane,
      int steps,
      Set<UUID> authors,
      Instant submittedAt,
      State state,
      @Nullable Instant approvedAt,
      @Nullable Instant dueAt,
      List<Decision> decisions) {
    return new Review(
        id, hash, lane, steps, authors, submittedAt, state, approvedAt, dueAt, decisions);
  }

  /** Approves what the reviewer read. */
  public void approve(Reviewer reviewer, String readHash, Instant now) {
    requireReviewer(reviewer, readHash);
    decisions.add(new Decision(reviewer, readHash, Verdict.APPROVED, "", now));
    if (decisions.size() == steps) {
      state = State.APPROVED;
      approvedAt = now;
    } else if (dueAt == null && decisions.size() >= approvalsToGoOut()) {
      dueAt = now.plus(AFTERWARDS);
    }
  }

  /** Approvals after which it may go out: in the emergency lane the last one may follow. */
  public int approvalsToGoOut() {
    return lane == Lane.EMERGENCY ? Math.max(1, steps - 1) : steps;
  }

  /** True once it has the approvals that its lane asks, and nobody gave it back. */
  public boolean isPublishable() {
    return state == State.APPROVED || (state == State.OPEN && dueAt != null);
  }

  /** Gives it back with a reason. */
  public void giveBack(Reviewer reviewer, String readHash, String reason, Instant now) {
    requireReviewer(reviewer, readHash);
    if (reason.isBlank()) {
      throw new Refusal("review.reason-missing");
    }
    decisions.add(new Decision(reviewer, readHash, Verdict.RETURNED, reason.strip(), now));
    state = State.RETURNED;
  }

  /** The text was edited: whatever was decided holds for another text. */
  public void edited() {
    if (state == State.OPEN || state == State.APPROVED) {
      state = State.VOID;
    }
  }

  /** Refuses to let anything out but the reviewed text, after the approvals that its lane asks. */
  public void requirePublishable(String outgoingHash) {
    if (!hash.equals(outgoingHash)) {
      throw new Refusal("review.not-the-reviewed-text");
    }
    if (!isPublishable()) {
      throw new Refusal("review.not-approved");
    }
  }

  private void requireReviewer(Reviewer reviewer, String readHash) {
    if (state != State.OPEN) {
      throw new Refusal("review.already-decided");
    }
    if (!hash.equals(readHash)) {
      throw new Refusal("review.not-the-reviewed-text");
    }
    if (authors.contains(reviewer.id())) {
      throw new Refusal("review.own-work");
    }
    if (decisions.stream().anyMatch(decision -> decision.reviewer().id().equals(reviewer.id()))) {
      throw new Refusal("review.same-person-twice");
    }
  }

  public UUID id() {
    return id;
  }

  public String hash() {
    return hash;
  }

  public Lane lane() {
    return lane;
  }

  /** Approvals needed in all. */
  public int steps() {
    return steps;
  }

  public Set<UUID> authors() {
    return new HashSet<>(authors);
  }

  public Instant submittedAt() {
    return submittedAt;
  }

  public State state() {
    return state;
  }

  /** When the last step was done; written once. */
  public @Nullable Instant approvedAt() {
    return approvedAt;
  }

  /** Emergency lane: until when the last step is due; written once. */
  public @Nullable Instant dueAt() {
    return dueAt;
  }

  public List<Decision> decisions() {
    return List.copyOf(decisions);
  }
}
