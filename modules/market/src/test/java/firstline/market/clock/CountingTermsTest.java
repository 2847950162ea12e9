package firstline.market.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.clock.TermEvent.Kind;
import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountingTermsTest {
  private static final WorkingDays NATION = WorkingDays.nation();
  private static final DayTable TABLE = new DayTable(NATION);

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static LocalDate due(String rule, String trigger, TermEvent... events) {
    var moment = Moment.of(day(trigger));
    return Term.due(Rules.shipped().at(rule, moment.day()), moment, List.of(events), TABLE).day();
  }

  private static TermEvent event(Kind kind, String day) {
    return new TermEvent(kind, Moment.of(day(day)), 0);
  }

  @ThreeLocales
  @Requirement("R80.2")
  void theGoldenDays() {
    assertEquals(day("2020-02-10"), due("complaint.accept", "2020-01-22"));
    assertEquals(day("2020-02-20"), due("lead.verify", "2020-01-22"));
    assertEquals(day("2026-10-12"), due("complaint.accept", "2026-09-24"));
    assertEquals(day("2026-10-22"), due("lead.verify", "2026-09-24"));
    assertEquals(day("2026-10-29"), due("publication.publish", "2026-09-24"));
    assertEquals(
        day("2026-11-12"),
        due("lead.verify", "2026-09-24", event(Kind.EXTENDED, "2026-10-20")),
        "thirty working days");
    assertEquals(day("2026-03-09"), due("lead.verify", "2026-02-10"));
    var first = new DayTable(WorkingDays.nationKnownOn(day("2020-01-26")));
    var received = Moment.of(day("2020-01-22"));
    for (var golden : List.of("complaint.accept 2020-02-06", "lead.verify 2020-02-18")) {
      var rule = Rules.shipped().at(golden.substring(0, golden.indexOf(' ')), received.day());
      assertEquals(
          day(golden.substring(golden.indexOf(' ') + 1)),
          Term.due(rule, received, List.of(), first).day(),
          "by the first notice");
    }
  }

  @Test
  @Requirement("R80.1")
  void theLawOfTheDayOfTheEventGoverns() {
    assertEquals(45, Rules.shipped().at("complaint.mediate", day("2026-04-14")).amount());
    var now = Rules.shipped().at("complaint.mediate", day("2026-04-15"));
    assertEquals(60, now.amount());
    assertEquals(Unit.CALENDAR_DAY, now.unit());
    // The sixtieth day, 14 June 2026, is a Sunday.
    assertEquals(day("2026-06-15"), due("complaint.mediate", "2026-04-15"));
    assertFalse(
        Rules.shipped().at("decision.serve", day("2020-02-03")).confirmed(),
        "before the first version that is known it is advice");
    assertEquals(
        "clock.rule",
        assertThrows(Refusal.class, () -> Rules.shipped().at("case.dream", day("2026-01-01")))
            .code());
    assertThrows(
        IllegalArgumentException.class, () -> new Rules(List.of(now, now)), "two versions at once");
  }

  @Test
  @Requirement("R80.1")
  void everyRuleOfTheTableIsShippedWithItsSource() {
    var ids = Rules.shipped().all().stream().map(Rule::id).toList();
    for (var id :
        List.of(
            "complaint.accept",
            "complaint.mediate",
            "complaint.inform",
            "lead.verify",
            "tipoff.answer",
            "jurisdiction.settle",
            "evidence.preserve",
            "measure.hold",
            "measure.report",
            "case.decide",
            "hearing.request",
            "hearing.notice",
            "decision.serve",
            "fine.pay",
            "remedy.reconsider",
            "demand.perform",
            "publication.publish",
            "publication.withdraw",
            "referral.decide",
            "referral.send",
            "referral.review",
            "referral.object",
            "referral.handover",
            "limitation")) {
      assertTrue(ids.contains(id), id);
    }
    for (var rule : Rules.shipped().all()) {
      assertFalse(rule.sourceZh().isBlank() || rule.sourceEn().isBlank(), rule.id());
    }
  }

  @Test
  @Requirement("R80.2")
  void hoursMonthsYearsAndCountingBack() {
    var at = Instant.parse("2020-02-03T02:15:00Z");
    var report = Rules.shipped().at("measure.report", day("2020-02-03"));
    assertEquals(
        at.plus(Duration.ofHours(24)), Term.due(report, Moment.of(at), List.of(), TABLE).at());
    assertEquals(day("2020-02-04"), due("measure.report", "2020-02-03"));
    assertEquals(day("2022-02-28"), due("publication.end-minor", "2021-11-30"));
    assertEquals(day("2026-02-28"), due("limitation", "2024-02-29"));
    // Heard on Monday 12 October 2026: the holiday and its make-up Saturday lie before it.
    assertEquals(day("2026-09-24"), due("hearing.notice", "2026-10-12"));
    assertEquals(day("2026-09-28"), due("hearing.notice", "2026-10-13"));
  }

  @Test
  @Requirement("R80.3")
  void whatStopsAndExtendsMovesTheEnd() {
    assertEquals(day("2026-04-01"), due("case.decide", "2026-01-01"));
    assertEquals(
        day("2026-04-10"),
        due(
            "case.decide",
            "2026-01-01",
            event(Kind.SUSPENDED, "2026-02-01"),
            event(Kind.RESUMED, "2026-02-10")));
    assertEquals(
        day("2026-05-06"),
        due("case.decide", "2026-01-01", event(Kind.EXTENDED, "2026-04-01")),
        "1 May is a holiday that lasts to the 5th");
    var collective = new TermEvent(Kind.EXTENDED, Moment.of(day("2026-05-06")), 60);
    assertEquals(
        day("2026-06-30"),
        due("case.decide", "2026-01-01", event(Kind.EXTENDED, "2026-04-01"), collective));
    for (var bad :
        List.of(
            List.of("clock.over", event(Kind.EXTENDED, "2026-04-02")),
            List.of("clock.runs", event(Kind.RESUMED, "2026-02-02")),
            List.of("clock.before", event(Kind.SUSPENDED, "2025-12-31")))) {
      assertEquals(
          bad.get(0),
          assertThrows(
                  Refusal.class, () -> due("case.decide", "2026-01-01", (TermEvent) bad.get(1)))
              .code());
    }
    assertEquals(
        "clock.no-stop",
        assertThrows(
                Refusal.class,
                () -> due("tipoff.answer", "2026-01-05", event(Kind.SUSPENDED, "2026-01-06")))
            .code());
    assertEquals(
        "clock.no-extension",
        assertThrows(
                Refusal.class,
                () ->
                    due(
                        "lead.verify",
                        "2026-01-05",
                        event(Kind.EXTENDED, "2026-01-06"),
                        event(Kind.EXTENDED, "2026-01-07")))
            .code());
  }

  @Test
  @Requirement("R80.4")
  void aYearWithoutANoticeIsProvisional() {
    var rule = Rules.shipped().at("lead.verify", day("2030-01-07"));
    assertTrue(Term.due(rule, Moment.of(day("2030-01-07")), List.of(), TABLE).provisional());
    assertFalse(Term.due(rule, Moment.of(day("2026-09-24")), List.of(), TABLE).provisional());
    var hold = Rules.shipped().at("measure.hold", day("2030-01-07"));
    assertFalse(
        Term.due(hold, Moment.of(day("2030-01-07")), List.of(), TABLE).provisional(),
        "calendar days that do not roll cannot be moved");
  }

  @Test
  @Requirement({"R80.2", "R80.3"})
  void theEndIsTheDayOnWhichTheLastUnitIsCountedByBruteForce() {
    Seeded.cases(
        4_000,
        draw -> {
          var unit = draw.chance(0.5) ? Unit.WORKING_DAY : Unit.CALENDAR_DAY;
          var roll = draw.chance(0.5);
          var amount = draw.between(1, 90);
          var rule =
              new Rule(
                  "drawn",
                  "law@2000-01-01",
                  day("2000-01-01"),
                  null,
                  amount,
                  unit,
                  roll,
                  List.of(),
                  Set.of(Cause.TESTING),
                  true,
                  "法",
                  "law");
          var start = day("2018-06-01").plusDays(draw.between(0, 3_300));
          var events = new ArrayList<TermEvent>();
          var stopped = new ArrayList<LocalDate[]>();
          var at = start;
          for (var i = draw.between(0, 3); i > 0; i--) {
            var from = at.plusDays(draw.between(0, 6));
            var to = from.plusDays(draw.between(0, 20));
            if (from.isAfter(bruteForce(start, amount, unit, roll, stopped))) {
              break;
            }
            events.add(new TermEvent(Kind.SUSPENDED, Moment.of(from), 0));
            events.add(new TermEvent(Kind.RESUMED, Moment.of(to), 0));
            stopped.add(new LocalDate[] {from, to});
            at = to;
          }
          var term = Term.taken(rule, Moment.of(start), events, TABLE);
          var expected = bruteForce(start, amount, unit, roll, stopped);
          assertEquals(expected, term.due().day(), () -> start + " " + rule + events);
          var counted = term.counted();
          assertEquals(amount, counted.size());
          assertTrue(counted.stream().allMatch(day -> day.isAfter(start)));
        });
  }

  private static LocalDate bruteForce(
      LocalDate start, int amount, Unit unit, boolean roll, List<LocalDate[]> stopped) {
    var day = start;
    for (var left = amount; left > 0; ) {
      day = day.plusDays(1);
      var at = day;
      var stands = stopped.stream().anyMatch(span -> at.isAfter(span[0]) && !at.isAfter(span[1]));
      if (!stands && (unit == Unit.CALENDAR_DAY || NATION.day(day).working())) {
        left--;
      }
    }
    for (var span : stopped) {
      day = day.isBefore(span[1]) ? span[1] : day;
    }
    while ((roll || unit == Unit.WORKING_DAY) && !NATION.day(day).working()) {
      day = day.plusDays(1);
    }
    return day;
  }
}
