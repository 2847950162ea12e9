package firstline.persistence.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.calendar.NoticeOfHolidays.Problem;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A notice of a year far ahead, of which the product knows nothing. */
class TakingInNoticesTest {
  private static final String CITY = "511500000000";
  private static final LocalDate PUBLISHED = LocalDate.parse("2087-11-04");
  private static final String NOTICE =
      """
      \uFEFFdate,kind,name
      2087-12-31,holiday,元旦
      2088-01-01,holiday,元旦

      2088-01-18,workday,春节
      2088-01-24,holiday,春节
      2088-01-25,holiday,春节
      2088-04-04,holiday,清明节
      2088-05-01,holiday,劳动节
      2088-06-04，holiday，端午节
      2088-10-01,holiday,国庆节、中秋节
      2088-10-02,holiday,国庆节、中秋节
      2088-10-03,holiday,国庆节、中秋节
      2088-10-09,workday,国庆节、中秋节
      """;

  private final MutableClock clock = MutableClock.at("2087-11-05T02:00:00Z");
  private final WorkingCalendar calendar = new WorkingCalendar(TestDatabase.sql());

  @BeforeEach
  void aCityWithoutNotices() {
    TestDatabase.owner().update("truncate holiday_notice cascade");
    CalendarCity.found();
  }

  private static List<Problem> read(String text) {
    return NoticeOfHolidays.read(2088, text).problems();
  }

  private static String codes(String text) {
    return read(text).stream()
        .map(problem -> problem.line() + " " + problem.code())
        .collect(Collectors.joining(", "));
  }

  @Test
  @Requirement("R15.6")
  void aGoodNoticeCountsFromThenOn() {
    assertTrue(calendar.nation().day(LocalDate.parse("2088-01-26")).provisional());
    assertEquals(List.of(), takeIn(CITY + "/", PUBLISHED, NOTICE));
    var days = calendar.of(CITY);
    assertFalse(days.day(LocalDate.parse("2087-12-31")).working(), "the last of the year before");
    assertTrue(days.day(LocalDate.parse("2088-01-18")).working(), "a Sunday made up for");
    assertFalse(days.day(LocalDate.parse("2088-10-01")).working());
    assertFalse(days.day(LocalDate.parse("2088-01-26")).provisional());
    assertEquals("春节", calendar.nation().day(LocalDate.parse("2088-01-24")).name());

    clock.move(Duration.ofDays(90));
    var amended = NOTICE.replace("2088-01-25,", "2088-01-25,holiday,春节\n2088-01-26,");
    takeIn(CITY + "/", LocalDate.parse("2088-01-20"), amended);
    assertFalse(calendar.nation().day(LocalDate.parse("2088-01-26")).working(), "amended");
  }

  @Test
  @Requirement("R15.6")
  void everyWrongLineIsNamedAndNothingIsKept() {
    assertEquals("", codes(NOTICE));
    assertEquals(
        "2 kind, 3 date, 5 fields, 6 name, 7 year, 8 twice",
        codes(
            "2088-01-01,holiday,元旦\n2088-01-02,free,元旦\n2088-13-01,holiday,元旦\n\n"
                + "2088-01-03,holiday\n2088-01-04,holiday, \n2089-01-04,holiday,元旦\n"
                + "2088-01-01,workday,元旦"));
    assertEquals("0 long", codes("\n".repeat(300)));
    for (var lost : List.of("端午节", "元旦", "中秋节")) {
      var text =
          Arrays.stream(NOTICE.split("\n"))
              .map(line -> line.replace("、" + lost, ""))
              .filter(line -> !line.endsWith(lost))
              .collect(Collectors.joining("\n"));
      assertEquals(
          List.of(new Problem(0, "festival", List.of(lost))), read(text), "no day off for " + lost);
    }
    var hole = NOTICE.replace("2088-10-02,holiday,国庆节、中秋节\n", "");
    assertEquals(
        List.of(new Problem(0, "gap", List.of("国庆节、中秋节", "2088-10-01", "2088-10-03"))), read(hole));
    takeIn(CITY + "/", PUBLISHED, hole);
    assertTrue(calendar.nation().day(LocalDate.parse("2088-01-26")).provisional());
  }

  @Test
  @Requirement("R15.6")
  void aNoticeIsTakenInOnceAndByWhoKeepsTheWhole() {
    takeIn(CITY + "/", PUBLISHED, NOTICE);
    for (var bad :
        List.of(
            List.of("calendar.notice.known", PUBLISHED),
            List.of("calendar.notice.published", LocalDate.parse("2087-11-06")),
            List.of("calendar.notice.published", LocalDate.parse("2086-12-31")))) {
      assertEquals(
          bad.get(0),
          assertThrows(Refusal.class, () -> takeIn(CITY + "/", (LocalDate) bad.get(1), NOTICE))
              .code());
    }
    assertThrows(
        NotFound.class, () -> takeIn(CITY + "/511502000000/", PUBLISHED.minusDays(1), NOTICE));
  }

  private List<Problem> takeIn(String scope, LocalDate published, String lines) {
    return new TakeInNotice(TestDatabase.sql(), CalendarCity.keeper(scope), clock)
        .takeIn(new TakeInNotice.Command(2088, published, lines));
  }
}
