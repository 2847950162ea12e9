package firstline.broadcast.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.broadcast.proof.ProofQueries;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.situation.SituationContribution.Heat;
import firstline.persistence.situation.SituationContribution.Tile;
import firstline.persistence.todo.TodoItem;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two villages: one speaker within reach, one silent since yesterday, and two calls. */
class LoudspeakersOnTheBoardTest {
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
  private static final Sql SQL = TestDatabase.keptOwner();
  private static int cities;

  private final MutableClock clock = MutableClock.at(NOW);
  private final TestCity city = TestCity.found(SQL, "9561%02d".formatted(++cities));
  private final String near = village("001");
  private final String far = village("002");

  private String village(String digits) {
    return city.area(city.code(), city.code().substring(0, 9) + digits, "VILLAGE");
  }

  private void seen(String area, Duration ago) {
    SQL.update(
        """
        insert into speaker_live (speaker_no, count, seen_at, revision, trusted, state, flags, volume,
          free, firmware) values (?, 1, ?, 1, true, 'IDLE', '', 70, 1, '')
        """,
        city.speaker("LB-" + area, area).no(),
        NOW.minus(ago));
  }

  private void call(String area, Duration ago, Instant acknowledged) {
    var schedule = city.schedule(city.code(), "EMERGENCY", 1, "2026-11-25T09:30:00", "", NOW);
    SQL.update(
        """
        insert into call_task (id, play_no, area_code, opened_at, acknowledged_at, officer_id,
          officer_name, how)
        values (?, ?, ?, ?, ?, ?, case when ? then '' else '王敏' end,
          case when ? then '' else 'DOOR' end)
        """,
        UUID.randomUUID(),
        city.occurrence(schedule, NOW.minus(ago)),
        area,
        NOW.minus(ago),
        acknowledged,
        acknowledged == null ? null : TestDesk.known(city, BroadcastRights.CALL).id(),
        acknowledged == null,
        acknowledged == null);
  }

  private BroadcastSituation board(Desk desk) {
    return new BroadcastSituation(SQL, new ProofQueries(SQL, desk, clock), desk, clock);
  }

  @Test
  @Requirement({"R103.1", "R103.2"})
  void speakersAndCallsAreCountedWithinTheAreaThatIsShown() {
    seen(near, Duration.ofMinutes(1));
    seen(far, Duration.ofDays(1));
    call(far, Duration.ofMinutes(10), null);
    call(near, Duration.ofHours(30), NOW.minus(Duration.ofHours(1)));
    var desk = TestDesk.of(city.code() + "/", BroadcastRights.READ);
    var tiles = board(desk).tiles(city.code() + "/");
    assertEquals(
        List.of("broadcast.plays", "broadcast.speakers", "broadcast.calls"),
        tiles.stream().map(Tile::key).toList());
    assertEquals(List.of(1L, 2L), List.of(tiles.get(1).value(), tiles.get(1).against()));
    assertTrue(tiles.get(1).pressing(), "one of two is less than four of five");
    assertEquals(List.of(1L, 1L), List.of(tiles.get(2).value(), tiles.get(2).against()));
    assertEquals(List.of(new Heat("broadcast.calls", far, 1)), board(desk).heat(city.code() + "/"));

    var below = board(desk).tiles(city.code() + "/" + near + "/");
    assertEquals(List.of(1L, 1L), List.of(below.get(1).value(), below.get(1).against()));
    assertEquals(0, below.get(2).value());
    assertEquals(List.of(), board(desk).heat(city.code() + "/" + near + "/"));
  }

  @Test
  @Requirement({"R103.1", "R102.3"})
  void whoMayNotReadSeesNothingAndWhoMayNotCallHasNoCalls() {
    call(far, Duration.ofMinutes(10), null);
    var stranger = TestDesk.of(city.code() + "/", "market.read");
    assertEquals(List.of(), board(stranger).tiles(""));
    assertEquals(List.of(), board(stranger).heat(""));
    assertEquals(List.of(), items(stranger));
    assertEquals(List.of(), items(TestDesk.of(city.code() + "/", BroadcastRights.READ)));
    var duty =
        TestDesk.of(city.code(), city.code() + "/", BroadcastRights.CALL, BroadcastRights.READ);
    assertEquals(
        List.of(List.of("broadcast.calls")), items(duty).stream().map(TodoItem::keys).toList());
  }

  private static List<TodoItem> items(Desk desk) {
    return new BroadcastItems(SQL, desk).items();
  }
}
