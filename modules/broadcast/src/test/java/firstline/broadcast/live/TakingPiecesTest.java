package firstline.broadcast.live;

import static firstline.broadcast.live.LiveTables.NOW;
import static firstline.broadcast.live.LiveTables.SQL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.OfficerOnDuty;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a browser brings, in the real database. */
class TakingPiecesTest {
  private static int cities;

  private final MutableClock clock = MutableClock.at(NOW);
  private final TestCity city = TestCity.found(SQL, "9481" + (10 + cities++));
  private final OfficerOnDuty officer = TestDesk.known(city, BroadcastRights.EMERGENCY);
  private final UUID stream = LiveTables.stream(city, LiveTables.schedule(city), officer);
  private final List<Integer> told = new ArrayList<>();

  private void take(OfficerOnDuty from, int number, int bytes) {
    new TakePiece(
            SQL,
            TestDesk.running(from, BroadcastRights.EMERGENCY),
            clock,
            piece -> told.add(piece.number()))
        .take(new TakePiece.Command(stream, number, new byte[bytes]));
  }

  private void refused(String code, int number, int bytes) {
    assertEquals(code, assertThrows(Refusal.class, () -> take(officer, number, bytes)).code());
  }

  private long pieces() {
    return SQL.one(
        "select count(*) from live_piece where stream_id = ?", row -> row.number(1), stream);
  }

  @Test
  @Requirement("R48.2")
  void eachPieceIsTakenOnceAndInOrder() {
    take(officer, 1, 16_000);
    take(officer, 2, 16_000);
    take(officer, 2, 16_000);
    take(officer, 1, 16_000);
    refused("live.number", 4, 16_000);
    refused("live.number", 0, 16_000);
    take(officer, 3, 1);
    assertEquals(List.of(1, 2, 3), told);
    assertEquals(3, pieces());
  }

  @Test
  @Requirement("R48.2")
  void whatIsEmptyOrTooLongIsNotTaken() {
    refused("live.piece", 1, 0);
    refused("live.piece", 1, TakePiece.LONGEST + 1);
    take(officer, 1, TakePiece.LONGEST);
    assertEquals(1, pieces());
  }

  @Test
  @Requirement("R48.2")
  void nobodyElseSpeaksInIt() {
    var stranger = TestDesk.known(city, BroadcastRights.EMERGENCY);
    assertThrows(NotFound.class, () -> take(stranger, 1, 16_000));
    assertEquals(0, pieces());
  }

  @Test
  @Requirement("R48.2")
  void nothingIsTakenAfterTheEnd() {
    take(officer, 1, 16_000);
    clock.move(Duration.ofMinutes(5));
    refused("live.over", 2, 16_000);
    assertEquals(List.of(1), told);
  }
}
