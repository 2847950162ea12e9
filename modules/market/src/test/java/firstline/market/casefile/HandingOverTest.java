package firstline.market.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.MarketRights;
import firstline.market.complaint.MakeLead;
import firstline.market.term.TermQueries.Level;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A price alert becomes a lead, and the lead one case. */
class HandingOverTest {
  private final MutableClock clock = MutableClock.at("2026-03-02T02:00:00Z");

  private Links links(Bureau bureau) {
    return new Links(TestDatabase.sql(), bureau.desk(UUID.randomUUID(), MarketRights.READ));
  }

  private UUID alert(Bureau bureau) {
    var sql = TestDatabase.sql();
    var point = UUID.randomUUID();
    var goods = UUID.randomUUID();
    var alert = UUID.randomUUID();
    sql.update(
        "insert into price_point (id, area_code, name) values (?, ?, ?)",
        point,
        bureau.county(),
        "康民大药房" + bureau.county());
    sql.update(
        "insert into price_goods (id, name, goods_group, unit) values (?, ?, '防护', 'PIECE')",
        goods,
        "一次性口罩" + bureau.county());
    sql.update(
        """
        insert into price_alert (id, point_id, goods_id, rung, level, day, until, days, state,
          evidence, raised_at)
        values (?, ?, ?, 'DAILY', 'ALERT', '2026-03-01', '2026-03-01', 1, 'CHECKING', '{}', now())
        """,
        alert,
        point,
        goods);
    return alert;
  }

  @Test
  @Requirement({"R92.1", "R92.2"})
  void anAlertBecomesOneLeadAndTheLeadOneCase() {
    var bureau = Bureau.found("953036", clock);
    var alert = alert(bureau);
    var found = new MakeLead.Found(alert, bureau.county(), "康民大药房", "一次性口罩", "价格预警，进价2元卖25元");
    var number =
        bureau.run(
            sql ->
                new MakeLead(sql, bureau.desk(UUID.randomUUID(), MarketRights.PRICE_CHECK), clock)
                    .make(found));
    var lead = links(bureau).leadOfAlert(alert).orElseThrow();
    assertEquals(number, lead.number());
    assertEquals(alert, links(bureau).alertOf(lead.id()).orElseThrow());
    assertEquals(
        Level.RUNNING,
        bureau.terms().ofRecord(lead.id()).get(0).level(),
        "a lead has its fifteen working days");
    assertThrows(
        RuntimeException.class,
        () ->
            bureau.run(
                sql ->
                    new MakeLead(
                            sql, bureau.desk(UUID.randomUUID(), MarketRights.PRICE_CHECK), clock)
                        .make(found)),
        "one alert, one lead");

    assertThrows(NotFound.class, () -> links(bureau).lead(lead.id()), "it is not filed yet");
    assertEquals(
        "case.lead",
        assertThrows(Refusal.class, () -> bureau.file("", number, Matter.GOUGING, true)).code());
    TestDatabase.sql().update("update complaint set state = 'FILED' where id = ?", lead.id());
    var carried = links(bureau).lead(lead.id());
    assertEquals("康民大药房", carried.operator());
    assertEquals("一次性口罩", carried.goods());
    assertFalse(carried.toString().contains("25元"), "what they wrote is not carried over");
    assertTrue(links(bureau).caseOf(number).isEmpty());
    var first = bureau.file("", number, Matter.GOUGING, true);
    assertEquals(first, links(bureau).caseOf(number).orElseThrow().id());
    assertEquals(lead.id(), links(bureau).leadOf(number).orElseThrow().id());
    var twice = assertThrows(Refusal.class, () -> bureau.file("", number, Matter.GOUGING, true));
    assertEquals("case.filed", twice.code());
    assertEquals(bureau.queries().one(first).line().number(), twice.arguments().get(1));
    var stranger = Bureau.found("953037", clock);
    assertTrue(links(stranger).caseOf(number).isEmpty());
    assertTrue(links(stranger).leadOfAlert(alert).isEmpty());
  }
}
