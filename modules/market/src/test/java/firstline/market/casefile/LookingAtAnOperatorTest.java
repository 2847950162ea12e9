package firstline.market.casefile;

import static firstline.market.MarketRights.HANDLE;
import static firstline.market.MarketRights.PRICE_READ;
import static firstline.market.MarketRights.READ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.market.Bureau;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Everything of an operator on a real database, as one or another officer sees it. */
class LookingAtAnOperatorTest {
  private static final Sql SQL = TestDatabase.sql();
  private static final String NAME = "百草大药房";

  private static UUID operator(Bureau bureau, boolean person) {
    var id = UUID.randomUUID();
    SQL.update(
        """
        insert into operator (id, area_code, name, person, premises, made_at)
        values (?, ?, ?, ?, '南街 1 号', now())
        """,
        id,
        bureau.county(),
        NAME,
        person);
    return id;
  }

  private static UUID letter(Bureau bureau, UUID department, String number, String at) {
    var id = UUID.randomUUID();
    SQL.update(
        """
        insert into complaint (id, kind, number, area_code, department_id, department_name,
          channel, operator, place, goods, facts, named, state, received_at)
        values (?, 'TIPOFF', ?, ?, ?, '市监', 'PHONE', ?, '南街', '口罩', '事', true, 'RECEIVED',
          ?::timestamptz)
        """,
        id,
        number,
        bureau.county(),
        department,
        NAME,
        at);
    SQL.update(
        """
        insert into complaint_step (complaint_id, action, state, reason, officer_name,
          department_name, at)
        values (?, 'TAKE_IN', 'RECEIVED', '来信人电话 13900000000', '甲', '市监', ?::timestamptz)
        """,
        id,
        at);
    return id;
  }

  private static UUID filed(Bureau bureau, UUID operator, String source) {
    var id = UUID.randomUUID();
    SQL.update(
        """
        insert into market_case (id, area_code, department_id, department_name, number, operator_id,
          source, matter, title, simple, grave, state, version, filed_at, filed_name)
        values (?, ?, ?, '市监', ?, ?, ?, 'GOUGING', '哄抬口罩', false, false, 'INVESTIGATING', 1,
          '2026-03-05 09:00+08', '甲')
        """,
        id,
        bureau.county(),
        bureau.department(),
        "案" + bureau.county(),
        operator,
        source);
    SQL.update(
        """
        insert into measure (id, case_id, kind, number, urgent, ground, place, state, officer_name,
          made_at)
        values (gen_random_uuid(), ?, 'SEAL_UP', ?, false, '依据', '仓库', 'HELD', '甲',
          '2026-03-06 09:00+08')
        """,
        id,
        "封" + bureau.county());
    return id;
  }

  private static void inspected(Bureau bureau, UUID operator) {
    SQL.update(
        """
        insert into inspection (id, number, kind, operator_id, area_code, department_id,
          department_name, checklist_id, title, state, version, planned_at, planned_name)
        select gen_random_uuid(), ?, 'TARGETED', ?, ?, ?, '市监', (select id from checklist limit 1),
          '口罩检查', 'PLANNED', 1, '2026-03-03 09:00+08', '甲'
        """,
        "检" + bureau.county(),
        operator,
        bureau.county(),
        bureau.department());
  }

  private static void admonished(Bureau bureau, UUID operator) {
    var point = UUID.randomUUID();
    var goods = UUID.randomUUID();
    var alert = UUID.randomUUID();
    SQL.update(
        "insert into price_point (id, name, area_code) values (?, ?, ?)",
        point,
        "点" + point,
        bureau.county());
    SQL.update(
        "insert into price_goods (id, name, goods_group, unit) values (?, ?, '防疫', 'PIECE')",
        goods,
        "物" + goods);
    SQL.update(
        """
        insert into price_alert (id, point_id, goods_id, rung, level, day, until, days, evidence,
          state, raised_at)
        values (?, ?, ?, 'DAILY', 'ALERT', '2026-03-04', '2026-03-04', 1, '{}', 'CHECKING', now())
        """,
        alert,
        point,
        goods);
    SQL.update(
        """
        insert into price_reminder (alert_id, number, operator_id, demand, department, officer_name,
          written_on)
        values (?, ?, ?, '恢复原价', '市监', '甲', '2026-03-04')
        """,
        alert,
        "告" + bureau.county(),
        operator);
  }

  private static List<String> seen(Desk desk, UUID operator, String kind) {
    return new OperatorHistory(SQL, desk)
        .records(operator, kind, Cursor.START).rows().stream()
            .map(entry -> entry.kind() + " " + entry.number())
            .toList();
  }

  @Test
  @Requirement("R101.4")
  void allOfItStandsInTheOrderOfTimeForWhoMaySeeIt() {
    var bureau = Bureau.found(SQL, "959471");
    var far = Bureau.found(SQL, "959472");
    var county = bureau.county();
    var operator = operator(bureau, false);
    letter(bureau, bureau.department(), "L-A" + county, "2026-03-01 09:00+08");
    letter(bureau, bureau.other(), "L-B" + county, "2026-03-02 09:00+08");
    letter(far, far.department(), "L-C" + county, "2026-03-02 10:00+08");
    inspected(bureau, operator);
    admonished(bureau, operator);
    filed(bureau, operator, "");
    var all =
        List.of(
            "MEASURE 封" + county,
            "CASE 案" + county,
            "ALERT 告" + county,
            "INSPECTION 检" + county,
            "LETTER L-B" + county,
            "LETTER L-A" + county);
    assertEquals(all, seen(bureau.desk(READ, PRICE_READ), operator, ""));
    assertEquals(
        all.stream().filter(one -> !one.startsWith("ALERT")).toList(),
        seen(bureau.desk(READ), operator, ""),
        "prices need their own right");
    assertEquals(
        List.of("LETTER L-A" + county),
        seen(bureau.desk(READ, HANDLE), operator, "LETTER"),
        "who verifies sees the letters of one department");
    assertEquals(List.of(), seen(far.desk(READ), operator, ""), "another county sees nothing");
    assertThrows(NotFound.class, () -> new OperatorCases(SQL, far.desk(READ)).operator(operator));
    assertEquals(NAME, new OperatorCases(SQL, bureau.desk(READ)).operator(operator).name());
    var steps = new OperatorHistory(SQL, bureau.desk(READ)).steps(operator);
    assertEquals(
        List.of("TAKE_IN L-B" + county, "TAKE_IN L-A" + county),
        steps.stream().map(step -> step.action() + " " + step.number()).toList());
    assertEquals(false, steps.toString().contains("139"), "no word of what was written");
  }

  @Test
  @Requirement("R101.4")
  void aPersonHasOnlyTheLettersThatBecameSomething() {
    var bureau = Bureau.found(SQL, "959473");
    var operator = operator(bureau, true);
    letter(bureau, bureau.department(), "L-D" + bureau.county(), "2026-03-01 09:00+08");
    letter(bureau, bureau.department(), "L-E" + bureau.county(), "2026-03-02 09:00+08");
    filed(bureau, operator, "L-E" + bureau.county());
    assertEquals(
        List.of("LETTER L-E" + bureau.county()), seen(bureau.desk(READ), operator, "LETTER"));
  }
}
