package firstline.broadcast.calendar;

import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Preemption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One play that an area hears, or would hear once its schedule is approved.
 *
 * @param state of the schedule
 * @param whole how long it sounds if nothing disturbs it
 * @param over when its slot ends
 * @param latest when it may begin at the latest
 * @param rank the order of right, the lower the stronger; of an approved schedule
 * @param mine true if the officer may open the schedule
 */
public record Airing(
    UUID schedule,
    String number,
    String title,
    Kind kind,
    int level,
    String state,
    String text,
    Instant start,
    Duration whole,
    Instant over,
    Instant latest,
    Preemption preemption,
    long rank,
    boolean mine) {

  /** True if it is sure to be on the air: a draft is not. */
  public boolean approved() {
    return state.equals("APPROVED") || state.equals("WITHDRAWN");
  }

  /** True for what keeps quiet windows and the budget: everything but emergencies and live. */
  public boolean isRoutine() {
    return kind == Kind.ROUTINE || kind == Kind.DRILL;
  }

  /** When it is over if nothing disturbs it, at the end of its slot at the latest. */
  public Instant ends() {
    var ends = start.plus(whole);
    return ends.isBefore(over) ? ends : over;
  }
}
