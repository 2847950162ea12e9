package firstline.persistence.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A review as the component {@code fl:review} shows it, whatever is reviewed.
 *
 * @param wording which wording this is, in words
 * @param hash SHA-256 of what would go out, in hex
 * @param laneWhy why it goes the emergency lane; empty in the normal lane
 * @param steps each approval that is needed, in order; empty before submission
 * @param waiting who may give the next one, in words; empty if nobody is waited for
 * @param clock of the emergency lane; null without one that runs
 * @param returnedWhy the last reviewer's reason; null if it was not given back
 * @param since when the reviewer at the desk last looked; null: changes are against what is public
 * @param changes since then
 * @param own true while it waits for a review that the officer at the desk may not give, having
 *     written it or decided already
 */
public record ReviewPanel(
    String wording,
    String writers,
    Instant writtenAt,
    @Nullable Instant submittedAt,
    String hash,
    String laneWhy,
    List<Step> steps,
    String waiting,
    @Nullable Countdown clock,
    @Nullable String returnedWhy,
    @Nullable Instant since,
    List<Change> changes,
    boolean own) {

  /** A field that changed; its name in words. */
  public record Change(String field, List<Difference.Piece> pieces) {}

  /** Where a step stands. Words: {@code review.step.<name>}. */
  public enum State {
    DONE,
    RETURNED,
    WAITING,
    AHEAD
  }

  /** One step; without a reviewer while nobody has decided. */
  public record Step(int number, State state, Review.@Nullable Decision decision) {}

  /**
   * How long the last review may still take.
   *
   * @param isOver true once it is late
   * @param hours left, or since then
   */
  public record Countdown(Instant dueAt, boolean isOver, long hours, int minutes) {
    private static final int LONG = 72;

    /** True once it is so late that hours say nothing. */
    public boolean isLong() {
      return isOver && hours >= LONG;
    }

    public long days() {
      return hours / 24;
    }

    static Countdown of(Instant dueAt, Instant now) {
      var time = Duration.between(now, dueAt);
      return new Countdown(
          dueAt, time.isNegative(), time.abs().toHours(), time.abs().toMinutesPart());
    }
  }

  /** The steps of a review: those decided, the one that is waited for, those ahead. */
  public static List<Step> steps(Review review) {
    var steps = new ArrayList<Step>();
    for (var decision : review.decisions()) {
      var state = decision.verdict() == Review.Verdict.APPROVED ? State.DONE : State.RETURNED;
      steps.add(new Step(steps.size() + 1, state, decision));
    }
    while (review.state() == Review.State.OPEN && steps.size() < review.steps()) {
      var next = steps.size() == review.decisions().size();
      steps.add(new Step(steps.size() + 1, next ? State.WAITING : State.AHEAD, null));
    }
    return steps;
  }

  /** The clock that runs: the text may be out, and one approval is missing. */
  public static @Nullable Countdown clock(Review review, Instant now) {
    var dueAt = review.dueAt();
    return dueAt == null || review.state() != Review.State.OPEN ? null : Countdown.of(dueAt, now);
  }
}
