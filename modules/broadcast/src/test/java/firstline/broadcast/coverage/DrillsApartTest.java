package firstline.broadcast.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.broadcast.proof.ProofQueries;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A drill is counted, and never among what was real. */
class DrillsApartTest {
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final Sql SQL = TestDatabase.keptOwner();

  private final MutableClock clock = MutableClock.at(NOW);

  @Test
  @Requirement({"R45.2", "R45.4"})
  void aDayOfDrillsIsNoDayOfPlays() {
    var city = TestCity.found(SQL, "959201");
    var village = city.area(city.code(), "959201001001", "VILLAGE");
    var speaker = city.speaker("DA-1", village);
    SQL.update(
        "insert into speaker_stay (speaker_no, audience_id, since) values (?, ?, ?)",
        speaker.no(),
        speaker.audience(),
        NOW.minus(Duration.ofDays(1)));
    play(city, "ROUTINE", 1);
    play(city, "DRILL", 2);
    play(city, "DRILL", 3);
    while (TestDatabase.inTransaction(
            sql -> new AddUpPlays(sql, new Indicators(sql, new Desk()), clock).addUp())
        > 0) {}

    var desk =
        TestDesk.at(SQL, city.department(), city.code(), city.code() + "/", BroadcastRights.READ);
    var whole = new HashMap<Boolean, Long>();
    new ProofQueries(SQL, desk, clock)
        .whole(TODAY)
        .forEach(one -> whole.put(one.drill(), one.identity().planned()));
    assertEquals(Map.of(false, 1L, true, 2L), whole);
    var coverage = new CoverageQueries(SQL, desk, clock);
    assertEquals(1, planned(coverage, city, ""), "all but drills");
    assertEquals(2, planned(coverage, city, "DRILL"));
    assertEquals(1, planned(coverage, city, "ROUTINE"));
    assertEquals(
        List.of(new Indicators.Told(TODAY, "broadcast.coverage", 1, 0)),
        told(AddUpPlays.PLAYS, city),
        "nothing was played to its end");
  }

  @Test
  @Requirement("R45.4")
  void speakersInUseAreThoseThatCameWithoutThoseThatWent() {
    var city = TestCity.found(SQL, "959202");
    var village = city.area(city.code(), "959202001001", "VILLAGE");
    city.speaker("DA-2", village);
    var gone = city.speaker("DA-3", village);
    assertEquals(2, inUse(city));
    assertEquals(2, inUse(city), "counted again");
    city.retire(gone);
    assertEquals(1, inUse(city));
  }

  private static long inUse(TestCity city) {
    TestDatabase.inTransaction(
        sql -> new CountSpeakers(sql, new Indicators(sql, new Desk())).count(TODAY));
    return told(CountSpeakers.SPEAKERS, city).stream().mapToLong(Indicators.Told::value).sum();
  }

  private static List<Indicators.Told> told(String key, TestCity city) {
    var desk =
        TestDesk.at(SQL, city.department(), city.code(), city.code() + "/", BroadcastRights.READ);
    return new Indicators(SQL, desk).told(key, city.code(), TODAY, LocalDate.now(Clocks.ZONE));
  }

  private static void play(TestCity city, String kind, int turn) {
    var at = NOW.minus(Duration.ofMinutes(10L * turn));
    var schedule = city.schedule(city.code(), kind, 0, "2026-11-25T06:30:00", "", at);
    city.target(schedule, true, "AREA", city.code());
    city.occurrence(schedule, at);
  }

  private static long planned(CoverageQueries coverage, TestCity city, String kind) {
    var span = new CoverageQueries.Span(TODAY, TODAY, city.code(), kind);
    var below = coverage.below(span).stream().mapToLong(one -> one.identity().planned()).sum();
    assertEquals(below, coverage.days(span).get(0).identity().planned());
    return below;
  }
}
