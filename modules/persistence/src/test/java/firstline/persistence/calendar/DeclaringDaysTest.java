package firstline.persistence.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.calendar.DeclareDay.Kind;
import firstline.persistence.calendar.YearOfArea.Day;
import firstline.persistence.calendar.YearOfArea.State;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.locale.ThreeLocales;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeclaringDaysTest {
  private static final String CITY = "511500000000";
  private static final String COUNTY = "511502000000";
  private static final String OTHER = "511503000000";
  private static final LocalDate THURSDAY = LocalDate.parse("2026-11-26");
  private static final LocalDate SUNDAY = LocalDate.parse("2026-11-29");

  /** 24 November, a Tuesday, half past midnight in China: still the 23rd in UTC. */
  private final MutableClock clock = MutableClock.at("2026-11-23T16:30:00Z");

  private final WorkingCalendar calendar = new WorkingCalendar(TestDatabase.sql());

  @BeforeEach
  void aCityWithTwoCounties() {
    CalendarCity.found();
  }

  @Test
  @Requirement("R15.4")
  void aDeclaredDayHoldsForTheSubtreeUntilItIsWithdrawn() {
    declare(CITY, COUNTY, THURSDAY, Kind.OFF);
    assertFalse(calendar.isWorkingDay(THURSDAY, COUNTY));
    assertTrue(calendar.isWorkingDay(THURSDAY, OTHER));
    declare(CITY, CITY, SUNDAY, Kind.WORKING);
    assertTrue(calendar.isWorkingDay(SUNDAY, OTHER));
    withdraw(CITY, COUNTY, THURSDAY);
    withdraw(CITY, CITY, SUNDAY);
    assertTrue(calendar.isWorkingDay(THURSDAY, COUNTY));
    assertFalse(calendar.isWorkingDay(SUNDAY, OTHER));
  }

  @Test
  @Requirement("R15.4")
  void aStrangerDeclaresAndWithdrawsNothing() {
    assertThrows(NotFound.class, () -> declare(OTHER, COUNTY, THURSDAY, Kind.OFF));
    assertThrows(NotFound.class, () -> declare(COUNTY, CITY, THURSDAY, Kind.OFF));
    declare(COUNTY, COUNTY, THURSDAY, Kind.OFF);
    assertThrows(NotFound.class, () -> withdraw(OTHER, COUNTY, THURSDAY));
    assertThrows(NotFound.class, () -> withdraw(COUNTY, COUNTY, SUNDAY));
    assertFalse(calendar.isWorkingDay(THURSDAY, COUNTY));
  }

  @Test
  @Requirement("R15.4")
  void aDayThatIsOverStaysAsItWas() {
    var today = LocalDate.parse("2026-11-24");
    assertRefused("calendar.past", () -> declare(CITY, CITY, today.minusDays(1), Kind.OFF));
    declare(CITY, CITY, today, Kind.OFF);
    clock.move(Duration.ofDays(1));
    assertRefused("calendar.past", () -> withdraw(CITY, CITY, today));
    assertFalse(calendar.isWorkingDay(today, CITY));
  }

  @Test
  @Requirement("R15.4")
  void aDayIsDeclaredOnceAndNotFarAhead() {
    declare(CITY, CITY, THURSDAY, Kind.OFF);
    assertRefused("calendar.declared", () -> declare(CITY, CITY, THURSDAY, Kind.WORKING));
    declare(CITY, COUNTY, THURSDAY, Kind.WORKING);
    assertTrue(calendar.isWorkingDay(THURSDAY, COUNTY), "the nearer area has the last word");
    assertRefused(
        "calendar.too-far", () -> declare(CITY, CITY, LocalDate.parse("2028-11-25"), Kind.OFF));
    declare(CITY, CITY, LocalDate.parse("2028-11-24"), Kind.OFF);
  }

  @ThreeLocales
  @Requirement("R15.5")
  void theYearTellsOfEachDayWhatItIsAndWhy() {
    declare(CITY, CITY, THURSDAY, Kind.OFF);
    declare(CITY, COUNTY, THURSDAY, Kind.WORKING);
    declare(CITY, CITY, SUNDAY, Kind.WORKING);
    var year = queries(CITY).year(COUNTY, 2026);
    assertEquals(365, year.days().size());
    assertFalse(year.provisional());
    assertTrue(year.keeps());
    assertEquals("翠屏区", year.name());
    assertEquals(State.HOLIDAY, day(year, "2026-10-01").state());
    assertEquals("国庆节", day(year, "2026-10-01").name());
    assertEquals(State.HOLIDAY, day(year, "2026-10-04").state(), "a Sunday within the holidays");
    assertEquals(State.MAKE_UP, day(year, "2026-10-10").state());
    assertEquals(State.WORKING, day(year, "2026-11-25").state());
    assertEquals(State.OFF, day(year, "2026-11-28").state());
    assertEquals(State.OWN_WORKING, day(year, THURSDAY.toString()).state());
    assertEquals(State.OWN_WORKING, day(year, SUNDAY.toString()).state());
    assertEquals(
        List.of("宜宾市", "翠屏区", "宜宾市"), year.own().stream().map(YearOfArea.Own::areaName).toList());
    assertEquals(
        List.of(false, true, false), year.own().stream().map(YearOfArea.Own::here).toList());
    assertEquals("李敏", year.own().get(0).by());
    var counted = calendar.of(COUNTY);
    for (var day : year.days()) {
      assertEquals(counted.day(day.date()).working(), day.state().working(), "" + day);
    }
  }

  @Test
  @Requirement("R15.5")
  void aYearWithoutANoticeIsProvisional() {
    var year = queries(COUNTY).year(CITY, 2028);
    assertTrue(year.provisional());
    assertFalse(year.keeps(), "it lies above the officer's scope");
    assertEquals(366, year.days().size());
    assertTrue(day(year, "2028-10-02").provisional());
    assertTrue(day(queries(CITY).year(CITY, 2026), "2026-12-30").provisional());
    assertThrows(NotFound.class, () -> queries(CITY).year("999999999999", 2026));
  }

  private static Day day(YearOfArea year, String date) {
    return year.days().get(LocalDate.parse(date).getDayOfYear() - 1);
  }

  private void declare(String scope, String area, LocalDate date, Kind kind) {
    new DeclareDay(TestDatabase.sql(), CalendarCity.keeper(path(scope)), clock)
        .declare(new DeclareDay.Command(area, date, kind, " 防汛 "));
  }

  private void withdraw(String scope, String area, LocalDate date) {
    new WithdrawDay(TestDatabase.sql(), CalendarCity.keeper(path(scope)), clock)
        .withdraw(new WithdrawDay.Command(area, date));
  }

  private CalendarQueries queries(String scope) {
    return new CalendarQueries(TestDatabase.sql(), CalendarCity.keeper(path(scope)), clock);
  }

  private static String path(String scope) {
    return scope.equals(CITY) ? CITY + "/" : CITY + "/" + scope + "/";
  }

  private static void assertRefused(String code, Runnable work) {
    assertEquals(code, assertThrows(Refusal.class, work::run).code());
  }
}
