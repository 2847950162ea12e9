package firstline.console.admin.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.console.admin.calendar.MonthGrid.Cell;
import firstline.persistence.calendar.YearOfArea;
import firstline.persistence.calendar.YearOfArea.Day;
import firstline.persistence.calendar.YearOfArea.State;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.locale.ThreeLocales;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

class MonthsOfAYearTest {
  @ThreeLocales
  @Requirement("R15.5")
  void everyDayStandsOnceUnderItsDayOfTheWeek() {
    for (var year = 2015; year < 2045; year++) {
      var months = MonthGrid.of(plain(year), Locale.SIMPLIFIED_CHINESE);
      assertEquals(12, months.size());
      for (var month = 1; month <= 12; month++) {
        var grid = months.get(month - 1);
        var length = YearMonth.of(year, month).lengthOfMonth();
        var number = 0;
        for (var week : grid.weeks()) {
          assertEquals(7, week.size());
          assertTrue(week.stream().anyMatch(cell -> !cell.equals(Cell.BLANK)), "no empty week");
          for (var at = 0; at < 7; at++) {
            if (!week.get(at).number().isEmpty()) {
              number++;
              assertEquals(String.valueOf(number), week.get(at).number());
              var date = LocalDate.of(year, month, number);
              assertEquals(DayOfWeek.of(at + 1), date.getDayOfWeek());
            }
          }
        }
        assertEquals(length, number);
        assertEquals(length, grid.working() + grid.off());
      }
    }
  }

  @ThreeLocales
  void monthsAreNamedInTheReadersLanguage() {
    var year = plain(2026);
    assertEquals("January", MonthGrid.of(year, Locale.ENGLISH).get(0).name());
    assertEquals("一月", MonthGrid.of(year, Locale.SIMPLIFIED_CHINESE).get(0).name());
  }

  private static YearOfArea plain(int year) {
    var first = LocalDate.of(year, 1, 1);
    return new YearOfArea(
        "511500000000",
        "宜宾市",
        year,
        false,
        true,
        true,
        first
            .datesUntil(first.plusYears(1))
            .map(
                date ->
                    new Day(date, date.getDayOfMonth() < 9 ? State.OFF : State.WORKING, "", false))
            .toList(),
        List.of());
  }
}
