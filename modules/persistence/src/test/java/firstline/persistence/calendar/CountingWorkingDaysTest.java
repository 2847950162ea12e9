package firstline.persistence.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.calendar.Holidays.Special;
import firstline.persistence.calendar.WorkingDays.Due;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Seeded;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountingWorkingDaysTest {
  private static final WorkingDays NATION = new WorkingDays(Holidays.published(), Map.of());

  @ThreeLocales
  @Requirement("R15.1")
  void theSpringOf2020AsItWas() {
    // The notice of January 2020 and its extension to 2 February, under which this city worked.
    assertFalse(working("2020-01-24"));
    assertTrue(working("2020-01-19"), "a Sunday made up for");
    assertFalse(working("2020-01-31"));
    assertEquals(date("2020-02-03"), NATION.plus(date("2020-01-23"), 1).date());
    assertEquals("春节", NATION.day(date("2020-01-24")).name());
    assertEquals("", NATION.day(date("2020-02-04")).name());
  }

  @Test
  @Requirement("R15.1")
  void anAmendmentCountsFromTheDayItWasPublished() {
    // The notice of 21 November 2019, amended on 27 January 2020.
    var first = WorkingDays.nationKnownOn(date("2020-01-26"));
    assertEquals(date("2020-02-06"), first.plus(date("2020-01-22"), 7).date());
    assertTrue(first.day(date("2020-02-01")).working(), "a Saturday to be made up for");
    var amended = WorkingDays.nationKnownOn(date("2020-01-27"));
    assertEquals(date("2020-02-10"), amended.plus(date("2020-01-22"), 7).date());
    assertTrue(WorkingDays.nationKnownOn(date("2019-11-20")).day(date("2020-01-24")).provisional());
    assertFalse(first.day(date("2020-01-24")).provisional());
  }

  @ThreeLocales
  @Requirement("R15.1")
  void theOctoberOf2025WithItsMakeUpDays() {
    assertTrue(working("2025-09-28"), "a Sunday made up for");
    assertEquals(date("2025-10-09"), NATION.plus(date("2025-09-30"), 1).date());
    assertEquals(date("2025-10-11"), NATION.plus(date("2025-09-30"), 3).date(), "a Saturday");
  }

  @Test
  @Requirement("R15.1")
  void theTermIsTheNthWorkingDayAfterByBruteForce() {
    Seeded.cases(
        3_000,
        draw -> {
          var start = LocalDate.of(2017, 1, 1).plusDays(draw.between(0, 4_400));
          var own = new HashMap<LocalDate, Special>();
          for (var i = draw.between(0, 12); i > 0; i--) {
            own.put(start.plusDays(draw.between(0, 60)), new Special(draw.chance(0.5), "own"));
          }
          var days = new WorkingDays(Holidays.published(), own);
          var count = draw.between(0, 90);
          var due = days.plus(start, count);
          // Between the first day that counts and the end lie exactly so many working days.
          var first = count == 0 ? start : start.plusDays(1);
          var counted = 0;
          var provisional = false;
          for (var at = first; !at.isAfter(due.date()); at = at.plusDays(1)) {
            counted += days.day(at).working() ? 1 : 0;
            provisional |= days.day(at).provisional();
          }
          assertEquals(Math.max(1, count), counted);
          assertTrue(days.day(due.date()).working());
          assertEquals(provisional, due.provisional());
        });
  }

  @Test
  @Requirement("R15.1")
  void aTermInTwoPartsEndsWhereTheWholeEnds() {
    Seeded.cases(
        2_000,
        draw -> {
          var start = LocalDate.of(2019, 1, 1).plusDays(draw.between(0, 2_500));
          var a = draw.between(1, 40);
          var b = draw.between(1, 40);
          assertEquals(
              NATION.plus(start, a + b).date(),
              NATION.plus(NATION.plus(start, a).date(), b).date());
        });
  }

  @ThreeLocales
  @Requirement("R15.2")
  void withoutANoticeTheAnswerIsProvisional() {
    assertEquals(new Due(date("2026-11-25"), false), NATION.plus(date("2026-11-24"), 1));
    assertTrue(NATION.plus(date("2026-11-24"), 60).provisional(), "reaches into 2027");
    assertTrue(NATION.plus(date("2027-03-01"), 1).provisional());
    assertTrue(NATION.day(date("2018-06-18")).provisional(), "2018 has only three days of 2019's");
    assertFalse(NATION.day(date("2018-12-30")).provisional(), "this one stands in a notice");
    assertFalse(NATION.day(date("2025-12-30")).provisional(), "2026 is published");
    assertTrue(NATION.day(date("2026-12-30")).provisional(), "2027's New Year may reach back");
    assertFalse(NATION.day(date("2026-12-24")).provisional());
  }

  @Test
  void aTermOutsideTheLimitsIsAMistake() {
    var start = date("2026-01-01");
    assertThrows(IllegalArgumentException.class, () -> NATION.plus(start, -1));
    assertThrows(IllegalArgumentException.class, () -> NATION.plus(start, WorkingDays.MOST + 1));
    assertEquals(date("2026-01-04"), NATION.plus(start, 0).date(), "a Sunday made up for");
  }

  @Test
  @Requirement("R15.3")
  void theNearestAreaHasTheLastWord() {
    var owner = TestDatabase.owner();
    owner.update("truncate area cascade");
    owner.update(
        "insert into area (code, level, name, path) values"
            + " ('511500000000', 'CITY', '宜宾市', '511500000000/')");
    owner.update(
        "insert into area (code, parent, level, name, path) values"
            + " ('511502000000', '511500000000', 'COUNTY', '翠屏区', '511500000000/511502000000/'),"
            + " ('511503000000', '511500000000', 'COUNTY', '南溪区', '511500000000/511503000000/')");
    var sql = TestDatabase.sql();
    sql.update(
        "insert into calendar_overlay values ('511500000000', '2026-07-06', false, '防汛'),"
            + " ('511502000000', '2026-07-06', true, '抢险'),"
            + " ('511502000000', '2026-07-07', false, '补休')");
    var calendar = new WorkingCalendar(sql);
    var monday = date("2026-07-06");
    assertFalse(calendar.isWorkingDay(monday, "511500000000"));
    assertFalse(calendar.isWorkingDay(monday, "511503000000"), "inherits the city's");
    assertTrue(calendar.isWorkingDay(monday, "511502000000"));
    assertTrue(calendar.isWorkingDay(date("2026-07-07"), "511503000000"), "not the neighbour's");
    var friday = date("2026-07-03");
    assertEquals(
        new Due(date("2026-07-08"), false), calendar.plusWorkingDays(friday, 2, "511502000000"));
    assertEquals(
        new Due(date("2026-07-08"), false), calendar.plusWorkingDays(friday, 2, "511503000000"));
    assertEquals("抢险", calendar.of("511502000000").day(monday).name());
    assertThrows(NotFound.class, () -> calendar.of("999999999999"));
  }

  private static boolean working(String date) {
    return NATION.day(date(date)).working();
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(text);
  }
}
