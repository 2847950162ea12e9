package firstline.broadcast.calendar;

import firstline.broadcast.programme.Preemption;
import firstline.broadcast.programme.Rank;
import firstline.broadcast.quiet.Span;
import firstline.persistence.requirement.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plays of one place in the order in which a speaker that misses nothing sounds them: who waits
 * for whom, who is interrupted, who is not heard (PROTOCOL.md, 2). A dry run: nothing sounds.
 */
final class DayOrder {
  /** What becomes of a play. */
  enum End {
    /** At its time and in whole. */
    WHOLE,
    /** In whole, but later. */
    LATER,
    /** In parts, with something stronger between them. */
    PAUSED,
    /** Begun and not ended. */
    CUT,
    /** Not at all. */
    SKIPPED,
    /** Not at all, since it would break a quiet window. */
    QUIET,
    /** Not at all, since the minutes of the day are used up. */
    OVER_BUDGET
  }

  /** A time at which it sounds. */
  record Sounding(Instant from, Instant until) {}

  /**
   * A play and what becomes of it.
   *
   * @param soundings none if it is skipped
   * @param by number of the schedule to which it gave way; empty if to none
   */
  record Step(Airing airing, End end, List<Sounding> soundings, String by) {}

  private static final class Turn {
    final Airing airing;
    final List<Span> windows;
    final long right;
    final List<Sounding> soundings = new ArrayList<>();
    Duration rest;
    String by = "";
    boolean quiet;

    Turn(Airing airing, List<Span> windows) {
      this.airing = airing;
      this.windows = airing.isRoutine() ? windows : List.of();
      this.right = Rank.at(airing.rank(), airing.start());
      this.rest = airing.whole();
    }

    boolean begun() {
      return !soundings.isEmpty();
    }

    /** True if it may sound at the instant: begin in time, or go on within its slot. */
    boolean may(Instant at) {
      var fits = !at.plus(rest).isAfter(airing.over());
      if (!at.isBefore(airing.over()) || breaksQuiet(at)) {
        return false;
      }
      return begun()
          ? airing.preemption() == Preemption.RESUME || fits
          : !at.isAfter(airing.latest()) && (airing.preemption() != Preemption.SHIFT || fits);
    }

    /**
     * True if it would sound in a window if it began or went on at the instant. What waits would
     * have begun at any moment since its start, and was skipped when the first of them broke one.
     */
    boolean breaksQuiet(Instant at) {
      return Span.anyMeets(
          windows, (begun() ? at : airing.start()).toEpochMilli(), stops(at).toEpochMilli());
    }

    /** It is over without having sounded, or sounds no more. */
    void end(Instant now) {
      quiet = !begun() && breaksQuiet(now.isBefore(airing.latest()) ? now : airing.latest());
    }

    Instant stops(Instant from) {
      var ends = from.plus(rest);
      return ends.isBefore(airing.over()) ? ends : airing.over();
    }

    Step step() {
      var last = begun() ? soundings.get(soundings.size() - 1) : null;
      End end;
      if (last == null) {
        end = quiet ? End.QUIET : End.SKIPPED;
      } else if (!rest.isZero()) {
        end = End.CUT;
      } else if (soundings.size() > 1) {
        end = End.PAUSED;
      } else {
        end = soundings.get(0).from().equals(airing.start()) ? End.WHOLE : End.LATER;
      }
      return new Step(airing, end, List.copyOf(soundings), quiet ? "" : by);
    }
  }

  private final List<Turn> coming = new ArrayList<>();
  private final List<Turn> waiting = new ArrayList<>();
  private final List<Turn> done = new ArrayList<>();

  private DayOrder(List<Airing> airings, List<Span> quiet) {
    airings.stream()
        .map(airing -> new Turn(airing, quiet))
        .sorted(
            Comparator.comparing((Turn turn) -> turn.airing.start())
                .thenComparingLong(turn -> turn.right))
        .forEach(coming::add);
  }

  /**
   * What becomes of each of the plays of one place, in the order of their times.
   *
   * @param quiet its windows, merged
   */
  @Requirement({"R44.2", "R44.10"})
  static List<Step> of(List<Airing> airings, List<Span> quiet) {
    var order = new DayOrder(airings, quiet);
    order.run();
    return order.done.stream()
        .sorted(
            Comparator.comparing((Turn turn) -> turn.airing.start())
                .thenComparingLong(turn -> turn.right))
        .map(Turn::step)
        .toList();
  }

  private void run() {
    @Nullable Turn sounding = null;
    var since = Instant.MIN;
    while (sounding != null || !coming.isEmpty()) {
      var begins = coming.isEmpty() ? Instant.MAX : coming.get(0).airing.start();
      var stops = sounding == null ? Instant.MAX : sounding.stops(since);
      var now = begins.isBefore(stops) ? begins : stops;
      while (!coming.isEmpty() && coming.get(0).airing.start().equals(now)) {
        arrive(coming.remove(0), now);
      }
      if (sounding != null && now.equals(stops)) {
        heard(sounding, since, now);
        done.add(sounding);
        sounding = null;
      } else if (sounding != null) {
        var stronger = stronger(now, sounding);
        if (stronger != null) {
          heard(sounding, since, now);
          interrupt(sounding, stronger);
          sounding = null;
        }
      }
      if (sounding == null) {
        sounding = next(now);
        since = now;
      }
      if (sounding != null) {
        holdUp(sounding);
      }
    }
    done.addAll(waiting);
  }

  private void arrive(Turn turn, Instant now) {
    turn.end(now);
    (turn.quiet ? done : waiting).add(turn);
  }

  /** The strongest that may sound now, if it is stronger than what sounds. */
  private @Nullable Turn stronger(Instant now, Turn sounding) {
    return waiting.stream()
        .filter(turn -> turn.right < sounding.right && turn.may(now))
        .min(Comparator.comparingLong(turn -> turn.right))
        .orElse(null);
  }

  private static void heard(Turn turn, Instant from, Instant until) {
    if (from.isBefore(until)) {
      turn.soundings.add(new Sounding(from, until));
      turn.rest = turn.rest.minus(Duration.between(from, until));
    }
  }

  private void interrupt(Turn turn, Turn stronger) {
    turn.by = stronger.airing.number();
    if (turn.airing.preemption() == Preemption.RESUME) {
      waiting.add(turn);
    } else if (turn.airing.preemption() == Preemption.DROP) {
      done.add(turn);
    } else {
      turn.rest = turn.airing.whole();
      waiting.add(turn);
    }
  }

  /** The strongest of those that may sound now; the stronger ones that cannot any more are over. */
  private @Nullable Turn next(Instant now) {
    waiting.sort(Comparator.comparingLong(turn -> turn.right));
    for (var turn : List.copyOf(waiting)) {
      waiting.remove(turn);
      if (turn.may(now)) {
        return turn;
      }
      turn.end(now);
      done.add(turn);
    }
    return null;
  }

  /** Those that wait now give way to what sounds; with DROP they do not wait. */
  private void holdUp(Turn sounding) {
    for (var turn : List.copyOf(waiting)) {
      if (turn.by.isEmpty()) {
        turn.by = sounding.airing.number();
      }
      if (!turn.begun() && turn.airing.preemption() == Preemption.DROP) {
        waiting.remove(turn);
        done.add(turn);
      }
    }
  }
}
