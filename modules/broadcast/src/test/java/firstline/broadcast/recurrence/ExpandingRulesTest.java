package firstline.broadcast.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpandingRulesTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  @Test
  @Requirement("R30.1")
  void aRuleGivesWhatMatchingEveryDayByHandGives() {
    Seeded.cases(12_000, ExpandingRulesTest::sameAsByHand);
  }

  @ThreeLocales
  @Requirement("R30.1")
  void noLocaleChangesIt() {
    Seeded.cases(300, ExpandingRulesTest::sameAsByHand);
  }

  private static void sameAsByHand(Draw draw) {
    var rule = DrawnRule.of(draw);
    var years = rule.frequency().equals("YEARLY") ? 20 : 4;
    var end = rule.start().toLocalDate().plusDays(draw.between(0, years * 365));
    // A window that begins anywhere must show what a reading from the start shows there.
    var begin = draw.chance(0.3) ? rule.start() : end.minusDays(draw.between(0, 500)).atTime(12, 0);
    var expected = rule.starts(end).stream().filter(at -> !at.isBefore(begin)).toList();
    assertEquals(
        expected, local(rule.recurrence(), begin, end), () -> rule.start() + " " + rule.text());
  }

  private static List<LocalDateTime> local(
      Recurrence recurrence, LocalDateTime begin, LocalDate end) {
    return recurrence
        .between(
            begin.atZone(CHINA).toInstant(),
            end.plusDays(1).atStartOfDay(CHINA).toInstant(),
            WorkingDays.nation())
        .stream()
        .map(one -> LocalDateTime.ofInstant(one.start(), CHINA))
        .toList();
  }

  private static List<String> first(int count, String start, String rule) {
    var recurrence = Recurrence.read(new Recurrence.Text(start, rule, null, null, null));
    var found = new ArrayList<String>();
    var occurrences = recurrence.from(Instant.MIN, WorkingDays.nation());
    while (found.size() < count && occurrences.hasNext()) {
      found.add(LocalDateTime.ofInstant(occurrences.next().start(), CHINA).toString());
    }
    return found;
  }

  private static List<String> days(int count, String start, String rule) {
    return first(count, start, rule).stream().map(at -> at.substring(0, 10)).toList();
  }

  @ThreeLocales
  @Requirement("R30.1")
  void theLeapDayComesInLeapYearsAlone() {
    assertEquals(
        List.of("2024-02-29", "2028-02-29", "2032-02-29"),
        days(3, "2024-02-29T06:30", "FREQ=YEARLY"));
    assertEquals(
        List.of("2028-02-29", "2056-02-29"),
        days(2, "2026-01-01T06:30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=TU"));
  }

  @Test
  @Requirement("R30.1")
  void monthEndsAreTheLastDayOrNone() {
    assertEquals(
        List.of("2026-01-31", "2026-02-28", "2026-03-31"),
        days(3, "2026-01-31T06:30", "FREQ=MONTHLY;BYMONTHDAY=-1"));
    assertEquals(
        List.of("2026-01-31", "2026-03-31", "2026-05-31"),
        days(3, "2026-01-31T06:30", "FREQ=MONTHLY"));
    assertEquals(
        List.of("2026-01-30", "2026-02-27", "2026-03-31"),
        days(3, "2026-01-01T06:30", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"));
  }

  @Test
  @Requirement("R30.1")
  void countAndUntilIncludeTheLast() {
    assertEquals(3, first(9, "2026-03-02T06:30", "FREQ=DAILY;COUNT=3").size());
    assertEquals(
        List.of("2026-03-02T06:30", "2026-03-03T06:30"),
        first(9, "2026-03-02T06:30", "FREQ=DAILY;UNTIL=20260302T223000Z"));
    assertEquals(
        List.of("2026-03-02T06:30"),
        first(9, "2026-03-02T06:30", "FREQ=DAILY;UNTIL=20260302T222959Z"));
    assertEquals(
        List.of("2026-03-02T06:30"),
        first(9, "2026-03-02T06:30", "FREQ=DAILY;UNTIL=20260302T063000"),
        "a local end is on the start's clock");
  }

  @ThreeLocales
  @Requirement("R30.1")
  void theWeeksStartMovesEverySecondWeek() {
    // The weeks that count begin on Monday, and in the second case on Sunday.
    assertEquals(
        List.of("2005-08-05", "2005-08-16", "2005-08-19", "2005-08-30"),
        days(4, "2005-08-05T09:00", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,FR;WKST=MO").stream()
            .toList());
    assertEquals(
        List.of("2005-08-05", "2005-08-14", "2005-08-19", "2005-08-28"),
        days(4, "2005-08-05T09:00", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=FR,SU;WKST=SU"));
  }

  @Test
  @Requirement("R30.1")
  void theExampleOfTheStandardComesOutAsItStandsThere() {
    // RFC 5545, 3.8.5.3, moved by 28 years to days of the same names.
    assertEquals(
        List.of("2025-08-05", "2025-08-10", "2025-08-19", "2025-08-24"),
        days(9, "2025-08-05T09:00", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO"));
    assertEquals(
        List.of("2025-08-05", "2025-08-17", "2025-08-19", "2025-08-31"),
        days(9, "2025-08-05T09:00", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU"));
  }

  @Test
  @Requirement("R30.1")
  void aStartThatItsRuleDoesNotMatchIsNoOccurrence() {
    assertEquals(
        List.of("2026-03-04", "2026-03-11"),
        days(9, "2026-03-02T06:30", "FREQ=WEEKLY;BYDAY=WE;COUNT=2"));
  }

  @Test
  @Requirement("R30.1")
  void withoutARuleItHappensOnce() {
    assertEquals(List.of("2026-03-02T06:30"), first(9, "20260302T063000", ""));
    assertEquals(List.of("2026-03-02T06:30"), first(9, "2026-03-01T22:30:00Z", null));
  }

  @Test
  @Requirement("R30.1")
  void aRuleWithoutAnEndEndsWithTheCentury() {
    assertEquals(
        List.of("2100-12-30", "2100-12-31"), days(9, "2100-12-30T23:59", "RRULE:FREQ=DAILY"));
  }

  @Test
  @Requirement("R30.8")
  void twentyThousandSchedulesOfNinetyDaysTakeAFewSeconds() {
    var rules =
        List.of(
            "FREQ=DAILY;BYHOUR=6,18;BYMINUTE=30",
            "FREQ=WEEKLY;BYDAY=MO,WE,FR",
            "FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
            "FREQ=DAILY;INTERVAL=3;COUNT=4000",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
    var calendars = List.of("ALL", "WORKDAYS", "LUNAR:*3,*6,*9");
    var days = WorkingDays.nation();
    var from = Instant.parse("2026-03-01T00:00:00Z");
    var to = from.plusSeconds(90L * 86_400);
    var began = System.nanoTime();
    var starts = 0L;
    for (var i = 0; i < 20_000; i++) {
      var text =
          new Recurrence.Text(
              "2020-01-0" + (1 + i % 9) + "T06:30",
              rules.get(i % rules.size()),
              null,
              null,
              calendars.get(i % calendars.size()));
      starts += Recurrence.read(text).between(from, to, days).size();
    }
    var millis = (System.nanoTime() - began) / 1_000_000;
    System.out.println(starts + " starts of 20,000 schedules in " + millis + " ms");
    assertTrue(starts > 500_000, () -> "too few starts");
    assertTrue(millis < 10_000, () -> millis + " ms");
  }
}
