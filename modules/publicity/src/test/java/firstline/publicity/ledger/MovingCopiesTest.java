package firstline.publicity.ledger;

import static firstline.publicity.PublicityRights.READ;
import static firstline.publicity.PublicityRights.STOCK;
import static firstline.publicity.ledger.Movement.Kind.COUNT;
import static firstline.publicity.ledger.Movement.Kind.DESTROY;
import static firstline.publicity.ledger.Movement.Kind.HAND_OUT;
import static firstline.publicity.ledger.Movement.Kind.RECEIVE;
import static firstline.publicity.ledger.Movement.Kind.SEND;
import static firstline.publicity.ledger.Movement.Kind.SETTLE_BACK;
import static firstline.publicity.ledger.Movement.Kind.SETTLE_LOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Row;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No copy is made or lost by writing, whoever moves at the same time. */
class MovingCopiesTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final int THREADS = 8;

  private static long move(Desk desk, Movement movement) {
    return TestDatabase.inTransaction(sql -> new MoveCopies(sql, desk, CLOCK).move(movement));
  }

  private static Refusal refused(Desk desk, Movement movement) {
    return assertThrows(Refusal.class, () -> move(desk, movement));
  }

  /** Stock, handed out, destroyed, lost. */
  private static List<Long> batch(UUID id) {
    return TestDatabase.sql()
        .one(
            "select stock, handed_out, destroyed, lost, printed from print_run where id = ?",
            row -> IntStream.rangeClosed(1, 4).mapToObj(place -> number(row, place)).toList(),
            id);
  }

  private static long number(Row row, int place) {
    try {
      return row.number(place);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the stores have and what is on the way or missing, from their own rows. */
  private static long everywhere(UUID batch) {
    return TestDatabase.sql()
        .one(
            """
            select (select coalesce(sum(quantity), 0) from holding where batch_id = ?)
              + (select coalesce(sum(open), 0) from consignment where batch_id = ?)
            """,
            row -> row.number(1),
            batch,
            batch);
  }

  @Test
  @Requirement("R61.1")
  void onlyWhatMayGoOutOnPaperIsPrinted() {
    for (var one :
        List.of(List.of("951010", "SMS", "PUBLISHED"), List.of("951011", "LEAFLET", "DRAFT"))) {
      var town = Town.found(TestDatabase.sql(), one.get(0), one.get(1), one.get(2));
      assertEquals("ledger.not-printed", assertThrows(Refusal.class, () -> town.batch(100)).code());
    }
    var town = Town.found(TestDatabase.sql(), "951012", "LEAFLET", "APPROVED");
    for (var quantity : List.of(-1L, 0L, 1_000_000_000_000L)) {
      assertEquals(
          "ledger.quantity", assertThrows(Refusal.class, () -> town.batch(quantity)).code());
    }
    assertEquals(List.of(100L, 0L, 0L, 0L), batch(town.batch(100)));
  }

  @Test
  @Requirement({"R61.3", "R61.4"})
  void moreThanThereIsIsRefusedWithTheRealStockAndTheSameIdMovesOnce() {
    var town = Town.found(TestDatabase.sql(), "951020", "LEAFLET", "PUBLISHED");
    var desk = town.desk(STOCK, town.county());
    var batch = town.batch(100);
    for (var quantity : List.of(-1L, 0L, 1_000_000_000_000L)) {
      var movement = Town.of(HAND_OUT, batch, town.county(), "", null, quantity);
      assertEquals("ledger.quantity", refused(desk, movement).code());
    }
    var much = refused(desk, Town.of(HAND_OUT, batch, town.county(), "", null, 101));
    assertEquals("ledger.stock", much.code());
    assertEquals(List.<Object>of(100L, 101L), much.arguments());
    var once = Town.of(HAND_OUT, batch, town.county(), town.town(1), null, 30);
    assertEquals(70, move(desk, once));
    assertEquals(70, move(desk, once));
    var other =
        new Movement(once.id(), batch, HAND_OUT, town.county(), "", null, 31, "车站", 0, "", "");
    assertEquals("ledger.told-otherwise", refused(desk, other).code());
    assertEquals(List.of(70L, 30L, 0L, 0L), batch(batch));
    var elsewhere = town.desk(STOCK, town.county() + "/" + town.town(1));
    assertThrows(
        NotFound.class,
        () -> move(elsewhere, Town.of(HAND_OUT, batch, town.county(), "", null, 1)));
  }

  @Test
  @Requirement("R61.5")
  void whatIsSentIsOnTheWayUntilSomebodyElseSaysHowManyCame() {
    var town = Town.found(TestDatabase.sql(), "951030", "LEAFLET", "PUBLISHED");
    var sender = town.desk(STOCK, town.county());
    var receiver = town.desk(STOCK, town.county());
    var batch = town.batch(100);
    var sent = Town.of(SEND, batch, town.county(), town.town(1), null, 60);
    assertEquals(40, move(sender, sent));
    var all = Town.of(RECEIVE, batch, town.town(1), "", sent.id(), 60);
    assertEquals("ledger.own-receipt", refused(sender, all).code());
    assertEquals(
        "ledger.more-than-sent",
        refused(receiver, Town.of(RECEIVE, batch, town.town(1), "", sent.id(), 61)).code());
    assertEquals(50, move(receiver, Town.of(RECEIVE, batch, town.town(1), "", sent.id(), 50)));
    assertEquals("ledger.received", refused(receiver, all).code());
    assertEquals(100, everywhere(batch), "ten are missing, and stand open");
    assertEquals(
        "ledger.open",
        refused(sender, Town.of(SETTLE_BACK, batch, town.county(), "", sent.id(), 11)).code());
    assertEquals(40, move(sender, Town.of(SETTLE_LOST, batch, town.county(), "", sent.id(), 10)));
    assertEquals(List.of(90L, 0L, 0L, 10L), batch(batch));
    assertEquals(
        "ledger.open",
        refused(sender, Town.of(SETTLE_BACK, batch, town.county(), "", sent.id(), 10)).code());
  }

  @Test
  @Requirement("R61.6")
  void noMoreIsFoundThanWasLostThere() {
    var town = Town.found(TestDatabase.sql(), "951040", "LEAFLET", "PUBLISHED");
    var desk = town.desk(STOCK, town.county());
    var batch = town.batch(100);
    assertEquals(
        "ledger.found", refused(desk, Town.of(COUNT, batch, town.county(), "", null, 101)).code());
    var counted = Town.of(COUNT, batch, town.county(), "", null, 92);
    assertEquals(92, move(desk, counted));
    assertEquals(92, move(desk, counted));
    assertEquals(List.of(92L, 0L, 0L, 8L), batch(batch));
    assertEquals(95, move(desk, Town.of(COUNT, batch, town.county(), "", null, 95)));
    assertEquals(List.of(95L, 0L, 0L, 5L), batch(batch));
    assertEquals(
        "ledger.found", refused(desk, Town.of(COUNT, batch, town.county(), "", null, 101)).code());
  }

  @Test
  @Requirement("R61.8")
  void theHoldersStandAsATreeWithSumsAtEachLevel() {
    var town = Town.found(TestDatabase.sql(), "951080", "LEAFLET", "PUBLISHED");
    var desk = town.desk(STOCK, town.county());
    var batch = town.batch(100);
    var first = Town.of(SEND, batch, town.county(), town.town(1), null, 30);
    move(desk, first);
    move(
        town.desk(STOCK, town.county()), Town.of(RECEIVE, batch, town.town(1), "", first.id(), 30));
    move(desk, Town.of(SEND, batch, town.county(), town.town(2), null, 20));
    move(desk, Town.of(HAND_OUT, batch, town.town(1), "", null, 7));
    move(desk, Town.of(DESTROY, batch, town.town(1), "", null, 2));
    var holders = new Holders(TestDatabase.sql(), town.desk(READ, town.county())).of(batch);
    assertEquals(1, holders.size());
    var county = holders.get(0);
    assertEquals(new Holders.Held(50, 0, 0, 0, 0), county.own());
    assertEquals(new Holders.Held(71, 20, 7, 2, 0), county.sum());
    assertEquals(
        List.of(new Holders.Held(21, 0, 7, 2, 0), new Holders.Held(0, 20, 0, 0, 0)),
        county.children().stream().map(Holders.Node::sum).toList());
    assertEquals(3, county.size());
    assertEquals("ON_THE_WAY", county.at(town.town(2)).orElseThrow().sum().parts().get(0).name());
    assertEquals(
        1,
        new Holders(TestDatabase.sql(), town.desk(READ, town.county() + "/" + town.town(1)))
            .of(batch)
            .size(),
        "an officer of a town sees that town alone");
  }

  @Test
  @Requirement("R61.3")
  void ofTwoPhonesThatMoveTheSameStockOneWins() throws Exception {
    var town = Town.found(TestDatabase.sql(), "951050", "LEAFLET", "PUBLISHED");
    var batch = town.batch(100);
    Callable<String> phone =
        () -> {
          try {
            move(
                town.desk(STOCK, town.county()),
                Town.of(HAND_OUT, batch, town.county(), "", null, 60));
            return "moved";
          } catch (Refusal refusal) {
            return refusal.code() + refusal.arguments();
          }
        };
    var said = atOnce(List.of(phone, phone)).stream().sorted().toList();
    assertEquals(List.of("ledger.stock[40, 60]", "moved"), said);
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) throws InterruptedException {
    var threads = Executors.newFixedThreadPool(work.size());
    try {
      return threads.invokeAll(work).stream().map(MovingCopiesTest::value).toList();
    } finally {
      threads.shutdown();
    }
  }

  private static <T> T value(java.util.concurrent.Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Requirement("R61.2")
  void theBatchAddsUpAfterRandomMovementsByEightThreads() throws Exception {
    var movements = Integer.getInteger("firstline.movements", 4_000);
    var town = Town.found(TestDatabase.sql(), "951060", "LEAFLET", "PUBLISHED");
    var random = new RandomMovements(town, List.of(town.batch(1_000_000)), THREADS);
    var moved = random.tell(movements);
    assertEquals(List.of(0L), random.unaccounted());
    assertEquals(List.of(0L), random.untold());
    assertTrue(moved > movements / 4, moved + " of " + movements);
  }
}
