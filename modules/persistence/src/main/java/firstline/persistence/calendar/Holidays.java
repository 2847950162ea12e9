package firstline.persistence.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The holidays and make-up workdays of the State Council's yearly notices. Facts only: date, kind
 * ({@code holiday}, {@code workday}), name. A new year's lines are added to the file once its
 * notice is out, usually in November. Two files more say since when that was known: the day of each
 * year's notice, and how a day read before an amendment, such as that of 27 January 2020.
 */
final class Holidays {
  /** A day that departs from the week. */
  record Special(boolean working, String name) {}

  /** How a day read until it was amended; not special at all if {@code special} is empty. */
  private record Before(LocalDate until, LocalDate date, Map<LocalDate, Special> special) {}

  private record Notice(int year, LocalDate published) {}

  /** From this day of December on, the next year's notice has moved days of this year. */
  private static final int LAST_WEEK = 25;

  private static final List<Notice> NOTICES =
      read(
          "holiday-notices.csv",
          line ->
              new Notice(
                  Integer.parseInt(line.get("year")), LocalDate.parse(line.get("published"))));

  private static final List<Before> AMENDED =
      read(
          "holidays-cn-before.csv",
          line ->
              new Before(
                  LocalDate.parse(line.get("until")),
                  LocalDate.parse(line.get("date")),
                  special(line)));

  private static final Holidays PUBLISHED = new Holidays(all());

  private final Map<LocalDate, Special> days;
  private final Set<Integer> years = new HashSet<>();

  Holidays(Map<LocalDate, Special> days) {
    this.days = Map.copyOf(days);
    for (var day : days.entrySet()) {
      // Every notice frees 1 October. Single days are no proof: a New Year's reach back.
      var date = day.getKey();
      if (date.getMonth() == Month.OCTOBER
          && date.getDayOfMonth() == 1
          && !day.getValue().working()) {
        years.add(date.getYear());
      }
    }
  }

  /** What the product brings along. */
  static Holidays published() {
    return PUBLISHED;
  }

  /** What could be known on a day: no later notice, no later amendment. */
  static Holidays knownOn(LocalDate day) {
    var known = new HashMap<>(PUBLISHED.days);
    for (var notice : NOTICES) {
      if (notice.published().isAfter(day)) {
        known.keySet().removeIf(date -> yearOfNotice(date) == notice.year());
      }
    }
    for (var before : AMENDED) {
      if (before.until().isAfter(day)) {
        known.remove(before.date());
        known.putAll(before.special());
      }
    }
    return new Holidays(known);
  }

  /** With a notice that takes the place of all that was known of its year. */
  Holidays with(int year, Map<LocalDate, Special> notice) {
    var all = new HashMap<>(days);
    all.keySet().removeIf(date -> yearOfNotice(date) == year);
    all.putAll(notice);
    return new Holidays(all);
  }

  Map<LocalDate, Special> days() {
    return days;
  }

  /** True if everything that can move this day is published. */
  boolean settled(LocalDate date) {
    return years.contains(date.getYear()) && years.contains(yearOfNotice(date));
  }

  /** The year in whose notice the day stands. */
  static int yearOfNotice(LocalDate date) {
    var reached = date.getMonth() == Month.DECEMBER && date.getDayOfMonth() >= LAST_WEEK;
    return reached ? date.getYear() + 1 : date.getYear();
  }

  private static Map<LocalDate, Special> all() {
    var days = new HashMap<LocalDate, Special>();
    read("holidays-cn.csv", Holidays::special).forEach(days::putAll);
    return days;
  }

  /** The one day of a line; none for a plain day. */
  private static Map<LocalDate, Special> special(CSVRecord line) {
    var date = LocalDate.parse(line.get("date"));
    return switch (line.get("kind")) {
      case "workday" -> Map.of(date, new Special(true, line.get("name")));
      case "holiday" -> Map.of(date, new Special(false, line.get("name")));
      case "plain" -> Map.of();
      default -> throw new IllegalStateException(line.toString());
    };
  }

  private static <T> List<T> read(String file, Function<CSVRecord, T> line) {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var stream = Objects.requireNonNull(Holidays.class.getResourceAsStream(file), file);
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        var lines = format.parse(reader)) {
      return lines.stream().map(line).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
