package firstline.publicity.order;

import static firstline.publicity.PublicityRights.PRINT;
import static firstline.publicity.PublicityRights.READ;
import static firstline.publicity.PublicityRights.STOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.publicity.ledger.MoveCopies;
import firstline.publicity.ledger.Movement;
import firstline.publicity.ledger.Town;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A township asks its county for leaflets. */
class OrderingCopiesTest {
  private static final Instant NOW = Instant.parse("2026-11-26T01:30:00Z");
  private final MutableClock clock = MutableClock.at(NOW);

  /** An officer of an area with rights over it; the first right is the one that runs. */
  private static Desk at(Town town, String area, String... rights) {
    var path = area.equals(town.county()) ? area + "/" : town.county() + "/" + area + "/";
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "keeper",
            "吕春燕",
            town.department(),
            "宣传",
            "Publicity",
            area,
            "地方",
            "zh",
            List.of(rights).stream().map(right -> new OfficerOnDuty.Grant(right, path)).toList(),
            null));
    desk.begin(rights[0]);
    return desk;
  }

  private UUID order(Town town, Desk desk, String area, long quantity) {
    return TestDatabase.inTransaction(
        sql ->
            new OrderCopies(sql, desk, clock)
                .order(new OrderCopies.Command(area, false, town.version(), quantity, "春节入户")));
  }

  private void quota(Town town, Unit unit, String month, long copies) {
    TestDatabase.inTransaction(
        sql -> {
          new SetQuota(sql, at(town, town.county(), PRINT), clock)
              .set(new SetQuota.Command(town.county(), unit, YearMonth.parse(month), copies));
          return true;
        });
  }

  private boolean grant(Desk desk, UUID order, long quantity) {
    return TestDatabase.inTransaction(
        sql -> {
          new DecideOrder(sql, desk, clock).grant(new DecideOrder.Grant(order, quantity));
          return true;
        });
  }

  private boolean decline(Desk desk, UUID order, String reason) {
    return TestDatabase.inTransaction(
        sql -> {
          new DecideOrder(sql, desk, clock).decline(new DecideOrder.Decline(order, reason));
          return true;
        });
  }

  private boolean deliver(Desk desk, DeliverOrder.Command command) {
    return TestDatabase.inTransaction(
        sql -> {
          new DeliverOrder(sql, desk, clock).deliver(command);
          return true;
        });
  }

  private boolean close(Desk desk, UUID order) {
    return TestDatabase.inTransaction(
        sql -> {
          new CloseOrder(sql, desk, clock).close(new CloseOrder.Command(order));
          return true;
        });
  }

  private static DeliverOrder.Command some(UUID order, UUID batch, long quantity) {
    return new DeliverOrder.Command(order, UUID.randomUUID(), batch, quantity);
  }

  private void receive(Town town, UUID batch, UUID sent, long quantity) {
    TestDatabase.inTransaction(
        sql ->
            new MoveCopies(sql, at(town, town.town(1), STOCK), clock)
                .move(Town.of(Movement.Kind.RECEIVE, batch, town.town(1), "", sent, quantity)));
  }

  private OrderQueries.Line seen(Town town, UUID order) {
    return new OrderQueries(TestDatabase.sql(), at(town, town.county(), READ), clock).one(order);
  }

  private List<String> steps(Town town, UUID order) {
    return new OrderQueries(TestDatabase.sql(), at(town, town.county(), READ), clock)
        .steps(order).stream()
            .map(step -> step.step() + " " + step.officer() + " " + step.reason())
            .sorted()
            .toList();
  }

  private Standing.State state(Town town, UUID order) {
    return seen(town, order).standing().state();
  }

  private static String refused(Runnable work) {
    return assertThrows(Refusal.class, work::run).code();
  }

  @Test
  @Requirement({"R62.1", "R62.6"})
  void withinTheQuotaOfTheMonthAnOrderIsOpenAtOnceAndAboveItWaits() {
    var town = Town.found(TestDatabase.sql(), "952010", "LEAFLET", "PUBLISHED");
    var keeper = at(town, town.town(1), STOCK);
    assertEquals(
        Standing.State.OPEN,
        state(town, order(town, keeper, town.town(1), 1)),
        "without a quota every order waits");
    quota(town, Unit.TOWNSHIP, "2026-11", 200);
    quota(town, Unit.TOWNSHIP, "2026-12", 50);
    assertEquals(Standing.State.APPROVED, state(town, order(town, keeper, town.town(1), 150)));
    var above = order(town, keeper, town.town(1), 51);
    assertEquals(Standing.State.OPEN, state(town, above));
    assertEquals(List.of(200L, 150L), List.of(seen(town, above).quota(), seen(town, above).used()));
    assertEquals(
        Standing.State.APPROVED,
        state(town, order(town, keeper, town.town(1), 50)),
        "what waits is not used yet");
    assertEquals(
        Standing.State.APPROVED,
        state(town, order(town, at(town, town.town(2), STOCK), town.town(2), 200)),
        "each township has its own");
    clock.set(Instant.parse("2026-11-30T16:00:00Z"));
    assertEquals(Standing.State.OPEN, state(town, order(town, keeper, town.town(1), 51)));
    assertEquals(
        Standing.State.APPROVED,
        state(town, order(town, keeper, town.town(1), 50)),
        "a month begins at midnight in China");
    assertEquals("order.past", refused(() -> quota(town, Unit.TOWNSHIP, "2026-11", 9)));
    for (var copies : List.of(-1L, 1_000_000_000_000L)) {
      assertEquals("ledger.quantity", refused(() -> quota(town, Unit.TOWNSHIP, "2026-12", copies)));
    }
  }

  @Test
  @Requirement("R62.1")
  void ofTwoOrdersAtOnceOnlyOneIsWithinWhatIsLeft() throws Exception {
    var town = Town.found(TestDatabase.sql(), "952011", "LEAFLET", "PUBLISHED");
    quota(town, Unit.TOWNSHIP, "2026-11", 100);
    Callable<Boolean> asking =
        () -> {
          order(town, at(town, town.town(1), STOCK), town.town(1), 60);
          return true;
        };
    assertEquals(List.of("done", "done"), atOnce(asking, asking));
    var queries = new OrderQueries(TestDatabase.sql(), at(town, town.county(), READ), clock);
    assertEquals(
        List.of("APPROVED", "OPEN"),
        queries.list(OrderQueries.Show.ALL, Cursor.START).rows().stream()
            .map(line -> line.standing().state().name())
            .sorted()
            .toList());
  }

  @Test
  @Requirement({"R62.1", "R62.7"})
  void whatCannotBeAskedForIsRefused() {
    var town = Town.found(TestDatabase.sql(), "952020", "LEAFLET", "PUBLISHED");
    var keeper = at(town, town.town(1), STOCK);
    for (var quantity : List.of(-1L, 0L, 1_000_000_000_000L)) {
      assertEquals("ledger.quantity", refused(() -> order(town, keeper, town.town(1), quantity)));
    }
    assertEquals("order.area", refused(() -> order(town, keeper, town.town(2), 10)));
    assertEquals("order.area", refused(() -> order(town, keeper, "000000000000", 10)));
    var sms = Town.found(TestDatabase.sql(), "952021", "SMS", "PUBLISHED");
    assertEquals(
        "order.not-printed",
        refused(() -> order(sms, at(sms, sms.town(1), STOCK), sms.town(1), 10)));
    var batch = town.batch(100);
    var granted = order(town, keeper, town.town(1), 10);
    grant(at(town, town.county(), PRINT), granted, 10);
    TestDatabase.owner()
        .update(
            "update material_version set valid_until = '2026-11-25' where id = ?", town.version());
    assertEquals(
        "order.withdrawn", refused(() -> order(town, keeper, town.town(1), 10)), "it expired");
    TestDatabase.owner()
        .update("update material_version set valid_until = null where id = ?", town.version());
    var waits = order(town, keeper, town.town(1), 10);
    recall(town);
    assertEquals(
        "order.withdrawn",
        refused(() -> deliver(at(town, town.county(), STOCK), some(granted, batch, 10))));
    assertEquals("order.withdrawn", refused(() -> order(town, keeper, town.town(1), 10)));
    assertEquals(Standing.State.CLOSED, state(town, waits));
    assertEquals(
        "order.withdrawn", refused(() -> grant(at(town, town.county(), PRINT), waits, 10)));
  }

  private static void recall(Town town) {
    TestDatabase.owner()
        .update("update material_version set state = 'RECALLED' where id = ?", town.version());
  }

  @Test
  @Requirement({"R62.2", "R126.3"})
  void somebodyElseOfAnAreaAboveDecidesAndOnce() throws Exception {
    var town = Town.found(TestDatabase.sql(), "952030", "LEAFLET", "PUBLISHED");
    var asker = at(town, town.town(1), STOCK, PRINT);
    var order = order(town, asker, town.town(1), 100);
    asker.begin(PRINT);
    assertEquals("order.own", refused(() -> grant(asker, order, 100)));
    var beside = at(town, town.town(1), PRINT);
    assertEquals("order.not-above", refused(() -> grant(beside, order, 100)));
    assertThrows(NotFound.class, () -> grant(at(town, town.town(2), PRINT), order, 100));
    var above = at(town, town.county(), PRINT);
    for (var quantity : List.of(-1L, 0L, 101L, 1_000_000_000_000L)) {
      assertEquals("order.granted", refused(() -> grant(above, order, quantity)));
    }
    assertEquals("order.reason", refused(() -> decline(above, order, " ")));

    var said = atOnce(() -> grant(above, order, 80), () -> decline(above, order, "本月已发过"));
    assertEquals(List.of("done", "order.decided"), said);
    var declined = order(town, asker, town.town(1), 100);
    decline(above, declined, "本月已发过");
    assertEquals(Standing.State.DECLINED, state(town, declined));
    assertEquals("本月已发过", seen(town, declined).declined());
    assertEquals(List.of("ASKED 吕春燕 春节入户", "DECLINED 吕春燕 本月已发过"), steps(town, declined));
  }

  private static List<String> atOnce(Callable<Boolean> one, Callable<Boolean> other)
      throws Exception {
    var threads = Executors.newFixedThreadPool(2);
    try {
      var first = threads.submit(said(one));
      var second = threads.submit(said(other));
      return Stream.of(first.get(), second.get()).sorted().toList();
    } finally {
      threads.shutdown();
    }
  }

  private static Callable<String> said(Callable<Boolean> work) {
    return () -> {
      try {
        work.call();
        return "done";
      } catch (Refusal refusal) {
        return refusal.code();
      }
    };
  }

  @Test
  @Requirement({"R62.3", "R62.4", "R62.5"})
  void whatCameCountsAndNoMoreGoesThanIsGrantedOrThere() {
    var town = Town.found(TestDatabase.sql(), "952040", "LEAFLET", "PUBLISHED");
    var batch = town.batch(70);
    var order = order(town, at(town, town.town(1), STOCK), town.town(1), 120);
    var giver = at(town, town.county(), STOCK);
    assertEquals("order.undecided", refused(() -> deliver(giver, some(order, batch, 10))));
    grant(at(town, town.county(), PRINT), order, 100);
    assertEquals(Standing.State.APPROVED, state(town, order));
    for (var quantity : List.of(-1L, 0L, 1_000_000_000_000L)) {
      assertEquals("ledger.quantity", refused(() -> deliver(giver, some(order, batch, quantity))));
    }
    assertEquals("order.too-much", refused(() -> deliver(giver, some(order, batch, 101))));
    var stock = assertThrows(Refusal.class, () -> deliver(giver, some(order, batch, 71)));
    assertEquals("ledger.stock[70, 71]", stock.code() + stock.arguments());
    assertEquals(
        "order.not-above",
        refused(() -> deliver(at(town, town.town(1), STOCK), some(order, batch, 10))));
    assertEquals("order.batch", refused(() -> deliver(giver, some(order, UUID.randomUUID(), 10))));

    var first = some(order, batch, 60);
    deliver(giver, first);
    deliver(giver, first);
    assertEquals(40, seen(town, order).standing().open(), "told twice, it goes once");
    receive(town, batch, first.movement(), 55);
    var standing = seen(town, order).standing();
    assertEquals(Standing.State.PART, standing.state());
    assertEquals(
        List.of(60L, 55L, 5L, 45L),
        List.of(standing.sent(), standing.received(), standing.missing(), standing.open()));
    var more = town.batch(200);
    assertEquals("order.too-much", refused(() -> deliver(giver, some(order, more, 46))));
    var second = some(order, more, 45);
    deliver(giver, second);
    receive(town, more, second.movement(), 45);
    assertEquals(Standing.State.DELIVERED, state(town, order));
    assertEquals("order.closed", refused(() -> close(giver, order)));
    assertEquals(
        List.of("45/45", "60/55"),
        new OrderQueries(TestDatabase.sql(), at(town, town.town(1), READ), clock)
            .deliveries(order).stream()
                .map(one -> one.sent() + "/" + one.received())
                .sorted()
                .toList());
  }

  @Test
  @Requirement("R62.3")
  void ofTwoWhoDeliverAtOnceOnlyWhatIsGrantedGoes() throws Exception {
    var town = Town.found(TestDatabase.sql(), "952050", "LEAFLET", "PUBLISHED");
    var batch = town.batch(500);
    quota(town, Unit.TOWNSHIP, "2026-11", 100);
    var order = order(town, at(town, town.town(1), STOCK), town.town(1), 100);
    var said =
        atOnce(
            () -> deliver(at(town, town.county(), STOCK), some(order, batch, 60)),
            () -> deliver(at(town, town.county(), STOCK), some(order, batch, 60)));
    assertEquals(List.of("done", "order.too-much"), said);
  }

  @Test
  @Requirement({"R62.4", "R62.6"})
  void whatIsClosedUsesOnlyWhatWasSentAndGoesNoFurther() {
    var town = Town.found(TestDatabase.sql(), "952060", "LEAFLET", "PUBLISHED");
    var batch = town.batch(500);
    quota(town, Unit.TOWNSHIP, "2026-11", 100);
    var keeper = at(town, town.town(1), STOCK);
    var giver = at(town, town.county(), STOCK);
    var order = order(town, keeper, town.town(1), 100);
    deliver(giver, some(order, batch, 30));
    close(keeper, order);
    assertEquals(Standing.State.CLOSED, state(town, order));
    assertEquals("order.closed", refused(() -> deliver(giver, some(order, batch, 1))));
    assertEquals(Standing.State.APPROVED, state(town, order(town, keeper, town.town(1), 70)));
    assertEquals(Standing.State.OPEN, state(town, order(town, keeper, town.town(1), 1)));
  }

  @Test
  @Requirement({"R62.1", "R62.3"})
  void aDepartmentFetchesFromTheStoreOfItsOwnArea() {
    var town = Town.found(TestDatabase.sql(), "952070", "LEAFLET", "PUBLISHED");
    var batch = town.batch(50);
    quota(town, Unit.DEPARTMENT, "2026-11", 20);
    var order =
        TestDatabase.inTransaction(
            sql ->
                new OrderCopies(sql, at(town, town.county(), STOCK), clock)
                    .order(
                        new OrderCopies.Command(town.county(), true, town.version(), 20, "窗口摆放")));
    assertEquals(Standing.State.APPROVED, state(town, order));
    deliver(at(town, town.county(), STOCK), some(order, batch, 20));
    assertEquals(Standing.State.DELIVERED, state(town, order));
  }

  @Test
  @Requirement({"R62.2", "R62.4"})
  void eachOfficerSeesWhatIsTheirsToDo() {
    var town = Town.found(TestDatabase.sql(), "952080", "LEAFLET", "PUBLISHED");
    town.batch(500);
    quota(town, Unit.TOWNSHIP, "2026-11", 100);
    var keeper = at(town, town.town(1), READ, STOCK);
    var open = order(town, at(town, town.town(1), STOCK), town.town(1), 100);
    var waits = order(town, at(town, town.town(1), STOCK), town.town(1), 1);
    var above = at(town, town.county(), READ, STOCK, PRINT);
    assertEquals(List.of(waits), shown(above, OrderQueries.Show.DECIDE));
    assertEquals(List.of(open), shown(above, OrderQueries.Show.DELIVER));
    assertEquals(List.of(waits, open), shown(keeper, OrderQueries.Show.OURS));
    assertTrue(shown(keeper, OrderQueries.Show.DECIDE).isEmpty());
    assertTrue(shown(keeper, OrderQueries.Show.DELIVER).isEmpty());
    assertTrue(shown(at(town, town.town(2), READ), OrderQueries.Show.ALL).isEmpty());
  }

  private List<UUID> shown(Desk desk, OrderQueries.Show show) {
    var queries = new OrderQueries(TestDatabase.sql(), desk, clock);
    var lines = queries.list(show, Cursor.START).rows();
    assertEquals(lines.size(), queries.count(show));
    return lines.stream().map(OrderQueries.Line::id).toList();
  }
}
