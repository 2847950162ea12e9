package firstline.broadcast.recurrence;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * The starts that a rule gives, as readings of the local clock: seconds since 1970-01-01T00:00
 * there. Ascending and without end but for the last second that it is given.
 *
 * <p>The library expands the rule by whole intervals from just before the first second that is
 * wanted, so that a late window costs no more than an early one. It gives days, which are tried
 * before their times are counted out; only where BYSETPOS needs the times it gives starts.
 */
final class LocalStarts {
  private static final long DAY = 86_400;

  /** After the last. */
  static final long NONE = Long.MAX_VALUE;

  private final @Nullable RecurrenceRuleIterator source;
  private final int[] times;
  private final Predicate<LocalDate> days;
  private final long first;
  private final long last;
  private boolean exhausted;
  private long base;
  private int index;
  private long next;

  /**
   * @param expansion the rule for the library, or null for the single start {@code first}
   * @param aligned the day on which an interval of the rule begins, before {@code first}
   * @param times seconds from midnight, or the one second 0 if the rule gives whole starts
   * @param days those to keep
   * @param first the earliest second to give
   * @param last the latest second to give
   */
  LocalStarts(
      @Nullable RecurrenceRule expansion,
      LocalDate aligned,
      int[] times,
      Predicate<LocalDate> days,
      long first,
      long last) {
    this.times = times;
    this.days = days;
    this.first = first;
    this.last = last;
    this.index = times.length;
    this.source = expansion == null ? null : begun(expansion, aligned);
    this.exhausted = source == null;
    if (expansion == null) {
      next = first <= last && days.test(date(first)) ? first : NONE;
    } else {
      advance();
    }
  }

  private static @Nullable RecurrenceRuleIterator begun(RecurrenceRule rule, LocalDate day) {
    var begin = new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth(), 0, 0, 0);
    try {
      // The library notes something in the rule when it begins.
      synchronized (rule) {
        return rule.iterator(begin);
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      // Its word for a rule that gave nothing in a thousand intervals.
      return null;
    }
  }

  /** The next start, which stays the next; {@link #NONE} after the last. */
  long peek() {
    return next;
  }

  /** Takes the next start away. */
  long next() {
    var taken = next;
    advance();
    return taken;
  }

  private void advance() {
    next = NONE;
    while (index < times.length || nextBase()) {
      var at = base + times[index++];
      if (at > last) {
        exhausted = true;
        return;
      }
      if (at >= first) {
        next = at;
        return;
      }
    }
  }

  /** The next day, or start, that is kept. */
  private boolean nextBase() {
    while (!exhausted && source != null && source.hasNext()) {
      base = Math.floorDiv(source.peekMillis(), 1_000);
      try {
        source.skip(1);
      } catch (IllegalArgumentException | IllegalStateException e) {
        exhausted = true;
      }
      if (base > last) {
        exhausted = true;
        return false;
      }
      if (base + DAY > first && days.test(date(base))) {
        index = 0;
        return true;
      }
    }
    return false;
  }

  private static LocalDate date(long second) {
    return LocalDate.ofEpochDay(Math.floorDiv(second, DAY));
  }
}
