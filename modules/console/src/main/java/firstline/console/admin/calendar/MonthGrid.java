package firstline.console.admin.calendar;

import firstline.persistence.calendar.YearOfArea;
import firstline.persistence.calendar.YearOfArea.Day;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A month as weeks from Monday to Sunday; a cell without a day is blank.
 *
 * @param name of the month in the reader's language
 * @param working how many working days it has
 */
public record MonthGrid(String name, List<List<Cell>> weeks, long working, long off) {
  private static final int WEEK = 7;

  /**
   * A place in the grid.
   *
   * @param number of the day; empty for a place outside the month
   * @param state empty for a place outside the month
   * @param why name of the holiday or reason; empty for a plain day
   */
  public record Cell(String number, String state, String why, boolean provisional) {
    static final Cell BLANK = new Cell("", "", "", false);

    static Cell of(Day day) {
      return new Cell(
          String.valueOf(day.date().getDayOfMonth()),
          day.state().name(),
          day.name(),
          day.provisional());
    }
  }

  /** The twelve months of a year. */
  static List<MonthGrid> of(YearOfArea year, Locale locale) {
    return Arrays.stream(Month.values())
        .map(
            month ->
                of(
                    month.getDisplayName(TextStyle.FULL_STANDALONE, locale),
                    year.days().stream().filter(day -> day.date().getMonth() == month).toList()))
        .toList();
  }

  private static MonthGrid of(String name, List<Day> days) {
    var before = days.get(0).date().getDayOfWeek().getValue() - 1;
    var after = Math.floorMod(-before - days.size(), WEEK);
    var cells =
        Stream.of(
                Collections.nCopies(before, Cell.BLANK),
                days.stream().map(Cell::of).toList(),
                Collections.nCopies(after, Cell.BLANK))
            .flatMap(List::stream)
            .toList();
    var weeks = new ArrayList<List<Cell>>();
    for (var at = 0; at < cells.size(); at += WEEK) {
      weeks.add(cells.subList(at, at + WEEK));
    }
    var working = days.stream().filter(day -> day.state().working()).count();
    return new MonthGrid(name, List.copyOf(weeks), working, days.size() - working);
  }
}
