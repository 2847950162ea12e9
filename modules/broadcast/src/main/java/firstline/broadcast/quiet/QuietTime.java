package firstline.broadcast.quiet;

import firstline.broadcast.recurrence.ReadBack;
import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Bundles;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * When a window is: a recurrence or plain days, each from the hour of the start on.
 *
 * @param recurrence gives the starts; with days only the hour
 * @param days on which it is; empty for a recurrence
 * @param minutes that it lasts, 1 to {@value #DAY}
 */
public record QuietTime(Recurrence recurrence, List<LocalDate> days, int minutes) {
  /** Minutes of a day, which is the longest window. */
  public static final int DAY = 1_440;

  private static final int MOST_DAYS = 366;

  /** A programme has room for so many a day, and nobody remembers more. */
  private static final int MOST_A_DAY = 12;

  /** Starts that are looked at for an overlap: three years of a window each day. */
  private static final int LOOKED_AT = 1_100;

  private static final long MINUTE = 60_000;
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(Clocks.ZONE);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  public QuietTime {
    days = days.stream().sorted().distinct().toList();
  }

  /**
   * Reads it.
   *
   * @param days {@code 2026-06-07}; empty for a recurrence
   * @throws Refusal {@code quiet.length}, {@code quiet.day}, {@code quiet.days}, or {@code
   *     recurrence.…}
   */
  @Requirement("R40.2")
  public static QuietTime read(Recurrence.Text when, List<String> days, int minutes) {
    if (minutes < 1 || minutes > DAY) {
      throw new Refusal("quiet.length", minutes, DAY / 60);
    }
    if (days.size() > MOST_DAYS) {
      throw new Refusal("quiet.days", days.size(), MOST_DAYS);
    }
    var read = new ArrayList<LocalDate>();
    for (var day : days) {
      read.add(day(day));
    }
    return new QuietTime(Recurrence.read(when), read, minutes);
  }

  private static LocalDate day(String text) {
    try {
      var day = LocalDate.parse(text);
      if (!day.isBefore(Recurrence.FIRST) && !day.isAfter(Recurrence.LAST)) {
        return day;
      }
    } catch (DateTimeException e) {
      // Refused below, with the others.
    }
    throw new Refusal("quiet.day", text.length() > 20 ? text.substring(0, 20) : text);
  }

  /**
   * Refuses what overlaps itself, is too dense or is never.
   *
   * @throws Refusal {@code quiet.overlap} with the two starts, {@code quiet.dense}, {@code
   *     recurrence.never}
   */
  @Requirement("R40.2")
  void requireSound(WorkingDays workingDays) {
    if (!days.isEmpty()) {
      return;
    }
    recurrence.requireOccurs(workingDays);
    var starts = new ArrayList<Instant>();
    var occurrences = recurrence.from(Instant.MIN, workingDays);
    while (occurrences.hasNext() && starts.size() < LOOKED_AT) {
      var start = occurrences.next().start();
      var before = starts.isEmpty() ? null : starts.get(starts.size() - 1);
      if (before != null && before.plus(Duration.ofMinutes(minutes)).isAfter(start)) {
        throw new Refusal("quiet.overlap", SHOWN.format(before), SHOWN.format(start), minutes);
      }
      starts.add(start);
      var first = starts.size() - 1 - MOST_A_DAY;
      if (first >= 0 && starts.get(first).plus(Duration.ofDays(1)).isAfter(start)) {
        throw new Refusal("quiet.dense", MOST_A_DAY);
      }
    }
  }

  /** The windows that have an instant in common with the time. */
  @Requirement("R40.1")
  public List<Span> between(Instant from, Instant to, WorkingDays workingDays) {
    var length = minutes * MINUTE;
    return starts(from.minusMillis(length), to, workingDays).stream()
        .map(Instant::toEpochMilli)
        .map(start -> new Span(start, start + length))
        .filter(span -> span.until() > from.toEpochMilli())
        .toList();
  }

  private List<Instant> starts(Instant from, Instant to, WorkingDays workingDays) {
    if (days.isEmpty()) {
      return recurrence.between(from, to, workingDays).stream().map(one -> one.start()).toList();
    }
    var hour = recurrence.start().toLocalTime();
    return days.stream()
        .map(day -> day.atTime(hour).atZone(recurrence.zone()).toInstant())
        .filter(start -> !start.isBefore(from) && start.isBefore(to))
        .toList();
  }

  /**
   * The sentence: on which days, from when until when.
   *
   * @param language {@code zh} or {@code en}
   */
  public String readBack(String language) {
    var when =
        days.isEmpty()
            ? ReadBack.of(recurrence, language)
            : words(language, "quiet.on-days", days(language), HOUR.format(recurrence.start()));
    var hours = minutes / 60;
    var rest = minutes % 60;
    return hours == 0
        ? words(language, "quiet.lasting.minutes", when, rest)
        : rest == 0
            ? words(language, "quiet.lasting.hours", when, hours)
            : words(language, "quiet.lasting", when, hours, rest);
  }

  private String days(String language) {
    return days.stream()
        .map(LocalDate::toString)
        .collect(Collectors.joining(words(language, "recurrence.comma")));
  }

  private static String words(String language, String key, Object... arguments) {
    return Bundles.words(language, key, List.of(arguments));
  }
}
