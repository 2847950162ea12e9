package firstline.market.term;

import static firstline.market.MarketRights.READ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.Bureau;
import firstline.market.clock.Cause;
import firstline.market.clock.Moment;
import firstline.market.clock.Rank;
import firstline.market.term.TermQueries.Asked;
import firstline.market.term.TermQueries.Level;
import firstline.market.term.TermQueries.Line;
import firstline.market.term.TermQueries.Show;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Terms of records on a real database. */
class KeepingTermsTest {
  private final MutableClock clock = MutableClock.at("2026-09-24T02:00:00Z");

  private void at(Bureau bureau, Consumer<Terms> work) {
    TestDatabase.inTransaction(
        sql -> {
          work.accept(new Terms(sql, bureau.desk(READ), clock));
          return true;
        });
  }

  private UUID begun(Bureau bureau, String rule) {
    var record = UUID.randomUUID();
    at(bureau, terms -> terms.begin(begin(bureau, record, rule)));
    return record;
  }

  private Begin begin(Bureau bureau, UUID record, String rule) {
    return new Begin(
        Begin.Kind.LEAD,
        record,
        "L-" + record,
        "",
        bureau.department(),
        "市场监管A",
        bureau.county(),
        rule,
        Moment.of(clock.instant()));
  }

  private Line seen(Bureau bureau, UUID record) {
    var lines = new TermQueries(TestDatabase.sql(), bureau.desk(READ), clock).ofRecord(record);
    assertEquals(1, lines.size());
    return lines.get(0);
  }

  private int reprojected() {
    return TestDatabase.inTransaction(sql -> new ReprojectTerms(sql, clock).run());
  }

  private int warned() {
    return TestDatabase.inTransaction(sql -> new WarnOfTerms(sql, clock).run());
  }

  private static String refused(Runnable work) {
    return assertThrows(Refusal.class, work::run).code();
  }

  private Moment now() {
    return Moment.of(clock.instant());
  }

  @Test
  @Requirement("R81.1")
  void aTermEndsWhereTheClockSaysAndIsStoppedAndExtendedAsItsRuleAllows() {
    var bureau = Bureau.found(TestDatabase.sql(), "959101");
    var record = begun(bureau, "lead.verify");
    assertEquals(LocalDate.parse("2026-10-22"), seen(bureau, record).due(), "15 working days");
    assertEquals(
        "term.open",
        refused(() -> at(bureau, terms -> terms.begin(begin(bureau, record, "lead.verify")))));
    clock.set(Instant.parse("2026-10-09T02:00:00Z"));
    at(bureau, t -> t.suspend(record, "lead.verify", Cause.TESTING, now(), "送检"));
    assertEquals(Level.STANDING, seen(bureau, record).level());
    assertEquals(
        "clock.stands",
        refused(() -> at(bureau, t -> t.suspend(record, "lead.verify", Cause.TESTING, now(), ""))));
    assertEquals(
        "clock.no-stop",
        refused(() -> at(bureau, t -> t.suspend(record, "lead.verify", Cause.HEARING, now(), ""))));
    clock.set(Instant.parse("2026-10-16T02:00:00Z"));
    at(bureau, t -> t.resume(record, "lead.verify", now()));
    // 10 October is a make-up workday: six working days did not count.
    assertEquals(LocalDate.parse("2026-10-30"), seen(bureau, record).due());
    assertEquals(
        "term.rank",
        refused(
            () -> at(bureau, t -> t.extend(record, "lead.verify", Rank.COLLECTIVE, 3, now(), ""))));
    at(bureau, t -> t.extend(record, "lead.verify", Rank.HEAD, 0, now(), "案情复杂"));
    assertEquals(LocalDate.parse("2026-11-20"), seen(bureau, record).due());
    assertEquals(
        "clock.no-extension",
        refused(() -> at(bureau, t -> t.extend(record, "lead.verify", Rank.HEAD, 0, now(), ""))));
    clock.set(Instant.parse("2026-11-10T02:00:00Z"));
    at(bureau, t -> t.meet(record, "lead.verify"));
    assertEquals(Level.MET, seen(bureau, record).level(), "extended in time: no breach");
    assertEquals("term.none", refused(() -> at(bureau, t -> t.meet(record, "lead.verify"))));
  }

  @Test
  @Requirement("R81.2")
  void aDayThatTheAreaDeclaresMovesOpenTermsAndLeavesALineInTheJournal() {
    var bureau = Bureau.found(TestDatabase.sql(), "959102");
    var open = begun(bureau, "complaint.accept");
    var met = begun(bureau, "complaint.accept");
    at(bureau, terms -> terms.meet(met, "complaint.accept"));
    assertEquals(LocalDate.parse("2026-10-12"), seen(bureau, open).due());
    bureau
        .sql()
        .update(
            """
            insert into calendar_overlay (area_code, day, working, name, declared_by, declared_at)
            values (?, date '2026-09-28', false, '洪水', null, now())
            """,
            bureau.county());
    assertTrue(reprojected() >= 1);
    assertEquals(LocalDate.parse("2026-10-13"), seen(bureau, open).due());
    assertEquals(LocalDate.parse("2026-10-12"), seen(bureau, met).due(), "what is kept is over");
    var shifts = new TermQueries(bureau.sql(), bureau.desk(READ), clock).shifts(open);
    assertEquals(1, shifts.size());
    assertEquals("CALENDAR", shifts.get(0).reason());
    assertEquals(LocalDate.parse("2026-10-12"), shifts.get(0).oldDue());
    assertEquals(LocalDate.parse("2026-10-13"), shifts.get(0).newDue());
    assertEquals(0, reprojected(), "nothing changed since");
  }

  @Test
  @Requirement("R81.2")
  void whatWasDoneInTimeStaysLawfulWhenALaterCalendarMovesTheEndBeforeIt() {
    var bureau = Bureau.found(TestDatabase.sql(), "959103");
    var record = begun(bureau, "lead.verify");
    clock.set(Instant.parse("2026-10-22T02:00:00Z"));
    at(bureau, t -> t.extend(record, "lead.verify", Rank.HEAD, 0, now(), "最后一天"));
    bureau
        .sql()
        .update(
            """
            insert into calendar_overlay (area_code, day, working, name, declared_by, declared_at)
            values (?, date '2026-09-26', true, '补班', null, now())
            """,
            bureau.county());
    reprojected();
    assertEquals(LocalDate.parse("2026-11-11"), seen(bureau, record).due());
  }

  @Test
  @Requirement("R81.3")
  void eachWarningIsGivenOnceAndAgainOnlyAfterAnExtension() {
    var bureau = Bureau.found(TestDatabase.sql(), "959104");
    var record = begun(bureau, "lead.verify");
    for (var day = 0; day < 29; day++) {
      warned();
      warned();
      clock.move(Duration.ofDays(1));
    }
    assertEquals("14 7 2 0", seen(bureau, record).warned());
    long given =
        bureau
            .sql()
            .one(
                "select count(*) from term_warning w join term t on t.id = w.term_id"
                    + " where t.record_id = ?",
                row -> row.number(1),
                record);
    assertEquals(4, given);
    var later = begun(bureau, "lead.verify");
    clock.move(Duration.ofDays(20));
    warned();
    assertEquals("2", seen(bureau, later).warned(), "of what was missed only the nearest");
    at(bureau, t -> t.extend(later, "lead.verify", Rank.HEAD, 0, now(), "复杂"));
    assertEquals("", seen(bureau, later).warned());
    clock.move(Duration.ofDays(10));
    warned();
    assertEquals("14", seen(bureau, later).warned());
  }

  @Test
  @Requirement("R81.3")
  void theRightOfAPartyLapsesAndIsNoBreach() {
    var bureau = Bureau.found(TestDatabase.sql(), "959105");
    var record = begun(bureau, "evidence.preserve");
    clock.move(Duration.ofDays(30));
    warned();
    assertEquals(Level.LAPSED, seen(bureau, record).level());
  }

  @Test
  @Requirement("R81.4")
  void theDeskListsTheDepartmentsOpenTermsTheSoonestFirst() {
    var bureau = Bureau.found(TestDatabase.sql(), "959106");
    clock.move(Duration.ofDays(-40));
    var over = begun(bureau, "tipoff.answer");
    clock.move(Duration.ofDays(40));
    for (var i = 0; i < TermQueries.SIZE + 5; i++) {
      begun(bureau, i % 2 == 0 ? "complaint.accept" : "lead.verify");
    }
    var queries = new TermQueries(bureau.sql(), bureau.desk(READ), clock);
    var asked = new Asked(Show.ALL, false, "");
    var first = queries.list(asked, Cursor.START);
    assertEquals(over, first.rows().get(0).record());
    assertEquals(Level.OVERDUE, first.rows().get(0).level());
    assertEquals(TermQueries.SIZE, first.rows().size());
    var second = queries.list(asked, Cursor.read(first.after(), ""));
    assertEquals(6, second.rows().size());
    assertTrue(second.rows().stream().noneMatch(first.rows()::contains));
    assertEquals(first.rows(), queries.list(asked, Cursor.read("", second.before())).rows());
    assertEquals(1, queries.count(new Asked(Show.OVERDUE, false, "")));
    assertEquals(28, queries.count(new Asked(Show.ALL, false, "complaint.accept")));
    assertFalse(first.rows().get(1).rule().sourceZh().isEmpty());
    var others =
        new TermQueries(
            bureau.sql(), bureau.desk(bureau.other(), bureau.county() + "/", READ), clock);
    assertEquals(List.of(), others.list(asked, Cursor.START).rows());
    assertEquals(56, others.count(new Asked(Show.ALL, true, "")));
    var strangers =
        new TermQueries(bureau.sql(), bureau.desk(bureau.other(), "95910", READ), clock);
    assertTrue(strangers.count(new Asked(Show.ALL, true, "")) >= 56);
    var outside =
        new TermQueries(
            bureau.sql(), bureau.desk(bureau.department(), "000000000000/", READ), clock);
    assertEquals(0, outside.count(new Asked(Show.ALL, true, "")));
  }

  @Test
  @Requirement("R91.30")
  void aMonthTellsHowManyTermsEndOnEachOfItsDaysAndWhich() {
    var bureau = Bureau.found(TestDatabase.sql(), "959450");
    var first = begun(bureau, "complaint.accept");
    begun(bureau, "complaint.accept");
    var standing = begun(bureau, "complaint.accept");
    at(
        bureau,
        terms ->
            terms.suspend(
                standing, "complaint.accept", Cause.IDENTITY, Moment.of(clock.instant()), ""));
    var queries = new TermQueries(TestDatabase.sql(), bureau.desk(READ), clock);
    var due = seen(bureau, first).due();
    assertEquals(
        List.of(new TermQueries.Day(due, 2)),
        queries.days(due.withDayOfMonth(1), due.withDayOfMonth(due.lengthOfMonth()), false));
    assertEquals(2, queries.ending(due, true).size());
    assertEquals(List.of(), queries.ending(due.plusDays(1), true));
    var other =
        new TermQueries(
            TestDatabase.sql(), bureau.desk(bureau.other(), bureau.county() + "/", READ), clock);
    assertEquals(List.of(), other.days(due, due, false), "another department's month");
    assertEquals(1, other.days(due, due, true).size());
  }
}
