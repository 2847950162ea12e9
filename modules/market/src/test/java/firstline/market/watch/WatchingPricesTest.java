package firstline.market.watch;

import static firstline.market.MarketRights.PRICE_CHECK;
import static firstline.market.MarketRights.PRICE_ENTER;
import static firstline.market.MarketRights.PRICE_READ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.Bureau;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A county hears that its rice runs out. */
class WatchingPricesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private final MutableClock clock = MutableClock.at("2026-11-26T02:00:00Z");
  private final Bureau bureau =
      TestDatabase.inTransaction(
          sql -> Bureau.found(sql, "89" + (1000 + new Random().nextInt(8999))));
  private final Desk monitor = bureau.desk(PRICE_ENTER, PRICE_READ);
  private final Desk checker = bureau.desk(PRICE_CHECK, PRICE_READ);
  private final String goods = "稻香糙米" + UUID.randomUUID().toString().substring(0, 6);
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private final UUID priced = UUID.randomUUID();

  private void found() {
    TestDatabase.inTransaction(
        sql -> {
          sql.update(
              "insert into price_goods (id, name, goods_group, unit) values (?, ?, ?, 'KG')",
              priced,
              goods,
              goods + "类");
          for (var point : List.of(first, second)) {
            sql.update(
                "insert into price_point (id, name, area_code) values (?, ?, ?)",
                point,
                "点" + point,
                bureau.county());
            quote(sql, point, TODAY.minusDays(3), "5.00");
          }
          return true;
        });
  }

  private void quote(Sql sql, UUID point, LocalDate day, String price) {
    sql.update(
        """
        insert into price_quote (point_id, goods_id, quoted_on, price, unit_typed, price_typed,
          officer_id, officer_name, entered_at)
        values (?, ?, ?, ?, 'kg', ?, ?, '采价员', ?)
        """,
        point,
        priced,
        day,
        new BigDecimal(price),
        new BigDecimal(price),
        monitor.officer().id(),
        clock.instant());
  }

  private UUID rumour(String text) {
    var rumour = UUID.randomUUID();
    TestDatabase.inTransaction(
        sql -> {
          new RaiseWatch(sql, clock)
              .raise(new RaiseWatch.Command(rumour, "R-2026-0001", bureau.county(), "米要断货", text));
          return true;
        });
    return rumour;
  }

  private List<WatchQueries.Line> watches(boolean running) {
    return TestDatabase.inTransaction(
        sql -> new WatchQueries(sql, checker, clock).list(running, Cursor.START).rows());
  }

  private int waiting() {
    return TestDatabase.inTransaction(sql -> new WatchItems(sql, monitor, clock).items().size());
  }

  private void keep(UUID watch, boolean end, String reason, Desk by) {
    TestDatabase.inTransaction(
        sql -> {
          new KeepWatch(sql, by, clock).keep(new KeepWatch.Command(watch, end, reason));
          return true;
        });
  }

  @Test
  @Requirement({"R119.1", "R119.2", "R119.3"})
  void talkIsWatchedUntilEachPointHasQuotedAndTheRiseIsCounted() {
    found();
    rumour("今天天气好");
    assertEquals(List.of(), watches(false));
    var talk = rumour("听说" + goods + "马上断货");
    var one = watches(true).get(0);
    assertEquals(
        List.of(2, 0, TODAY, TODAY.plusDays(13)),
        List.of(one.points(), one.today(), one.since(), one.until()));
    assertEquals(1, waiting());
    TestDatabase.inTransaction(
        sql -> {
          quote(sql, first, TODAY, "6.00");
          return true;
        });
    assertEquals(1, waiting());
    TestDatabase.inTransaction(
        sql -> {
          quote(sql, second, TODAY, "8.00");
          return true;
        });
    assertEquals(0, waiting());
    assertEquals("+40 %", watches(true).get(0).lift());

    clock.move(Duration.ofDays(4));
    assertEquals(1, waiting());
    rumour("还说" + goods + "涨到十元");
    var still = watches(true);
    assertEquals(1, still.size());
    assertEquals(TODAY.plusDays(17), still.get(0).until());
    var steps =
        TestDatabase.inTransaction(
            sql ->
                new WatchQueries(sql, checker, clock)
                    .steps(List.of(one.id()))
                    .getOrDefault(one.id(), List.of()));
    assertEquals(2, steps.size(), talk + " and the next");

    clock.move(Duration.ofDays(30));
    assertEquals(List.of(), watches(true));
    assertEquals(0, waiting());
    rumour(goods + "又脱销");
    assertEquals(2, watches(false).size(), "a new watch after the old one ran out");
  }

  @Test
  @Requirement("R119.4")
  void itIsProlongedAndEndedWithAReasonByWhoChecksThere() {
    found();
    rumour(goods + "卖光了");
    var one = watches(true).get(0);
    clock.move(Duration.ofDays(2));
    assertEquals(
        "price-watch.reason",
        assertThrows(Refusal.class, () -> keep(one.id(), true, " ", checker)).code());
    var elsewhere =
        TestDatabase.inTransaction(sql -> Bureau.found(sql, "953120")).desk(PRICE_CHECK);
    assertThrows(NotFound.class, () -> keep(one.id(), true, "别处", elsewhere));
    keep(one.id(), false, "传言未平", checker);
    assertEquals(TODAY.plusDays(15), watches(true).get(0).until());
    keep(one.id(), true, "货源充足", checker);
    assertEquals(List.of(), watches(true));
    assertEquals(
        "price-watch.over",
        assertThrows(Refusal.class, () -> keep(one.id(), false, "再盯", checker)).code());
    assertTrue(watches(false).stream().noneMatch(WatchQueries.Line::running));
  }
}
