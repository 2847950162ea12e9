package firstline.console.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A figure over some days and as many days before them.
 *
 * @param standing true if a day's value is what there was at its end
 * @param change the sum of the days, of a standing figure its last total; and the same of the days
 *     before
 */
public record Series(String key, boolean standing, List<Day> days, Change change) {
  /**
   * A day.
   *
   * @param before value of the day as many days earlier
   */
  public record Day(LocalDate day, long value, long before) {}

  /** The first of the days before. */
  public static LocalDate start(LocalDate from, LocalDate to) {
    return from.minusDays(ChronoUnit.DAYS.between(from, to) + 1);
  }

  /**
   * Adds up what was counted.
   *
   * @param counted by day; what was counted before {@link #start} stands on the day before it
   */
  public static Series of(
      String key, boolean standing, LocalDate from, LocalDate to, Map<LocalDate, Long> counted) {
    var start = start(from, to);
    var length = (int) ChronoUnit.DAYS.between(from, to) + 1;
    var values = new long[2 * length];
    var total = standing ? counted.getOrDefault(start.minusDays(1), 0L) : 0L;
    for (var i = 0; i < values.length; i++) {
      var own = counted.getOrDefault(start.plusDays(i), 0L);
      total += own;
      values[i] = standing ? total : own;
    }
    var days = new ArrayList<Day>();
    var now = 0L;
    var before = 0L;
    for (var i = 0; i < length; i++) {
      days.add(new Day(from.plusDays(i), values[length + i], values[i]));
      now = standing ? values[length + i] : now + values[length + i];
      before = standing ? values[i] : before + values[i];
    }
    return new Series(key, standing, List.copyOf(days), new Change(now, before));
  }

  /** True if nothing was counted in these days nor in those before. */
  public boolean isBlank() {
    return days.stream().allMatch(day -> day.value() == 0 && day.before() == 0);
  }
}
