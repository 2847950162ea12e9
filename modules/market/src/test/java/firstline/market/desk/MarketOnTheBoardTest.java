package firstline.market.desk;

import static firstline.market.MarketRights.PRICE_CHECK;
import static firstline.market.MarketRights.PRICE_READ;
import static firstline.market.MarketRights.READ;
import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.market.Bureau;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.situation.SituationContribution.Heat;
import firstline.persistence.situation.SituationContribution.Tile;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Terms and price alerts of a county, on the board and row by row. */
class MarketOnTheBoardTest {
  private static final Sql SQL = TestDatabase.sql();
  private static int counties;

  /** 10:00 in China. */
  private final MutableClock clock = MutableClock.at(Instant.parse("2026-10-08T02:00:00Z"));

  private final String digits = "9532%02d".formatted(++counties);
  private final Bureau bureau = Bureau.found(SQL, digits);

  private void term(String number, UUID department, String due) {
    SQL.update(
        """
        insert into term (id, record_kind, record_id, number, department_id, department_name,
          area_code, rule, trigger_day, begun_at, begun_name, law_version, due, ends_at,
          provisional, standing, basis)
        values (gen_random_uuid(), 'LEAD', gen_random_uuid(), ?, ?, '', ?, 'lead.verify',
          date '2026-09-01', now(), '', '', ?::date,
          (?::date + 1)::timestamp at time zone 'Asia/Shanghai', false, false, '')
        """,
        number,
        department,
        bureau.county(),
        due,
        due);
  }

  private void alert(String raised, String state, String judged) {
    var point = UUID.randomUUID();
    var goods = UUID.randomUUID();
    var alert = UUID.randomUUID();
    SQL.update(
        "insert into price_point (id, area_code, name) values (?, ?, ?)",
        point,
        bureau.county(),
        point.toString());
    SQL.update(
        "insert into price_goods (id, name, goods_group, unit) values (?, ?, '防护', 'PIECE')",
        goods,
        goods.toString());
    SQL.update(
        """
        insert into price_alert (id, point_id, goods_id, rung, level, day, until, days, state,
          evidence, raised_at)
        values (?, ?, ?, 'DAILY', 'CRISIS', '2026-10-01', '2026-10-02', 2, ?, '{}', ?::timestamptz)
        """,
        alert,
        point,
        goods,
        state,
        raised);
    if (!judged.isEmpty()) {
      SQL.update(
          """
          insert into price_alert_step (alert_id, state, reason, officer_name, at)
          values (?, ?, '', '', ?::timestamptz)
          """,
          alert,
          state,
          judged);
    }
  }

  private List<Tile> tiles(Desk desk) {
    return new MarketSituation(SQL, desk, clock).tiles(bureau.county() + "/");
  }

  private List<String> rows(Desk desk) {
    return new TermItems(SQL, desk, clock)
        .items().stream().map(item -> item.title().strip() + " " + item.keys().get(0)).toList();
  }

  @Test
  @Requirement({"R103.1", "R103.2", "R102.1"})
  void whatEndsTodayOrIsOverIsCountedAgainstAllThatRuns() {
    term("T-over", bureau.department(), "2026-10-07");
    term("T-today", bureau.department(), "2026-10-08");
    term("T-soon", bureau.department(), "2026-10-15");
    term("T-later", bureau.department(), "2026-10-16");
    term("T-theirs", bureau.other(), "2026-10-01");
    var desk = bureau.desk(READ);
    var terms = tiles(desk).get(0);
    assertEquals("market.terms", terms.key());
    assertEquals(List.of(3L, 5L), List.of(terms.value(), terms.against()));
    assertEquals(
        List.of(new Heat("market.terms", bureau.county(), 2)),
        new MarketSituation(SQL, desk, clock).heat(bureau.county() + "/"));
    assertEquals(
        List.of("T-over term.overdue", "T-today term.soon", "T-soon term.soon"),
        rows(desk),
        "of one's own department, within a week");
  }

  @Test
  @Requirement({"R103.1", "R102.3"})
  void alertsStandAgainstThoseThatWereOpenADayAgo() {
    alert("2026-10-08T01:00:00Z", "RAISED", "");
    alert("2026-10-01T01:00:00Z", "CHECKING", "");
    alert("2026-10-01T01:00:00Z", "FALSE", "2026-10-07T12:00:00Z");
    alert("2026-10-01T01:00:00Z", "FALSE", "2026-10-02T12:00:00Z");
    var desk = bureau.desk(PRICE_READ, PRICE_CHECK);
    var tiles = tiles(desk);
    assertEquals(List.of("market.alerts"), tiles.stream().map(Tile::key).toList());
    assertEquals(List.of(2L, 2L), List.of(tiles.get(0).value(), tiles.get(0).against()));
    assertEquals(1, rows(desk).size());
    assertEquals(List.of(), rows(bureau.desk(PRICE_READ)), "who may not acknowledge has no row");
    assertEquals(List.of(), tiles(bureau.desk("rumour.read")));
  }
}
