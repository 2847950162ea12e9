package firstline.console.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.console.SmallCity;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.indicator.IndicatorContribution.Indicator;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.testkit.seed.Seeded;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Figures of a city with two counties and a village. */
class FiguresByAreaAndDayTest {
  private static final String CITY = "959700000000";
  private static final String EAST = "959701000000";
  private static final String WEST = "959702000000";
  private static final String VILLAGE = "959701001001";
  private static final LocalDate FIRST = LocalDate.of(2020, 2, 11);
  private static final LocalDate LAST = LocalDate.of(2020, 2, 20);
  private static final Indicator DONE = new Indicator("test.done", "/console/t");
  private static final Indicator THERE = new Indicator("test.there", "", true);
  private static final Sql SQL = TestDatabase.sql();

  @BeforeAll
  static void aCityThatCounts() {
    SmallCity.found("9597", "指标市", "9598");
    told("test.done", CITY, LAST, 1);
    told("test.done", VILLAGE, FIRST, 20);
    told("test.done", VILLAGE, FIRST.minusDays(1), 300);
    told("test.done", VILLAGE, FIRST.minusDays(10), 4_000);
    told("test.done", VILLAGE, FIRST.minusDays(11), 50_000);
    told("test.done", "959800000000", LAST, 600_000);
    told("test.there", EAST, FIRST.minusDays(40), 7);
    told("test.there", WEST, FIRST.minusDays(1), 2);
    told("test.there", EAST, FIRST.plusDays(3), -3);
  }

  private static void told(String key, String area, LocalDate day, long value) {
    new Indicators(SQL, new Desk())
        .set(key, "a test", List.of(new Indicators.Figure(area, day, value)));
  }

  private static FigureQueries queries(String own) {
    var desk = SmallCity.desk(own);
    return new FigureQueries(SQL, desk, Stream.of(() -> List.of(DONE, THERE)));
  }

  @Test
  @Requirement("R104.1")
  void aSumStandsAgainstThatOfAsManyDaysBefore() {
    var all = queries(CITY).all(CITY, FIRST, LAST);
    assertEquals(List.of("test.done", "test.there"), all.stream().map(Series::key).toList());
    assertEquals(new Change(21, 4_300), all.get(0).change());
    assertEquals(10, all.get(0).days().size());
    assertEquals(new Series.Day(FIRST, 20, 4_000), all.get(0).days().get(0));
    assertEquals(new Series.Day(LAST, 1, 300), all.get(0).days().get(9));
  }

  @Test
  @Requirement("R104.1")
  void whatThereIsTellsItsTotalsAndNotTheSumOfSomeDays() {
    var there = queries(CITY).all(CITY, FIRST, LAST).get(1);
    assertEquals(new Change(6, 9), there.change());
    assertEquals(
        List.of(9L, 9L, 9L, 6L, 6L, 6L, 6L, 6L, 6L, 6L),
        there.days().stream().map(Series.Day::value).toList());
    assertEquals(7, there.days().get(0).before());
    var places = queries(CITY).places(THERE, CITY, FIRST, LAST);
    assertEquals(
        List.of(
            new FigureQueries.Place(EAST, "东县", true, new Change(4, 7)),
            new FigureQueries.Place(WEST, "西县", false, new Change(2, 2))),
        places);
  }

  @Test
  @Requirement("R104.1")
  void theAreasBelowAndTheAreaItselfAddUpToTheSum() {
    var places = queries(CITY).places(DONE, CITY, FIRST, LAST);
    assertEquals(
        List.of(
            new FigureQueries.Place(EAST, "东县", true, new Change(20, 4_300)),
            new FigureQueries.Place(CITY, "指标市", true, new Change(1, 0)),
            new FigureQueries.Place(WEST, "西县", false, new Change(0, 0))),
        places);
    assertEquals(
        List.of(new FigureQueries.Place(VILLAGE, "东村", false, new Change(20, 4_300))),
        queries(CITY).places(DONE, EAST, FIRST, LAST));
  }

  @Test
  @Requirement({"R104.1", "R104.3"})
  void anOfficerSeesNothingOutsideTheirOwnArea() {
    var east = queries(EAST);
    assertEquals(new Change(20, 4_300), east.all(EAST, FIRST, LAST).get(0).change());
    for (var outside : List.of(WEST, "959800000000", "000000000000")) {
      assertEquals(List.of(), east.above(outside), outside);
      assertEquals(List.of(), east.places(DONE, outside, FIRST, LAST), outside);
      assertEquals(List.of(), east.lines("test.done", outside, FIRST, LAST, 100), outside);
      assertTrue(east.all(outside, FIRST, LAST).stream().allMatch(Series::isBlank), outside);
    }
    assertEquals(List.of(), east.above(CITY), "not what lies above either");
    assertEquals(
        new Change(20, 4_300),
        east.all(CITY, FIRST, LAST).get(0).change(),
        "of what lies above only their own part");
    assertEquals(
        List.of("东县", "东村"), east.above(VILLAGE).stream().map(FigureQueries.Above::name).toList());
  }

  @Test
  @Requirement("R104.3")
  void everyRowIsThereTheNewestFirst() {
    var lines = queries(CITY).lines("test.done", CITY, FIRST.minusDays(1), LAST, 100);
    assertEquals(
        List.of(
            new FigureQueries.Line(LAST, CITY, "指标市", "a test", 1),
            new FigureQueries.Line(FIRST, VILLAGE, "东村", "a test", 20),
            new FigureQueries.Line(FIRST.minusDays(1), VILLAGE, "东村", "a test", 300)),
        lines);
  }

  @Test
  @Requirement("R104.2")
  void aWrongQuestionIsRefusedInWords() {
    assertEquals("figures.day", refused("", "1900-01-01", ""));
    assertEquals("figures.day", refused("", "", "9999-12-31"));
    assertEquals("figures.day", refused("", "2020-02-30", ""));
    assertEquals("figures.day", refused("", "gestern", ""));
    assertEquals("figures.order", refused("", "2020-02-02", "2020-02-01"));
    assertEquals("figures.span", refused("", "2018-01-01", "2020-02-01"));
    assertEquals("figures.area", refused("1'; drop", "", ""));
    var asked = Asked.read("", "", "", "", CITY, LAST);
    assertEquals(new Asked("", CITY, LAST.minusDays(29), LAST), asked);
    assertEquals(
        "figures.key",
        assertThrows(
                Refusal.class,
                () ->
                    Asked.read("test.nothing", "", "", "", CITY, LAST).among(List.of(DONE, THERE)))
            .code());
  }

  private static String refused(String area, String from, String to) {
    return assertThrows(Refusal.class, () -> Asked.read("test.done", area, from, to, CITY, LAST))
        .code();
  }

  @Test
  @Requirement("R104.1")
  void whateverWasCountedTheSumsAreThoseOfTheDays() {
    Seeded.cases(
        500,
        draw -> {
          var length = draw.between(1, 40);
          var from = LAST.minusDays(length - 1L);
          var start = Series.start(from, LAST);
          var counted = new HashMap<LocalDate, Long>();
          for (var i = draw.between(0, 60); i > 0; i--) {
            counted.put(
                start.plusDays(draw.between(-1, 2 * length - 1)), (long) draw.between(-9, 99));
          }
          var standing = draw.chance(0.5);
          var series = Series.of("k", standing, from, LAST, counted);
          assertEquals(length, series.days().size());
          assertEquals(
              standing
                  ? counted.values().stream().mapToLong(Long::longValue).sum()
                  : sum(counted, from, LAST),
              series.change().now());
          assertEquals(
              standing
                  ? sum(counted, start.minusDays(1), from.minusDays(1))
                  : sum(counted, start, from.minusDays(1)),
              series.change().before());
        });
  }

  private static long sum(HashMap<LocalDate, Long> counted, LocalDate from, LocalDate to) {
    return counted.entrySet().stream()
        .filter(one -> !one.getKey().isBefore(from) && !one.getKey().isAfter(to))
        .mapToLong(java.util.Map.Entry::getValue)
        .sum();
  }

  @Test
  @Requirement("R104.4")
  void everyColumnStandsWithinThePictureAsHighAsItsDay() {
    Seeded.cases(
        1_000,
        draw -> {
          var days =
              draw.list(
                  1,
                  60,
                  one -> new Series.Day(LAST, one.between(-50, 5_000), one.between(-50, 5_000)));
          var chart = Chart.of(days, 1000, 200);
          var before = 0.0;
          for (var column : chart.columns()) {
            assertTrue(column.x() >= before, "one after the other");
            before = column.x() + column.width();
            assertTrue(before <= 1000.001 && column.height() >= 0);
            assertTrue(column.y() >= -0.001 && column.y() + column.height() <= 200.001);
            assertEquals(column.day().value() == 0, column.height() == 0);
          }
          for (var one : chart.columns()) {
            for (var other : chart.columns()) {
              if (one.day().value() > other.day().value() && other.day().value() >= 0) {
                assertTrue(one.height() >= other.height());
              }
            }
          }
        });
  }
}
