package firstline.persistence.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;

/**
 * The holidays and make-up workdays of the State Council's yearly notices. Facts only: date, kind
 * ({@code holiday}, {@code workday}), name. A new year's lines are added to the file once its
 * notice is out, usually in November.
 */
final class Holidays {
  /** A day that departs from the week. */
  record Special(boolean working, String name) {}

  private static final String FILE = "holidays-cn.csv";

  /** From this day of December on, the next year's notice has moved days of this year. */
  private static final int LAST_WEEK = 25;

  private static final Holidays PUBLISHED = read();

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

  Map<LocalDate, Special> days() {
    return days;
  }

  /** True if everything that can move this day is published. */
  boolean settled(LocalDate date) {
    var year = date.getYear();
    var reached = date.getMonth() == Month.DECEMBER && date.getDayOfMonth() >= LAST_WEEK;
    return years.contains(year) && (!reached || years.contains(year + 1));
  }

  private static Holidays read() {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var stream = Objects.requireNonNull(Holidays.class.getResourceAsStream(FILE), FILE);
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        var lines = format.parse(reader)) {
      var days = new HashMap<LocalDate, Special>();
      for (var line : lines) {
        var working =
            switch (line.get("kind")) {
              case "workday" -> true;
              case "holiday" -> false;
              default -> throw new IllegalStateException(FILE + ": " + line);
            };
        days.put(LocalDate.parse(line.get("date")), new Special(working, line.get("name")));
      }
      return new Holidays(days);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
