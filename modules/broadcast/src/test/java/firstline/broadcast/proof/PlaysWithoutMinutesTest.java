package firstline.broadcast.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.broadcast.programme.ProgrammeTables;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A play for which no village has minutes left is planned for nobody, and is not hidden. */
class PlaysWithoutMinutesTest {
  private static final Sql SQL = ProgrammeTables.SQL;
  private static final Instant NOW = ProgrammeTables.NOW;

  @Test
  @Requirement({"R32.11", "R33.5"})
  void whatIsOverBudgetEverywhereIsListedAndSaysWhy() {
    var city = TestCity.found(SQL, "957901");
    var village = city.area(city.code(), "957901001001", "VILLAGE");
    var speaker = city.speaker("PW-1", village);
    SQL.update(
        "insert into speaker_stay (speaker_no, audience_id, since) values (?, ?, ?)",
        speaker.no(),
        speaker.audience(),
        NOW.minus(Duration.ofDays(1)));
    var daily = ProgrammeTables.daily(city, village);
    SQL.update(
        "insert into noise_budget (id, area_code, minutes, set_at) values (?, ?, 0, ?)",
        UUID.randomUUID(),
        city.code(),
        NOW);
    ProgrammeTables.builder(SQL, MutableClock.at(NOW)).build();
    var queries =
        new ProofQueries(
            SQL,
            TestDesk.at(
                SQL, city.department(), city.code(), city.code() + "/", BroadcastRights.READ),
            MutableClock.at(NOW));
    var listed =
        queries.day(LocalDate.of(2026, 11, 25), 0).stream()
            .filter(one -> one.schedule().equals(daily))
            .toList();
    assertEquals(List.of(Identity.NONE), listed.stream().map(one -> one.identity()).toList());
    var no = listed.get(0).no();
    assertEquals(listed, queries.one(no), "its page is there too");
    assertEquals(List.of(name(village)), queries.overBudget(no));
    assertTrue(queries.speakers(no, "", "").isEmpty());
  }

  private static String name(String area) {
    return SQL.one("select name from area where code = ?", row -> row.text(1), area);
  }
}
