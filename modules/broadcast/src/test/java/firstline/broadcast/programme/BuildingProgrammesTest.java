package firstline.broadcast.programme;

import static firstline.broadcast.programme.ProgrammeTables.NOW;
import static firstline.broadcast.programme.ProgrammeTables.SQL;
import static firstline.broadcast.programme.ProgrammeTables.city;
import static firstline.broadcast.programme.ProgrammeTables.daily;
import static firstline.broadcast.programme.ProgrammeTables.programme;
import static firstline.broadcast.programme.ProgrammeTables.revisions;
import static firstline.broadcast.programme.ProgrammeTables.starts;
import static firstline.broadcast.programme.ProgrammeTables.withdrawn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Programmes on the real database; every test has a city of its own. */
class BuildingProgrammesTest {
  private final MutableClock clock = MutableClock.at(NOW);
  private final BuildProgrammes builder = builder(SQL);

  private BuildProgrammes builder(Sql sql) {
    return ProgrammeTables.builder(sql, clock);
  }

  @Test
  @Requirement("R32.4")
  void whereNothingChangesTheProgrammeStaysUntilHalfADayBeforeItIsStale() {
    var city = city("954121");
    var audience = city.speaker("BP-1", city.code()).audience();
    builder.build();
    var first = revisions(city).get(audience);
    assertEquals(0, builder.build());
    assertEquals(0, builder(TestDatabase.sql()).build(), "another node");
    clock.move(Duration.ofHours(36));
    builder.build();
    assertEquals(first, revisions(city).get(audience));
    clock.move(Duration.ofSeconds(1));
    builder.build();
    assertNotEquals(first, revisions(city).get(audience));
    var programme = programme(audience);
    var now = clock.instant();
    assertEquals(now.toEpochMilli(), programme.getJsonNumber("issued").longValue());
    assertEquals(
        now.plus(Duration.ofHours(48)).toEpochMilli(),
        programme.getJsonNumber("fresh").longValue());
    assertEquals(
        now.plus(Duration.ofDays(7)).toEpochMilli(), programme.getJsonNumber("until").longValue());
  }

  @Test
  @Requirement("R32.3")
  void withEachDayAnotherDayOfPlaysComesIntoTheProgramme() {
    var city = city("954122");
    var audience = city.speaker("BP-2", city.code()).audience();
    daily(city, city.code());
    builder.build();
    var first = starts(audience);
    assertEquals("2026-11-25T10:30:00Z", first.get(0));
    assertEquals("2026-12-02T10:30:00Z", first.get(first.size() - 1));
    clock.set(Instant.parse("2026-11-25T15:59:59Z"));
    builder.build();
    assertEquals(first, starts(audience), "a second before midnight in China");
    clock.move(Duration.ofSeconds(1));
    builder.build();
    var second = starts(audience);
    assertEquals("2026-11-25T10:30:00Z", second.get(0), "yesterday's may still sound");
    assertEquals("2026-12-03T10:30:00Z", second.get(second.size() - 1));
    clock.move(Duration.ofDays(1));
    builder.build();
    assertEquals("2026-11-26T10:30:00Z", starts(audience).get(0));
    assertTrue(
        Instant.parse(starts(audience).get(8)).isAfter(clock.instant().plus(BuildProgrammes.HOLDS)),
        "it does not run dry before it is over");
  }

  @Test
  @Requirement("R32.8")
  void aWithdrawnPlayIsNamedForAsLongAsASpeakerMayHoldIt() {
    var city = city("954123");
    var audience = city.speaker("BP-3", city.code()).audience();
    var schedule = daily(city, city.code());
    builder.build();
    var plays =
        programme(audience).getJsonArray("plays").getValuesAs(JsonObject.class).stream()
            .map(play -> play.getString("id"))
            .toList();
    assertEquals(8, plays.size());
    clock.move(Duration.ofHours(10));
    city.withdraw(schedule, clock.instant());
    builder.build();
    assertEquals(List.of("2026-11-25T10:30:00Z"), starts(audience), "it was over");
    assertEquals(plays.subList(1, 8), withdrawn(audience));
    for (var day = 1; day <= 7; day++) {
      clock.move(Duration.ofDays(1));
      builder.build();
      assertTrue(withdrawn(audience).contains(plays.get(day)), "day " + day);
    }
    clock.move(Duration.ofDays(3));
    builder.build();
    assertEquals(List.of(), withdrawn(audience));
  }

  @Test
  @Requirement("R32.8")
  void aPlayThatWasPlannedWhileItsScheduleWasBeingWithdrawnIsWithdrawnToo() {
    var city = city("954124");
    var audience = city.speaker("BP-4", city.code()).audience();
    var schedule = daily(city, city.code());
    city.withdraw(schedule, NOW.plusSeconds(1));
    // A build that had read the schedule before commits after its withdrawal.
    var late = city.occurrence(schedule, NOW.plus(Duration.ofDays(2)));
    builder.build();
    assertEquals(List.of(), starts(audience));
    assertEquals(List.of(Long.toString(late)), withdrawn(audience));
    assertEquals(
        NOW.plusSeconds(1),
        SQL.one("select withdrawn_at from occurrence where no = ?", row -> row.instant(1), late));
  }

  @Test
  @Requirement("R32.3")
  void aPlaceThatGetsASpeakerAgainHasMissedNothing() {
    var city = city("954125");
    var speaker = city.speaker("BP-5", city.code());
    builder.build();
    city.retire(speaker);
    builder.build();
    daily(city, city.code());
    builder.build();
    var again = city.speaker("BP-6", city.code());
    assertEquals(speaker.audience(), again.audience());
    builder.build();
    assertEquals(8, starts(again.audience()).size());
  }

  @Test
  @Requirement("R32.3")
  void aBuildThatWasNotCommittedIsDoneAgain() {
    var city = city("954126");
    var audience = city.speaker("BP-7", city.code()).audience();
    builder.build();
    daily(city, city.code());
    builder.build();
    // As after a rollback: the rows are as before, and the memory is not.
    SQL.update("update programme set content = repeat('0', 64) where audience_id = ?", audience);
    var before = revisions(city).get(audience);
    builder.build();
    assertEquals(before, revisions(city).get(audience));
    builder.forget();
    builder.build();
    assertNotEquals(before, revisions(city).get(audience));
  }

  @Test
  @Requirement("R32.5")
  void whatWasApprovedInOneInstantHasAnOrderStill() {
    var city = city("954128");
    var audience = city.speaker("BP-9", city.code()).audience();
    var approved = new ArrayList<String>();
    for (var i = 0; i < 40; i++) {
      var id = city.schedule(city.code(), "ROUTINE", 0, "2026-11-26T18:30:00", "", NOW);
      city.target(id, true, "AREA", city.code());
      approved.add(
          SQL.one("select item_id from schedule where id = ?", row -> row.id(1), id).toString());
    }
    builder.build();
    assertEquals(
        approved,
        programme(audience).getJsonArray("plays").getValuesAs(JsonObject.class).stream()
            .sorted(
                java.util.Comparator.comparingLong(play -> play.getJsonNumber("rank").longValue()))
            .map(play -> play.getString("item"))
            .toList());
  }

  @Test
  @Requirement("R32.3")
  void anAreasOwnWorkingDaysCount() {
    var city = city("954120");
    var audience = city.speaker("BP-0", city.code()).audience();
    var schedule = daily(city, city.code());
    SQL.update("update schedule set calendar = 'WORKDAYS' where id = ?", schedule);
    // The 28th is a Saturday on which this city works.
    SQL.update(
        """
        insert into calendar_overlay (area_code, day, working, name)
        values (?, date '2026-11-28', true, '调休')
        """,
        city.code());
    builder.build();
    assertEquals(
        List.of(25, 26, 27, 28, 30, 1, 2),
        starts(audience).stream().map(at -> Integer.parseInt(at.substring(8, 10))).toList());
  }

  @Test
  @Requirement({"R32.3", "R32.4"})
  void twoNodesThatBuildAtOnceIssueOnce() throws Exception {
    var city = city("954129");
    var audience = city.speaker("BP-10", city.code()).audience();
    builder.build();
    daily(city, city.code());
    var last = SQL.one("select max(revision) from programme", row -> row.number(1));
    var together = new CountDownLatch(2);
    Callable<Integer> node =
        () -> {
          together.countDown();
          together.await();
          return TestDatabase.inTransaction(sql -> builder(sql).build());
        };
    var nodes = Executors.newFixedThreadPool(2);
    try {
      var issued = 0;
      for (var count : nodes.invokeAll(List.of(node, node))) {
        issued += count.get();
      }
      assertEquals(1, issued);
    } finally {
      nodes.shutdown();
    }
    assertTrue(revisions(city).get(audience) > last);
    assertEquals(8, starts(audience).size());
  }

  @Test
  @Requirement({"R56.1", "R56.2"})
  void aDamagedScheduleIsLeftOutAloneAndStandsAsAFault() {
    var city = city("963301");
    var first = city.speaker("SD-1", city.area(city.code(), "963301001000", "COUNTY")).audience();
    var second = city.speaker("SD-2", city.area(city.code(), "963301002000", "COUNTY")).audience();
    var damaged = daily(city, "963301001000");
    daily(city, "963301002000");
    SQL.update("update schedule set rrule = 'FREQ=NEVER' where id = ?", damaged);
    var builder = ProgrammeTables.builder(SQL, MutableClock.at(NOW));
    builder.build();
    assertEquals(0, ProgrammeTables.starts(first).size());
    assertEquals(8, ProgrammeTables.starts(second).size());
    assertEquals(1, faults(damaged));
    SQL.update("update schedule set rrule = 'FREQ=DAILY' where id = ?", damaged);
    builder.build();
    assertEquals(8, ProgrammeTables.starts(first).size());
    assertEquals(0, faults(damaged));
  }

  private static int faults(java.util.UUID schedule) {
    return SQL.list(
            "select 1 from schedule_fault where schedule_id = ?", row -> row.integer(1), schedule)
        .size();
  }
}
