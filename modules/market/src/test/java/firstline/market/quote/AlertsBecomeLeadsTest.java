package firstline.market.quote;

import static firstline.market.MarketRights.PRICE_CHECK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.Bureau;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What cannot be explained becomes a lead that nobody sent. */
class AlertsBecomeLeadsTest {
  private final MutableClock clock = MutableClock.at("2020-01-28T02:00:00Z");

  private void handle(Bureau bureau, UUID alert, AlertState to, String reason) {
    TestDatabase.inTransaction(
        sql -> {
          new HandleAlert(sql, bureau.desk(PRICE_CHECK), clock)
              .handle(new HandleAlert.Command(alert, to, reason));
          return true;
        });
  }

  @Test
  @Requirement("R92.2")
  void theAlertSaysWhatTheLeadIsAbout() {
    var sql = TestDatabase.sql();
    var bureau = Bureau.found(sql, "953042");
    var point = UUID.randomUUID();
    var goods = UUID.randomUUID();
    var alert = UUID.randomUUID();
    sql.update(
        "insert into price_point (id, area_code, name) values (?, ?, '南街药房953042')",
        point,
        bureau.county());
    sql.update(
        """
        insert into price_goods (id, name, goods_group, unit)
        values (?, '医用口罩953042', '防护', 'PIECE')
        """,
        goods);
    sql.update(
        """
        insert into price_alert (id, point_id, goods_id, rung, level, day, until, days, state,
          evidence, raised_at)
        values (?, ?, ?, 'DAILY', 'CRISIS', '2020-01-27', '2020-01-28', 2, 'RAISED', '{}', now())
        """,
        alert,
        point,
        goods);
    handle(bureau, alert, AlertState.ACKNOWLEDGED, "");
    handle(bureau, alert, AlertState.CHECKING, "");
    assertEquals(
        "price-alert.reason",
        assertThrows(Refusal.class, () -> handle(bureau, alert, AlertState.LEAD, "")).code());
    handle(bureau, alert, AlertState.LEAD, "进价未变，售价涨十倍");
    record Lead(String operator, String goods, String facts, String channel, boolean named) {}
    var leads =
        sql.list(
            """
            select c.operator, c.goods, c.facts, c.channel, c.named
            from complaint c join lead_origin o on o.lead_id = c.id where o.alert_id = ?
            """,
            row -> new Lead(row.text(1), row.text(2), row.text(3), row.text(4), row.flag(5)),
            alert);
    assertEquals(1, leads.size());
    var lead = leads.get(0);
    assertEquals(
        List.of("南街药房953042", "医用口罩953042", "PRICE_ALERT"),
        List.of(lead.operator(), lead.goods(), lead.channel()));
    assertTrue(lead.facts().contains("当日突变，2020-01-27首次触发"), lead.facts());
    assertTrue(lead.facts().endsWith("进价未变，售价涨十倍"), lead.facts());
    assertEquals(false, lead.named());
    assertThrows(Refusal.class, () -> handle(bureau, alert, AlertState.LEAD, "再转一次"));
  }
}
