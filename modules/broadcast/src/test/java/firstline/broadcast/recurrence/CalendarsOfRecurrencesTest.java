package firstline.broadcast.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Seeded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsOfRecurrencesTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final WorkingDays NATION = WorkingDays.nation();

  private static List<String> days(String rule, String calendar, String from, String to) {
    var text = new Recurrence.Text("2019-01-01T06:30", rule, null, null, calendar);
    return Recurrence.read(text).between(instant(from), instant(to), NATION).stream()
        .map(one -> LocalDate.ofInstant(one.start(), CHINA).toString().substring(5))
        .toList();
  }

  private static Instant instant(String day) {
    return LocalDate.parse(day).atStartOfDay(CHINA).toInstant();
  }

  @ThreeLocales
  @Requirement("R30.3")
  void workingDaysLeaveOutHolidaysAndKeepMakeUpDays() {
    // 2025: off from 1 to 8 October, worked on Sunday 28 September and Saturday 11 October.
    assertEquals(
        List.of("09-26", "09-28", "09-29", "09-30", "10-09", "10-10", "10-11", "10-13"),
        days("FREQ=DAILY", "WORKDAYS", "2025-09-26", "2025-10-14"));
    assertEquals(
        List.of(
            "09-27", "10-01", "10-02", "10-03", "10-04", "10-05", "10-06", "10-07", "10-08",
            "10-12"),
        days("FREQ=DAILY", "RESTDAYS", "2025-09-26", "2025-10-14"));
  }

  @Test
  @Requirement("R30.3")
  void theCalendarAddsNoDayThatTheRuleDoesNotGive() {
    assertEquals(
        List.of("09-26", "09-29", "09-30", "10-09", "10-10", "10-13"),
        days("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "WORKDAYS", "2025-09-26", "2025-10-14"));
  }

  @Test
  @Requirement("R30.3")
  void aYearWithoutItsNoticeIsProvisional() {
    var text = new Recurrence.Text("2026-11-02T06:30", "FREQ=MONTHLY", null, null, "WORKDAYS");
    var occurrences =
        Recurrence.read(text).between(instant("2026-11-01"), instant("2099-01-01"), NATION);
    assertFalse(occurrences.get(0).provisional());
    assertTrue(occurrences.get(occurrences.size() - 1).provisional());
    var every = new Recurrence.Text("2098-11-02T06:30", "FREQ=DAILY", null, null, "LUNAR:1");
    var lunar = Recurrence.read(every).from(Instant.MIN, NATION);
    lunar.next();
    assertFalse(lunar.provisional(), "the moon needs no notice");
  }

  @Test
  @Requirement({"R30.3", "R30.4"})
  void theCalendarFiltersWhatTheRuleGives() {
    Seeded.cases(
        1_500,
        draw -> {
          var rule = DrawnRule.of(draw);
          var calendar = draw.of("WORKDAYS", "RESTDAYS", "LUNAR:1,15", "LUNAR:*3,*6,*9");
          var end = rule.start().toLocalDate().plusDays(700);
          var expected =
              rule.starts(end).stream()
                  .filter(at -> kept(at.toLocalDate(), calendar))
                  .map(at -> at.atZone(CHINA).toInstant())
                  .toList();
          var actual =
              rule
                  .recurrence(calendar)
                  .between(Instant.MIN, end.plusDays(1).atStartOfDay(CHINA).toInstant(), NATION)
                  .stream()
                  .map(Occurrence::start)
                  .toList();
          assertEquals(expected, actual, rule::text);
        });
  }

  private static boolean kept(LocalDate day, String calendar) {
    if (calendar.endsWith("DAYS")) {
      return NATION.day(day).working() == calendar.equals("WORKDAYS");
    }
    var lunar = LunarDate.of(day).day();
    return calendar.equals("LUNAR:1,15")
        ? lunar == 1 || lunar == 15
        : List.of(3, 6, 9).contains(lunar % 10);
  }

  /** New years, feasts and leap months as printed calendars have them. */
  @ParameterizedTest
  @CsvSource({
    "2000-02-05, 1, false, 1",
    "2020-01-25, 1, false, 1",
    "2020-05-23, 4, true, 1",
    "2023-03-22, 2, true, 1",
    "2024-02-10, 1, false, 1",
    "2024-09-17, 8, false, 15",
    "2025-01-29, 1, false, 1",
    "2025-07-25, 6, true, 1",
    "2025-08-22, 6, true, 29",
    "2025-08-23, 7, false, 1",
    "2026-02-17, 1, false, 1",
    "2026-06-19, 5, false, 5",
    "2026-09-25, 8, false, 15",
    "2028-06-23, 5, true, 1",
    "2033-12-22, 11, true, 1",
    "2034-02-19, 1, false, 1"
  })
  @Requirement("R30.4")
  void lunarDaysAreThoseOfPrintedCalendars(LocalDate day, int month, boolean leap, int lunarDay) {
    assertEquals(new LunarDate(month, leap, lunarDay), LunarDate.of(day));
  }

  @Test
  @Requirement("R30.4")
  void lunarMonthsHaveTwentyNineOrThirtyDaysInOrder() {
    var before = LunarDate.of(Recurrence.FIRST.minusDays(1));
    for (var day = Recurrence.FIRST; !day.isAfter(Recurrence.LAST); day = day.plusDays(1)) {
      var lunar = LunarDate.of(day);
      if (lunar.day() == 1) {
        assertTrue(before.day() >= 29, day::toString);
      } else {
        assertEquals(new LunarDate(before.month(), before.leap(), before.day() + 1), lunar);
      }
      before = lunar;
    }
  }

  @ThreeLocales
  @Requirement("R30.4")
  void marketDaysComeInTheLeapMonthToo() {
    // The sixth month of 2025 came twice: its leap month began on 25 July.
    assertEquals(
        List.of("07-27", "07-30", "08-02", "08-06", "08-09", "08-12", "08-16", "08-19", "08-22"),
        days("FREQ=DAILY", "lunar:*3,*6,*9", "2025-07-25", "2025-08-23"));
    assertEquals(
        days("FREQ=DAILY", "LUNAR:*3,*6,*9", "2025-07-25", "2026-08-23"),
        days("FREQ=DAILY", "LUNAR:3,6,9,13,16,19,23,26,29", "2025-07-25", "2026-08-23"));
  }
}
