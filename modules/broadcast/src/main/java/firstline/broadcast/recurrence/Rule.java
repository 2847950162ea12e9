package firstline.broadcast.recurrence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.WeekFields;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An accepted RRULE (RFC 5545, 3.3.10). What the text leaves to the start is filled in, so that the
 * rule alone tells every start: a weekly rule has its weekday, every rule has its times.
 *
 * @param count of starts; 0 if it does not end by number
 * @param until the last instant, itself included
 * @param by sorted and without duplicates; only parts that are given
 * @param weekdays sorted and without duplicates
 */
record Rule(
    Frequency frequency,
    int interval,
    int count,
    @Nullable Instant until,
    DayOfWeek weekStart,
    Map<Part, List<Integer>> by,
    List<Weekday> weekdays) {
  /** The first week of a year has at least so many of its days. */
  private static final int FIRST_WEEK = 4;

  Rule {
    by = Map.copyOf(by);
    weekdays = List.copyOf(weekdays);
  }

  /** The numbers of the part, none if it is not given. */
  List<Integer> by(Part part) {
    return by.getOrDefault(part, List.of());
  }

  boolean has(Part part) {
    return by.containsKey(part);
  }

  /** What the text leaves to the start, taken from it (RFC 5545, 3.3.10, last table but one). */
  Rule completed(LocalDateTime start) {
    var all = new EnumMap<Part, List<Integer>>(Part.class);
    all.putAll(by);
    all.putIfAbsent(Part.BYHOUR, List.of(start.getHour()));
    all.putIfAbsent(Part.BYMINUTE, List.of(start.getMinute()));
    all.putIfAbsent(Part.BYSECOND, List.of(start.getSecond()));
    var days = weekdays;
    var dayless = days.isEmpty() && !has(Part.BYMONTHDAY);
    if (frequency == Frequency.WEEKLY && dayless) {
      days = List.of(new Weekday(0, start.getDayOfWeek()));
    } else if (frequency == Frequency.MONTHLY && dayless) {
      all.put(Part.BYMONTHDAY, List.of(start.getDayOfMonth()));
    } else if (frequency == Frequency.YEARLY && dayless && !has(Part.BYYEARDAY)) {
      all.putIfAbsent(Part.BYMONTH, List.of(start.getMonthValue()));
      all.put(Part.BYMONTHDAY, List.of(start.getDayOfMonth()));
    }
    return new Rule(frequency, interval, count, until, weekStart, all, days);
  }

  /** Starts that a matching day has, before BYSETPOS. */
  int startsOfDay() {
    return Math.max(1, by(Part.BYHOUR).size())
        * Math.max(1, by(Part.BYMINUTE).size())
        * Math.max(1, by(Part.BYSECOND).size());
  }

  /** The times of a matching day in seconds from midnight, ascending. */
  int[] secondsOfDay() {
    return by(Part.BYHOUR).stream()
        .flatMap(hour -> by(Part.BYMINUTE).stream().map(minute -> hour * 60 + minute))
        .flatMap(minute -> by(Part.BYSECOND).stream().map(second -> minute * 60 + second))
        .mapToInt(second -> second)
        .toArray();
  }

  /**
   * The times of a matching day that BYSETPOS leaves, for a rule that counts in days: so 06:30 and
   * 18:00 are said, of which hours and minutes alone would make four.
   */
  int[] chosenOfDay() {
    var all = secondsOfDay();
    if (frequency != Frequency.DAILY || !has(Part.BYSETPOS)) {
      return all;
    }
    return by(Part.BYSETPOS).stream()
        .mapToInt(position -> position > 0 ? position - 1 : all.length + position)
        .filter(index -> index >= 0 && index < all.length)
        .map(index -> all[index])
        .sorted()
        .distinct()
        .toArray();
  }

  /**
   * True if the filters that {@link #expansion} leaves out let the day pass. The library gives up
   * on a daily rule after some years of days that do not match, and takes the first week of the
   * next year for a week 53 that a year does not have.
   *
   * @param firstYear in which the recurrence starts
   */
  boolean allows(LocalDate date, int firstYear) {
    return has(Part.BYWEEKNO) ? weekAllows(date, firstYear) : !filtersDays() || dayAllows(date);
  }

  private boolean weekAllows(LocalDate date, int firstYear) {
    var fields = WeekFields.of(weekStart, FIRST_WEEK);
    var week = date.get(fields.weekOfWeekBasedYear());
    var weeks = (int) fields.weekOfWeekBasedYear().rangeRefinedBy(date).getMaximum();
    var year = date.get(fields.weekBasedYear());
    return Math.floorMod(year - firstYear, interval) == 0
        && (by(Part.BYWEEKNO).contains(week) || by(Part.BYWEEKNO).contains(week - weeks - 1));
  }

  private boolean dayAllows(LocalDate date) {
    var monthDay = date.getDayOfMonth();
    return (!has(Part.BYMONTH) || by(Part.BYMONTH).contains(date.getMonthValue()))
        && (!has(Part.BYMONTHDAY)
            || by(Part.BYMONTHDAY).contains(monthDay)
            || by(Part.BYMONTHDAY).contains(monthDay - date.lengthOfMonth() - 1))
        && (weekdays.isEmpty() || weekdays.contains(new Weekday(0, date.getDayOfWeek())));
  }

  /** True if the rule is daily and has filters of its own. */
  boolean filtersDays() {
    return frequency == Frequency.DAILY
        && (has(Part.BYMONTH) || has(Part.BYMONTHDAY) || !weekdays.isEmpty());
  }

  /** The interval that the library counts in. */
  Frequency expandedFrequency() {
    return has(Part.BYWEEKNO) ? Frequency.WEEKLY : frequency;
  }

  /** How many of {@link #expandedFrequency} lie from one that gives starts to the next. */
  int expandedInterval() {
    return has(Part.BYWEEKNO) ? 1 : interval;
  }

  /**
   * The rule without its ends and without what {@link #allows} tries, in the grammar of RFC 5545.
   */
  String expansion() {
    var text =
        new StringBuilder("FREQ=" + expandedFrequency())
            .append(";INTERVAL=")
            .append(expandedInterval())
            .append(";WKST=")
            .append(weekStart.name(), 0, 2);
    by.forEach(
        (part, numbers) -> {
          if (expanded(part)) {
            text.append(';').append(part).append('=').append(joined(numbers));
          }
        });
    if (!weekdays.isEmpty() && frequency != Frequency.DAILY) {
      text.append(";BYDAY=").append(joined(weekdays));
    }
    return text.toString();
  }

  private boolean expanded(Part part) {
    return switch (part) {
      case BYHOUR, BYMINUTE, BYSECOND -> has(Part.BYSETPOS);
      case BYSETPOS -> true;
      case BYWEEKNO -> false;
      default -> frequency != Frequency.DAILY;
    };
  }

  private static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(","));
  }
}
