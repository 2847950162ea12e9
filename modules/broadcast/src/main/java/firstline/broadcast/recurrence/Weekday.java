package firstline.broadcast.recurrence;

import java.time.DayOfWeek;
import java.util.Comparator;

/**
 * A weekday of BYDAY.
 *
 * @param ordinal which of its kind in the month or year, from the end if negative; 0 for each
 */
record Weekday(int ordinal, DayOfWeek day) implements Comparable<Weekday> {
  private static final Comparator<Weekday> ORDER =
      Comparator.comparingInt(Weekday::ordinal).thenComparing(Weekday::day);

  /** The weekday of two letters, such as {@code MO}. */
  static DayOfWeek day(String letters) {
    for (var day : DayOfWeek.values()) {
      if (day.name().startsWith(letters)) {
        return day;
      }
    }
    throw new IllegalArgumentException(letters);
  }

  @Override
  public int compareTo(Weekday other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return (ordinal == 0 ? "" : Integer.toString(ordinal)) + day.name().substring(0, 2);
  }
}
