package firstline.broadcast.recurrence;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The occurrences of a recurrence in the order of their starts, computed one by one. */
public final class Occurrences implements Iterator<Occurrence> {
  private final LocalStarts starts;
  private final ZoneClock clock;
  private final Set<Instant> gone;
  private final Considered considered;
  private final Instant from;
  private final Instant until;

  /** What waits for its turn: starts that a gap of summer time put later, and moved ones. */
  private final PriorityQueue<Occurrence> waiting =
      new PriorityQueue<>(
          (left, right) ->
              left.start().equals(right.start())
                  ? left.original().compareTo(right.original())
                  : left.start().compareTo(right.start()));

  private Instant latest = Instant.MIN;
  private @Nullable Occurrence next;

  /**
   * @param gone originals that do not take place where the rule gives them
   * @param moved occurrences that take place elsewhere
   * @param until the last instant that the rule may give
   */
  Occurrences(
      LocalStarts starts,
      ZoneClock clock,
      Set<Instant> gone,
      List<Occurrence> moved,
      Considered considered,
      Instant from,
      Instant until) {
    this.starts = starts;
    this.clock = clock;
    this.gone = gone;
    this.considered = considered;
    this.from = from;
    this.until = until;
    moved.stream().filter(one -> !one.start().isBefore(from)).forEach(waiting::add);
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      var found = earliest();
      if (found == null) {
        return false;
      }
      // One play at a time: what a gap or a move put on another start is that start.
      if (found.start().isAfter(latest)) {
        latest = found.start();
        next = found;
      }
    }
    return true;
  }

  @Override
  public Occurrence next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    var taken = next;
    next = null;
    return taken;
  }

  /**
   * True if any day that was taken or passed over so far can still be decided otherwise by a notice
   * that is not published yet.
   */
  public boolean provisional() {
    return considered.provisional();
  }

  private @Nullable Occurrence earliest() {
    while (starts.peek() != LocalStarts.NONE) {
      var local = starts.peek();
      var start = clock.instant(local);
      var head = waiting.peek();
      if (head != null && head.start().isBefore(start) && !clock.skipped(local)) {
        return waiting.poll();
      }
      starts.next();
      if (start.isBefore(from) || start.isAfter(until) || gone.contains(start)) {
        continue;
      }
      var occurrence = new Occurrence(start, start, considered.provisional(local));
      if (!clock.skipped(local)) {
        return occurrence;
      }
      // Read with the offset before the gap it comes after starts that follow the gap.
      waiting.add(occurrence);
    }
    return waiting.poll();
  }
}
