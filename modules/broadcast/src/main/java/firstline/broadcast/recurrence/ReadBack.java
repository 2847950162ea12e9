package firstline.broadcast.recurrence;

import firstline.broadcast.recurrence.CalendarRule.Kind;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Bundles;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Says a recurrence in plain words, so exactly that two recurrences with different starts never
 * read the same. Whatever decides about a start is in the sentence, and what does not decide (the
 * order of a list, a week's start that makes no difference) is not.
 */
public final class ReadBack {
  /** With more times a day than this, hours, minutes and seconds are told apart. */
  private static final int MOST_TIMES = 12;

  /** Some months have no such day. */
  private static final int SAFE_DAY = 28;

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final Recurrence recurrence;
  private final String language;

  private ReadBack(Recurrence recurrence, String language) {
    this.recurrence = recurrence;
    this.language = language;
  }

  /**
   * The sentence.
   *
   * @param language {@code zh} or {@code en}
   */
  @Requirement("R30.7")
  public static String of(Recurrence recurrence, String language) {
    return new ReadBack(recurrence, language).sentence();
  }

  private String sentence() {
    var clauses = new ArrayList<String>();
    var rule = recurrence.rule();
    var kind = recurrence.calendar().kind();
    if (rule == null) {
      clauses.add(words("once", minute(recurrence.start())));
      if (kind != Kind.EVERY) {
        clauses.add(words("only." + kind, lunar()));
      }
    } else {
      var plain = plainlyDaily(rule) && kind != Kind.EVERY;
      var days = plain ? words("each." + kind, lunar()) : days(rule);
      clauses.add(words("at", days, times(rule)));
      if (rule.has(Part.BYSETPOS) && !choosesTimes(rule)) {
        clauses.add(positions(rule));
      }
      if (kind != Kind.EVERY) {
        clauses.add(words((plain ? "though." : "only.") + kind, lunar()));
      }
      clauses.add(range(rule));
    }
    var out = out();
    if (!out.isEmpty()) {
      clauses.add(words("except", and(out)));
    }
    for (var move : recurrence.moves().entrySet()) {
      clauses.add(words("moved", instant(move.getKey()), instant(move.getValue())));
    }
    if (!recurrence.zone().equals(Clocks.ZONE)) {
      clauses.add(words("zone", recurrence.zone().getId()));
    }
    return String.join(words("clause"), clauses);
  }

  private static boolean plainlyDaily(Rule rule) {
    return rule.frequency() == Frequency.DAILY && rule.interval() == 1 && !rule.filtersDays();
  }

  /** Which days, such as "every 2 weeks on Monday and Friday". */
  private String days(Rule rule) {
    var every =
        rule.interval() == 1
            ? words("every." + rule.frequency())
            : words("every-n." + rule.frequency(), Integer.toString(rule.interval()));
    var months = list(rule.by(Part.BYMONTH).stream().map(month -> words("month." + month)));
    var picks = picks(rule);
    var on = rule.has(Part.BYMONTHDAY) && !rule.has(Part.BYYEARDAY) ? "on-day" : "on";
    var said =
        switch (rule.frequency()) {
          case DAILY -> every;
          case WEEKLY ->
              rule.interval() == 1
                  ? words("each-week", picks.get(0))
                  : words("on", every, picks.get(0));
          case MONTHLY -> words(on, every, String.join(words("and-only"), picks));
          case YEARLY -> {
            var year = months.isEmpty() ? every : words("in", every, months);
            yield words(on, year, String.join(words("and-only"), picks));
          }
        };
    var notes = new ArrayList<String>();
    if (rule.frequency() != Frequency.YEARLY && !months.isEmpty()) {
      notes.add(words("only-in", months));
    }
    if (rule.frequency() == Frequency.DAILY) {
      picks.forEach(pick -> notes.add(words("only-on", pick)));
    }
    if (rule.by(Part.BYMONTHDAY).stream().anyMatch(day -> Math.abs(day) > SAFE_DAY)) {
      notes.add(words("no-such-day"));
    }
    if (weekStartDecides(rule)) {
      notes.add(words("week-start", words("weekday." + rule.weekStart().getValue())));
    }
    return notes.isEmpty() ? said : words("note", said, String.join(words("clause"), notes));
  }

  /** The kinds of days that must all be met. */
  private List<String> picks(Rule rule) {
    var picks = new ArrayList<String>();
    if (rule.has(Part.BYWEEKNO)) {
      var weeks = numbered(rule.by(Part.BYWEEKNO), "week");
      var days = list(rule.weekdays().stream().map(day -> weekday(day, false)));
      return List.of(words("in-weeks", weeks, days));
    }
    if (rule.has(Part.BYYEARDAY)) {
      picks.add(numbered(rule.by(Part.BYYEARDAY), "year-day"));
    }
    if (rule.has(Part.BYMONTHDAY)) {
      picks.add(numbered(rule.by(Part.BYMONTHDAY), "month-day"));
    }
    if (!rule.weekdays().isEmpty()) {
      var ofYear = rule.frequency() == Frequency.YEARLY && !rule.has(Part.BYMONTH);
      picks.add(list(rule.weekdays().stream().map(day -> weekday(day, ofYear))));
    }
    return picks;
  }

  private String weekday(Weekday weekday, boolean ofYear) {
    var name = words("weekday." + weekday.day().getValue());
    return weekday.ordinal() == 0
        ? name
        : numbered(weekday.ordinal(), ofYear ? "weekday-of-year" : "weekday-of-month", name);
  }

  private String numbered(List<Integer> numbers, String kind) {
    // The first come before the last, as people say them.
    return list(
        Stream.concat(
                numbers.stream().filter(number -> number > 0),
                numbers.stream().filter(number -> number < 0))
            .map(number -> numbered(number, kind, "")));
  }

  /** The third, the last, the second last. */
  private String numbered(int number, String kind, String name) {
    if (number == -1) {
      return words(kind + ".last", name);
    }
    var size = Math.abs(number);
    var ordinal = language.equals("en") ? ordinal(size) : Integer.toString(size);
    return words(kind + (number < 0 ? ".from-end" : ""), ordinal, name);
  }

  private static String ordinal(int number) {
    var suffix =
        number % 100 >= 11 && number % 100 <= 13
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return number + suffix;
  }

  private boolean weekStartDecides(Rule rule) {
    if (rule.frequency() != Frequency.WEEKLY) {
      return rule.has(Part.BYWEEKNO);
    }
    var own = List.of(new Weekday(0, recurrence.start().getDayOfWeek()));
    return rule.has(Part.BYSETPOS) || (rule.interval() > 1 && !rule.weekdays().equals(own));
  }

  /** Hours, minutes and positions of a day are times, and said as such. */
  private static boolean choosesTimes(Rule rule) {
    return rule.frequency() == Frequency.DAILY
        && rule.has(Part.BYSETPOS)
        && rule.chosenOfDay().length > 0;
  }

  private static int[] secondsOfDay(Rule rule) {
    return choosesTimes(rule) ? rule.chosenOfDay() : rule.secondsOfDay();
  }

  private String times(Rule rule) {
    if (rule.startsOfDay() > MOST_TIMES && !choosesTimes(rule)) {
      return words(
          "many-times",
          numbers(rule.by(Part.BYHOUR)),
          numbers(rule.by(Part.BYMINUTE)),
          numbers(rule.by(Part.BYSECOND)));
    }
    var times = IntStream.of(secondsOfDay(rule)).mapToObj(LocalTime::ofSecondOfDay);
    return list(times.map(ReadBack::minute));
  }

  private String numbers(List<Integer> numbers) {
    return list(numbers.stream().map(number -> Integer.toString(number)));
  }

  private String positions(Rule rule) {
    return words("positions." + rule.frequency(), numbered(rule.by(Part.BYSETPOS), "position"));
  }

  private String lunar() {
    var days = recurrence.calendar().days();
    if (days.isEmpty()) {
      return "";
    }
    var endings = IntStream.rangeClosed(1, 10).filter(this::endsIn).boxed().toList();
    var covered = endings.stream().mapToInt(CalendarRule::ending).reduce(0, (a, b) -> a | b);
    if (covered == recurrence.calendar().lunarDays()) {
      return words(
          "lunar-endings", list(endings.stream().map(day -> words("lunar-ending." + day))));
    }
    return words("lunar-days", list(days.stream().map(day -> words("lunar-day." + day))));
  }

  private boolean endsIn(int figure) {
    var all = CalendarRule.ending(figure);
    return (recurrence.calendar().lunarDays() & all) == all;
  }

  /** From when, and until when or how often. */
  private String range(Rule rule) {
    var start = recurrence.start();
    var first = secondsOfDay(rule)[0];
    // The time of the start matters only if it cuts off some of its day.
    var from =
        start.toLocalTime().toSecondOfDay() <= first
            ? start.toLocalDate().toString()
            : minute(start);
    var until = rule.until();
    if (until != null) {
      return words("from-until", from, instant(until));
    }
    if (rule.count() == 0) {
      return words("from", from);
    }
    var whole = recurrence.calendar().kind() == Kind.EVERY && out().isEmpty();
    return words(whole ? "from-count" : "from-count-given", from, Integer.toString(rule.count()));
  }

  /** The days and starts that are left out, in their order; three days in a row are a range. */
  private List<String> out() {
    var out = new TreeSet<String>();
    var days = List.copyOf(new TreeSet<>(recurrence.daysOut()));
    for (var i = 0; i < days.size(); ) {
      var last = i;
      while (last + 1 < days.size() && days.get(last).plusDays(1).equals(days.get(last + 1))) {
        last++;
      }
      if (last - i < 2) {
        out.add(days.get(i).toString());
        i++;
      } else {
        out.add(words("day-range", days.get(i).toString(), days.get(last).toString()));
        i = last + 1;
      }
    }
    for (Instant start : recurrence.startsOut()) {
      out.add(instant(start));
    }
    return List.copyOf(out);
  }

  /** On the zone's clock; with its offset where the clock shows the time twice. */
  private String instant(Instant instant) {
    var zoned = instant.atZone(recurrence.zone());
    var local = zoned.toLocalDateTime();
    return local.atZone(recurrence.zone()).getOffset().equals(zoned.getOffset())
        ? minute(local)
        : minute(local) + offset(zoned.getOffset());
  }

  private static String offset(ZoneOffset offset) {
    return " " + offset.getId();
  }

  private static String minute(LocalDateTime time) {
    return time.toLocalDate() + " " + minute(time.toLocalTime());
  }

  private static String minute(LocalTime time) {
    return (time.getSecond() == 0 ? MINUTE : SECOND).format(time);
  }

  private String list(Stream<String> items) {
    return and(items.toList());
  }

  /** Joins with commas and, before the last, an "and". */
  private String and(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    var head = String.join(words("comma"), items.subList(0, items.size() - 1));
    return head + words("and") + items.get(items.size() - 1);
  }

  private String words(String key, String... arguments) {
    return Bundles.words(language, "recurrence." + key, List.of(arguments));
  }
}
