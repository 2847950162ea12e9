package firstline.broadcast.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.broadcast.programme.Kind;
import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The check on the real database: it knows what changed, and says it to whom it concerns. */
class CheckingPlansTest {
  private static final Sql SQL = TestDatabase.keptOwner();
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");

  private final MutableClock clock = MutableClock.at(NOW);

  private CheckConflicts check(TestCity city, String path) {
    return new CheckConflicts(
        SQL, TestDesk.at(SQL, city.department(), city.code(), path, BroadcastRights.READ), clock);
  }

  private static void changed() {
    SQL.update("update broadcast_change set counter = counter + 1");
  }

  private static Candidate plan(String area, String dtstart, String... areas) {
    return new Candidate(
        area,
        Kind.ROUTINE,
        Recurrence.read(new Recurrence.Text(dtstart, "FREQ=DAILY;COUNT=10", null, null, null)),
        60_000,
        300_000,
        List.of(areas),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  private static List<Finding.Kind> kinds(Findings findings) {
    return findings.findings().stream().map(Finding::kind).toList();
  }

  private static UUID daily(TestCity city, String area, String at) {
    var id = city.schedule(city.code(), "ROUTINE", 0, "2026-11-25T" + at, "FREQ=DAILY", NOW);
    city.target(id, true, "AREA", area);
    changed();
    return id;
  }

  private static void enrolled(TestCity city, String serial, String area, Instant seen) {
    var speaker = city.speaker(serial, area);
    SQL.update(
        """
        insert into speaker_live (speaker_no, count, seen_at, revision, trusted, state, flags,
          volume, free, firmware) values (?, 1, ?, 1, true, 'IDLE', '', 70, 1, '1')
        """,
        speaker.no(),
        seen);
  }

  @Test
  @Requirement({"R41.1", "R41.6"})
  void whatIsApprovedOrWithdrawnIsKnownToTheNextCheck() {
    var city = TestCity.found(SQL, "954401");
    var village = city.area(city.code(), "954401001001", "VILLAGE");
    enrolled(city, "CP-1", village, NOW);
    var check = check(city, city.code() + "/");
    var plan = plan(village, "2026-11-26T18:30:30", village);
    assertTrue(check.check(plan).isClear());
    var other = daily(city, village, "18:30:00");
    var found = check.check(plan);
    assertEquals(List.of(Finding.Kind.OVERLAP), kinds(found));
    var overlap = found.findings().get(0);
    assertEquals(Instant.parse("2026-11-26T10:30:30Z"), overlap.first());
    assertEquals(10, overlap.count());
    assertEquals(other, overlap.other());
    assertTrue(overlap.yields(), "the city before a village");
    assertEquals(5, found.shift());
    city.withdraw(other, NOW.plusSeconds(1));
    changed();
    assertTrue(check.check(plan).isClear());
  }

  @Test
  @Requirement({"R41.2", "R41.3", "R41.6"})
  void aWindowAndABudgetAreKnownToTheNextCheck() {
    var city = TestCity.found(SQL, "954402");
    var village = city.area(city.code(), "954402001001", "VILLAGE");
    enrolled(city, "CP-2", village, NOW);
    daily(city, village, "12:00:00");
    var check = check(city, city.code() + "/");
    var plan = plan(village, "2026-11-26T18:30:30", village);
    assertTrue(check.check(plan).isClear());
    SQL.update(
        """
        insert into noise_budget (id, area_code, minutes, set_at) values (?, ?, 1, ?)
        """,
        UUID.randomUUID(),
        city.code(),
        NOW);
    changed();
    var budget = check.check(plan).findings().get(0);
    assertEquals(Finding.Kind.BUDGET, budget.kind());
    assertEquals(10, budget.count());
    assertEquals(2, budget.measured());
    assertEquals(1, budget.allowed());
    SQL.update(
        """
        insert into quiet_window (id, area_code, kind, title, dtstart, rrule, length, set_at)
        values (?, ?, 'NIGHT', '夜间', '2026-11-28T18:00:00', 'FREQ=DAILY', 45, ?)
        """,
        UUID.randomUUID(),
        city.code(),
        NOW);
    changed();
    var found = check.check(plan);
    assertEquals(List.of(Finding.Kind.QUIET, Finding.Kind.BUDGET), kinds(found));
    assertEquals("夜间", found.findings().get(0).name());
    assertEquals(8, found.findings().get(0).count());
    assertEquals(2, found.findings().get(1).count(), "what a window silences uses up nothing");
  }

  @Test
  @Requirement("R41.4")
  void whatNobodyHearsOrDoesNotFitIsNotSubmitted() {
    var city = TestCity.found(SQL, "954403");
    var village = city.area(city.code(), "954403001001", "VILLAGE");
    var empty = city.area(city.code(), "954403001002", "VILLAGE");
    enrolled(city, "CP-3", village, NOW.minus(Duration.ofHours(25)));
    enrolled(city, "CP-4", village, NOW);
    var check = check(city, city.code() + "/");
    var nowhere = plan(village, "2026-11-26T18:30:30", empty);
    assertEquals(List.of(Finding.Kind.NOBODY), kinds(check.check(nowhere)));
    assertEquals(
        "conflict.nobody", assertThrows(Refusal.class, () -> check.requireHeard(nowhere)).code());
    var somewhere = plan(village, "2026-11-26T18:30:30", village, empty);
    check.requireHeard(somewhere);
    var silent = check.check(somewhere).findings();
    assertEquals(Finding.Kind.OFFLINE, silent.get(0).kind());
    assertEquals(1, silent.get(0).count());
    assertEquals(2, silent.get(0).measured());
    var tooLong =
        new Candidate(
            village,
            Kind.ROUTINE,
            somewhere.recurrence(),
            300_001,
            300_000,
            List.of(village),
            List.of(),
            List.of(),
            List.of(),
            null);
    assertEquals(
        "conflict.too-long", assertThrows(Refusal.class, () -> check.requireHeard(tooLong)).code());
    var left =
        new Candidate(
            village,
            Kind.ROUTINE,
            somewhere.recurrence(),
            60_000,
            300_000,
            List.of(city.code()),
            List.of(),
            List.of(village),
            List.of(),
            null);
    assertEquals(
        "conflict.nobody", assertThrows(Refusal.class, () -> check.requireHeard(left)).code());
  }

  @Test
  @Requirement({"R41.4", "R41.6"})
  void speakersThatWaitForTheirCodesAreNamedAndNewOnesAreSeen() {
    var city = TestCity.found(SQL, "954404");
    var village = city.area(city.code(), "954404001001", "VILLAGE");
    var check = check(city, city.code() + "/");
    var plan = plan(village, "2026-11-26T18:30:30", village);
    assertEquals(List.of(Finding.Kind.NOBODY), kinds(check.check(plan)));
    var speaker = city.speaker("CP-5", village);
    SQL.update(
        """
        insert into speaker (id, version, area_code, serial, place, channel, audience_id, state,
          registered_at)
        select gen_random_uuid(), 1, area_code, 'CP-6', '村委会', 'IP', audience_id, 'NEW', now()
        from speaker where id = ?
        """,
        speaker.id());
    city.retire(speaker);
    var waiting = check.check(plan).findings();
    assertEquals(Finding.Kind.WAITING, waiting.get(0).kind());
    assertEquals(1, waiting.get(0).count());
    check.requireHeard(plan);
  }

  @Test
  @Requirement("R41.1")
  void aScheduleThatOneMayNotOpenIsNamedWithoutALink() {
    var city = TestCity.found(SQL, "954405");
    var village = city.area(city.code(), "954405001001", "VILLAGE");
    enrolled(city, "CP-7", village, NOW);
    daily(city, city.code(), "18:30:00");
    var found =
        check(city, city.code() + "/" + village + "/")
            .check(plan(village, "2026-11-26T18:30:30", village));
    assertEquals("通知", found.findings().get(0).name());
    assertNull(found.findings().get(0).other());
  }

  @Test
  @Requirement("R41.6")
  void theNextDayIsCheckedAgainstItsOwnNinetyDays() {
    var city = TestCity.found(SQL, "954406");
    var village = city.area(city.code(), "954406001001", "VILLAGE");
    enrolled(city, "CP-8", village, NOW);
    daily(city, village, "18:30:00");
    var check = check(city, city.code() + "/");
    var late = plan(village, "2027-02-22T18:30:00", village);
    assertEquals(1, check.check(late).plays());
    clock.move(Duration.ofDays(3));
    assertEquals(4, check.check(late).findings().get(0).count());
  }
}
