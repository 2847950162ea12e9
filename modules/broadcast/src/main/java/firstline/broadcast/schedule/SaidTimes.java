package firstline.broadcast.schedule;

import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When something is heard, as a clerk says it: each workday, 06:30 and 18:00, from then until then,
 * not in exam week.
 *
 * @param days one of {@link #KINDS}
 * @param weekdays {@code MO} to {@code SU}, for {@code WEEKDAYS}
 * @param lunar days of the lunar month, for {@code LUNAR}
 * @param times such as {@code 06:30, 18:00}
 * @param from the first day
 * @param until the last day; empty for none
 * @param out days, starts and ranges of days ({@code 2026-06-07~2026-06-10}) that are left out
 */
record SaidTimes(
    String days,
    List<String> weekdays,
    String lunar,
    String times,
    String from,
    String until,
    String out) {

  /** Kinds of days, the usual first. */
  static final List<String> KINDS =
      List.of("WORKDAYS", "EVERY", "RESTDAYS", "WEEKDAYS", "LUNAR", "ONCE");

  static final List<String> WEEK = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private static final Pattern APART = Pattern.compile("[\\s,，、;；]+");
  private static final Pattern RANGE =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})(?:~|～|至|到|\\.\\.|/)([0-9]{4}-[0-9]{2}-[0-9]{2})");
  private static final Pattern SAID =
      Pattern.compile(
          "(?:FREQ=DAILY|FREQ=WEEKLY(?=;BYDAY))(?:;BYDAY=(?<on>[A-Z,]+))?"
              + "(?:;BYHOUR=(?<hours>[0-9,]+);BYMINUTE=(?<minutes>[0-9,]+)"
              + "(?:;BYSETPOS=(?<places>[0-9,]+))?)?(?:;UNTIL=(?<until>[0-9]{8}T[0-9]{6}Z))?");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int LONGEST_RANGE = 366;

  /** Words of a field, however they are set apart. */
  static List<String> words(String field) {
    return APART.splitAsStream(field).filter(word -> !word.isEmpty()).toList();
  }

  /** The fields of a form in which it is typed. */
  Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("days", days);
    weekdays.forEach(day -> fields.put("on-" + day, day));
    fields.put("lunar", lunar);
    fields.put("times", times);
    fields.put("from", from);
    fields.put("until", until);
    fields.put("exdates", out);
    return fields;
  }

  /**
   * The recurrence that says the same.
   *
   * @throws Refusal {@code schedule.time}, {@code schedule.day}, {@code schedule.weekdays}
   */
  @Requirement("R44.3")
  Recurrence.Text text() {
    var clock = clocks();
    var rule =
        switch (days) {
          case "ONCE" -> "";
          case "WEEKDAYS" -> weekly(clock) + last();
          default -> "FREQ=DAILY" + parts(clock) + last();
        };
    if (days.equals("ONCE") && clock.size() > 1) {
      throw new Refusal("schedule.once", times);
    }
    return new Recurrence.Text(
        day(from) + "T" + clock.get(0) + ":00",
        rule,
        null,
        days.equals("ONCE") ? List.of() : exceptions(),
        switch (days) {
          case "WORKDAYS", "RESTDAYS" -> days;
          case "LUNAR" -> "LUNAR:" + String.join(",", words(lunar));
          default -> "ALL";
        });
  }

  private List<String> clocks() {
    var clock = new TreeSet<String>();
    for (var time : words(times.replace('：', ':'))) {
      if (!time.matches("([01]?[0-9]|2[0-3]):[0-5][0-9]")) {
        throw new Refusal("schedule.time", time);
      }
      clock.add(time.length() == 4 ? "0" + time : time);
    }
    if (clock.isEmpty()) {
      throw new Refusal("schedule.time", "");
    }
    return List.copyOf(clock);
  }

  private String weekly(List<String> clock) {
    var on = WEEK.stream().filter(weekdays::contains).collect(Collectors.joining(","));
    if (on.isEmpty()) {
      throw new Refusal("schedule.weekdays");
    }
    // BYSETPOS counts in the whole week of a weekly rule, in the day of a daily one.
    var parts = parts(clock);
    return (parts.contains("BYSETPOS") ? "FREQ=DAILY;BYDAY=" : "FREQ=WEEKLY;BYDAY=") + on + parts;
  }

  /**
   * Several times of a day. RFC 5545 has the product of hours and minutes; BYSETPOS chooses from
   * it.
   */
  private static String parts(List<String> clock) {
    if (clock.size() == 1) {
      return "";
    }
    var hours = clock.stream().map(time -> time.substring(0, 2)).distinct().toList();
    var minutes = clock.stream().map(time -> time.substring(3)).distinct().sorted().toList();
    var product =
        hours.stream()
            .flatMap(hour -> minutes.stream().map(minute -> hour + ":" + minute))
            .toList();
    var places = clock.stream().map(time -> Integer.toString(product.indexOf(time) + 1)).toList();
    return ";BYHOUR="
        + numbers(hours)
        + ";BYMINUTE="
        + numbers(minutes)
        + (places.size() == product.size() ? "" : ";BYSETPOS=" + String.join(",", places));
  }

  private static String numbers(List<String> twoDigits) {
    return twoDigits.stream()
        .map(Integer::valueOf)
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  /** The last day, with all its plays; RFC 5545 wants it in UTC, where the start has a zone. */
  private String last() {
    return until.isBlank()
        ? ""
        : ";UNTIL="
            + UTC.format(day(until.strip()).plusDays(1).atStartOfDay(Clocks.ZONE).minusSeconds(1));
  }

  private List<String> exceptions() {
    var all = new ArrayList<String>();
    var plain = RANGE.matcher(out.replaceAll("\\s*(~|～|至|到|\\.\\.)\\s*", "~")).replaceAll("$1~$2");
    for (var word : words(plain)) {
      var range = RANGE.matcher(word);
      if (range.matches()) {
        all.addAll(range(day(range.group(1)), day(range.group(2)), word));
      } else {
        all.add(word);
      }
    }
    return all;
  }

  private static List<String> range(LocalDate first, LocalDate last, String word) {
    if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_RANGE))) {
      throw new Refusal("schedule.range", word);
    }
    return first.datesUntil(last.plusDays(1)).map(LocalDate::toString).toList();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new Refusal("schedule.day", text);
    }
  }

  /** The same in words that a clerk says, if {@link #text} makes of them exactly this. */
  @Requirement("R44.3")
  static Optional<SaidTimes> of(Recurrence.Text text) {
    var rule = Objects.requireNonNullElse(text.rrule(), "");
    var dtstart = Objects.requireNonNullElse(text.dtstart(), "");
    var said = SAID.matcher(rule);
    if (!dtstart.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:00")
        || !(rule.isEmpty() || said.matches())) {
      return Optional.empty();
    }
    var calendar = Objects.requireNonNullElse(text.calendar(), "ALL");
    var on = rule.isEmpty() ? null : said.group("on");
    var lunar = calendar.startsWith("LUNAR:") ? calendar.substring(6) : "";
    var out = Objects.requireNonNullElse(text.exdates(), List.<String>of());
    var found =
        new SaidTimes(
            days(rule, on, calendar, lunar),
            on == null ? List.of() : Arrays.asList(on.split(",")),
            lunar,
            rule.isEmpty() || said.group("hours") == null
                ? dtstart.substring(11, 16)
                : times(said.group("hours"), said.group("minutes"), said.group("places")),
            dtstart.substring(0, 10),
            rule.isEmpty() || said.group("until") == null ? "" : lastDay(said.group("until")),
            ranges(out));
    return Optional.of(found).filter(one -> one.text().equals(same(text, out, calendar)));
  }

  private static Recurrence.Text same(Recurrence.Text text, List<String> out, String calendar) {
    return new Recurrence.Text(text.dtstart(), text.rrule(), null, out, calendar);
  }

  private static String days(String rule, @Nullable String on, String calendar, String lunar) {
    if (rule.isEmpty()) {
      return "ONCE";
    }
    if (on != null) {
      return "WEEKDAYS";
    }
    return !lunar.isEmpty() ? "LUNAR" : calendar.equals("ALL") ? "EVERY" : calendar;
  }

  private static String times(String hours, String minutes, @Nullable String places) {
    var product =
        Stream.of(hours.split(","))
            .flatMap(
                hour -> Stream.of(minutes.split(",")).map(minute -> two(hour) + ":" + two(minute)))
            .toList();
    return places == null
        ? String.join(", ", product)
        : Stream.of(places.split(","))
            .map(Integer::valueOf)
            .filter(place -> place >= 1 && place <= product.size())
            .map(place -> product.get(place - 1))
            .collect(Collectors.joining(", "));
  }

  private static String two(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  private static String lastDay(String until) {
    return LocalDateTime.ofInstant(UTC.parse(until, Instant::from), Clocks.ZONE)
        .toLocalDate()
        .toString();
  }

  /** Days that follow each other are a range. */
  private static String ranges(List<String> out) {
    var said = new ArrayList<String>();
    for (var i = 0; i < out.size(); ) {
      var last = i;
      while (last + 1 < out.size() && follow(out.get(last), out.get(last + 1))) {
        last++;
      }
      said.add(last - i < 2 ? out.get(i) : out.get(i) + "~" + out.get(last));
      i = last - i < 2 ? i + 1 : last + 1;
    }
    return String.join(" ", said);
  }

  private static boolean follow(String one, String next) {
    var day = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    return one.matches(day) && next.matches(day) && day(one).plusDays(1).equals(day(next));
  }
}
