package firstline.broadcast.recurrence;

import firstline.testkit.seed.Draw;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An accepted rule drawn at random, and what it gives when every day is matched by hand: an
 * expander that shares nothing with the product's.
 *
 * @param ends {@code COUNT=…}, {@code UNTIL=…} or empty
 * @param weekdays ordinal and weekday, 1 to 7
 */
record DrawnRule(
    LocalDateTime start,
    String frequency,
    int interval,
    DayOfWeek weekStart,
    int count,
    LocalDateTime until,
    Map<String, List<Integer>> by,
    List<List<Integer>> weekdays) {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  static final LocalDateTime EVER = LocalDateTime.of(2100, 12, 31, 23, 59, 59);

  static DrawnRule of(Draw draw) {
    var start =
        LocalDate.of(2000, 1, 1)
            .plusDays(draw.between(0, 20_000))
            .atTime(draw.between(0, 23), draw.of(0, 15, 30, 59), draw.chance(0.1) ? 7 : 0);
    var frequency = draw.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    var by = new LinkedHashMap<String, List<Integer>>();
    var yearly = frequency.equals("YEARLY");
    var weeks = yearly && draw.chance(0.25);
    if (!weeks && draw.chance(0.35)) {
      by.put("BYMONTH", numbers(draw, 1, 12, false));
    }
    if (weeks) {
      by.put("BYWEEKNO", numbers(draw, 1, 53, true));
    } else if (yearly && draw.chance(0.25)) {
      by.put("BYYEARDAY", numbers(draw, 1, 366, true));
    }
    var monthDays = frequency.equals("DAILY") || frequency.equals("MONTHLY");
    if ((monthDays || by.containsKey("BYMONTH") && yearly) && draw.chance(0.35)) {
      by.put("BYMONTHDAY", numbers(draw, draw.chance(0.3) ? 27 : 1, 31, true));
    }
    var weekdays = new ArrayList<List<Integer>>();
    if (weeks || (!by.containsKey("BYYEARDAY") && draw.chance(0.5))) {
      var ordinals = !weeks && (yearly || frequency.equals("MONTHLY")) && draw.chance(0.6);
      var most = yearly && !by.containsKey("BYMONTH") ? 53 : 5;
      for (var day : new TreeSet<>(draw.list(1, 3, one -> one.between(1, 7)))) {
        var ordinal = ordinals ? draw.between(1, most) * draw.of(1, -1) : 0;
        weekdays.add(List.of(ordinal, day));
      }
    }
    if (draw.chance(0.25)) {
      by.put("BYHOUR", numbers(draw, 0, 23, false));
    }
    if (draw.chance(0.15)) {
      by.put("BYMINUTE", numbers(draw, 0, 59, false));
    }
    if (!weeks && (!by.isEmpty() || !weekdays.isEmpty()) && draw.chance(0.3)) {
      by.put("BYSETPOS", numbers(draw, 1, draw.of(3, 12), true));
    }
    var counted = draw.chance(0.2);
    var until = !counted && draw.chance(0.3);
    return new DrawnRule(
        start,
        frequency,
        draw.chance(0.5) ? 1 : draw.between(2, 5),
        DayOfWeek.of(draw.of(1, 1, 7, 3)),
        counted ? draw.between(1, 40) : 0,
        until ? start.plusMinutes(draw.between(0, 3_000_000)) : EVER,
        by,
        weekdays);
  }

  private static List<Integer> numbers(Draw draw, int least, int most, boolean signed) {
    var sign = signed && draw.chance(0.3) ? -1 : 1;
    return List.copyOf(new TreeSet<>(draw.list(1, 3, one -> sign * one.between(least, most))));
  }

  /** As RFC 5545 writes it. */
  String text() {
    var text = new ArrayList<String>();
    text.add("FREQ=" + frequency);
    if (interval > 1) {
      text.add("INTERVAL=" + interval);
    }
    text.add("WKST=" + DAYS.get(weekStart.getValue() - 1));
    by.forEach((part, numbers) -> text.add(part + "=" + joined(numbers)));
    if (!weekdays.isEmpty()) {
      text.add(
          "BYDAY="
              + weekdays.stream()
                  .map(day -> (day.get(0) == 0 ? "" : day.get(0)) + DAYS.get(day.get(1) - 1))
                  .collect(Collectors.joining(",")));
    }
    if (count > 0) {
      text.add("COUNT=" + count);
    }
    if (!until.equals(EVER)) {
      var digits = until.toString().length() == 16 ? until + ":00" : until.toString();
      text.add("UNTIL=" + digits.replaceAll("[-:]", ""));
    }
    return String.join(";", text);
  }

  private static String joined(List<Integer> numbers) {
    return numbers.stream().map(number -> "" + number).collect(Collectors.joining(","));
  }

  Recurrence recurrence() {
    return recurrence(null);
  }

  Recurrence recurrence(String calendar) {
    return Recurrence.read(
        new Recurrence.Text(start.toString(), text(), CHINA.getId(), List.of(), calendar));
  }

  /** The starts up to the end of the day, every day matched. */
  List<LocalDateTime> starts(LocalDate end) {
    var intervals = new TreeMap<Long, List<LocalDateTime>>();
    var stop = count > 0 || !until.toLocalDate().isBefore(end) ? end : until.toLocalDate();
    // Whole intervals, for BYSETPOS: from the year before to the year after.
    for (var day = start.toLocalDate().minusDays(400);
        day.isBefore(stop.plusDays(by.containsKey("BYSETPOS") ? 400 : 1));
        day = day.plusDays(1)) {
      var index = index(day);
      if (Math.floorMod(index, interval) == 0 && matches(day)) {
        intervals.computeIfAbsent(index, key -> new ArrayList<>()).addAll(times(day));
      }
    }
    return intervals.values().stream()
        .flatMap(starts -> positioned(starts).stream())
        .filter(at -> !at.isBefore(start) && !at.isAfter(until) && !at.isAfter(EVER))
        .limit(count > 0 ? count : Long.MAX_VALUE)
        .filter(at -> !at.toLocalDate().isAfter(end))
        .toList();
  }

  private List<LocalDateTime> positioned(List<LocalDateTime> starts) {
    var positions = by.get("BYSETPOS");
    if (positions == null) {
      return starts;
    }
    return IntStream.range(0, starts.size())
        .filter(i -> positions.contains(i + 1) || positions.contains(i - starts.size()))
        .mapToObj(starts::get)
        .toList();
  }

  private long index(LocalDate day) {
    var first = start.toLocalDate();
    return switch (frequency) {
      case "DAILY" -> ChronoUnit.DAYS.between(first, day);
      case "WEEKLY" -> ChronoUnit.DAYS.between(week(first), week(day)) / 7;
      case "MONTHLY" -> ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(day));
      // The first year is that of the start's date; the weeks of a year are counted as ISO does.
      default -> (by.containsKey("BYWEEKNO") ? weekYear(day) : day.getYear()) - first.getYear();
    };
  }

  private LocalDate week(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(weekStart));
  }

  private WeekFields weekFields() {
    return WeekFields.of(weekStart, 4);
  }

  private int weekYear(LocalDate day) {
    return day.get(weekFields().weekBasedYear());
  }

  private boolean matches(LocalDate day) {
    var monthLength = day.lengthOfMonth();
    var yearLength = day.lengthOfYear();
    var week = day.get(weekFields().weekOfWeekBasedYear());
    var weeks = (int) weekFields().weekOfWeekBasedYear().rangeRefinedBy(day).getMaximum();
    if (!either("BYMONTH", day.getMonthValue(), 0)
        || !either("BYWEEKNO", week, weeks)
        || !either("BYYEARDAY", day.getDayOfYear(), yearLength)
        || !either("BYMONTHDAY", day.getDayOfMonth(), monthLength)) {
      return false;
    }
    if (!weekdays.isEmpty()) {
      return weekdays.stream().anyMatch(weekday -> weekday(weekday.get(0), weekday.get(1), day));
    }
    var dayless = !by.containsKey("BYMONTHDAY");
    return switch (frequency) {
      case "WEEKLY" -> day.getDayOfWeek() == start.getDayOfWeek();
      case "MONTHLY" -> !dayless || day.getDayOfMonth() == start.getDayOfMonth();
      case "YEARLY" ->
          !dayless
              || by.containsKey("BYYEARDAY")
              || (day.getDayOfMonth() == start.getDayOfMonth()
                  && (by.containsKey("BYMONTH") || day.getMonth() == start.getMonth()));
      default -> true;
    };
  }

  private boolean either(String part, int number, int size) {
    var numbers = by.get(part);
    return numbers == null
        || numbers.contains(number)
        || (size > 0 && numbers.contains(number - size - 1));
  }

  private boolean weekday(int ordinal, int weekday, LocalDate day) {
    if (day.getDayOfWeek().getValue() != weekday) {
      return false;
    }
    var ofYear = frequency.equals("YEARLY") && !by.containsKey("BYMONTH");
    var position = ofYear ? day.getDayOfYear() : day.getDayOfMonth();
    var size = ofYear ? day.lengthOfYear() : day.lengthOfMonth();
    return ordinal == 0
        || ordinal == (position - 1) / 7 + 1
        || ordinal == -((size - position) / 7 + 1);
  }

  private List<LocalDateTime> times(LocalDate day) {
    return by.getOrDefault("BYHOUR", List.of(start.getHour())).stream()
        .flatMap(
            hour ->
                by.getOrDefault("BYMINUTE", List.of(start.getMinute())).stream()
                    .map(minute -> day.atTime(hour, minute, start.getSecond())))
        .toList();
  }
}
