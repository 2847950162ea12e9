package firstline.console.deputy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.casefile.OpenCases;
import firstline.market.inspect.Inspections;
import firstline.market.inspect.OpenInspections;
import firstline.persistence.database.DatabaseFailure;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.openwork.OpenWorkContribution;
import firstline.persistence.openwork.OpenWorkContribution.Item;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.OfficerOnDuty.Grant;
import firstline.rumour.rumour.OpenRumours;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.locale.ThreeLocales;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandingWorkOverTest {
  private static final String CITY = "510600000000";
  private static final String COUNTY = "510602000000";
  private static final String PATH = CITY + "/" + COUNTY + "/";

  private final Sql sql = TestDatabase.sql();
  private final MutableClock clock = MutableClock.at("2026-11-24T02:00:00Z");
  private final UUID department = Ids.next();
  private final Desk desk = new Desk();

  @BeforeEach
  void aBureauWithWork() {
    TestDatabase.owner().update("truncate area cascade");
    TestDatabase.owner().update("truncate rumour_step, case_event, inspection_event cascade");
    TestDatabase.owner().update("delete from role where not builtin");
    sql.update(
        "insert into area (code, level, name, path) values (?, 'CITY', '甲', ?)", CITY, CITY + "/");
    sql.update(
        "insert into area (code, level, name, path) values (?, 'COUNTY', '乙', ?)", COUNTY, PATH);
    sql.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, 'm', '局', ?)",
        department,
        COUNTY);
    List.of("tian", "li", "wang", "zhao").forEach(this::officer);
    for (var right : List.of("rumour.verify", "market.case", "market.inspect")) {
      role("li", right);
      role("wang", right);
    }
    role("zhao", "market.case");
    rumour();
    marketCase();
    inspection();
    desk.seat(
        new OfficerOnDuty(
            id("tian"),
            "tian",
            "田",
            department,
            "局",
            "",
            COUNTY,
            "乙",
            "zh",
            List.of(new Grant(OfficeRights.ARRANGE, PATH)),
            null));
    desk.begin(OfficeRights.ARRANGE);
  }

  @ThreeLocales
  @Requirement({"R114.1", "R114.2"})
  void allThatWasTickedPassesAndTheWayBackIsTheSame() {
    assertEquals(Set.of("rumour", "case", "inspection"), kinds("li"));
    assertTrue(pass("li", "wang", keys("li")).isEmpty());
    assertTrue(kinds("li").isEmpty());
    assertEquals(Set.of("rumour", "case", "inspection"), kinds("wang"));
    assertEquals(
        List.of("PASSED_ON", "PASS_ON", "PASS_ON"),
        sql.list(
            """
            select verb from rumour_step where officer_name = '田' and reason = 'li → wang · 病休'
            union all select action from case_event where note = 'li → wang · 病休'
            union all select action from inspection_event where note = 'li → wang · 病休'
            """,
            row -> row.text(1)));
    assertEquals(3L, (long) sql.one("select count(*) from hand_over_line", row -> row.number(1)));
    assertTrue(pass("wang", "li", keys("wang")).isEmpty());
    assertEquals(Set.of("rumour", "case", "inspection"), kinds("li"));
    assertThrows(DatabaseFailure.class, () -> sql.update("delete from hand_over_line"));
  }

  @Test
  @Requirement("R114.3")
  void oneThatCannotPassKeepsAllAndIsNamed() {
    assertEquals(
        Set.of("rumour right", "inspection right"),
        pass("li", "zhao", keys("li")).stream()
            .map(problem -> problem.item().kind() + " " + problem.why())
            .collect(Collectors.toSet()));
    assertEquals(3, kinds("li").size());
    assertEquals(0L, (long) sql.one("select count(*) from hand_over", row -> row.number(1)));
    sql.update(
        "insert into case_officer (case_id, officer_id, officer_name)"
            + " select id, ?, 'wang' from market_case",
        id("wang"));
    assertEquals(
        List.of("case has"),
        pass("li", "wang", keys("li")).stream()
            .map(problem -> problem.item().kind() + " " + problem.why())
            .toList());
    assertEquals(3, kinds("li").size());
  }

  @Test
  @Requirement({"R114.1", "R114.3"})
  void anInactiveOfficerHandsOverAndTakesNothing() {
    sql.update("update officer set active = false where username = 'li'");
    assertEquals(3, kinds("li").size());
    assertTrue(pass("li", "wang", keys("li")).isEmpty());
    assertEquals(
        "hand-over.inactive",
        assertThrows(Refusal.class, () -> pass("wang", "li", keys("wang"))).code());
    assertEquals(
        "hand-over.self",
        assertThrows(Refusal.class, () -> pass("wang", "wang", keys("wang"))).code());
    assertEquals(
        "hand-over.person",
        assertThrows(Refusal.class, () -> pass("wang", "nobody", keys("wang"))).code());
  }

  @Test
  @Requirement("R114.2")
  void whatLiesThereNoMoreIsAConflictAndNothingPasses() {
    var keys = keys("li");
    sql.update("update rumour set owner_id = null, owner_name = null");
    assertThrows(Conflict.class, () -> pass("li", "wang", keys));
    assertEquals(Set.of("case", "inspection"), kinds("li"));
  }

  private List<HandOverWork.Problem> pass(String from, String to, Set<String> keys) {
    return TestDatabase.inTransaction(
        one -> work(one).pass(new HandOverWork.Command(from, to, keys, "病休")));
  }

  private Set<String> keys(String name) {
    return open(name, Item::key);
  }

  private Set<String> kinds(String name) {
    return open(name, Item::kind);
  }

  private Set<String> open(String name, java.util.function.Function<Item, String> part) {
    return work(sql).open(name).stream().map(part).collect(Collectors.toSet());
  }

  private HandOverWork work(Sql one) {
    return new HandOverWork(
        one,
        desk,
        clock,
        List.<OpenWorkContribution>of(
            new OpenRumours(one, desk, clock),
            new OpenCases(one, desk, clock),
            new OpenInspections(one, new Inspections(one, desk, clock))));
  }

  private UUID id(String name) {
    return sql.one("select id from officer where username = ?", row -> row.id(1), name);
  }

  private void officer(String name) {
    sql.update(
        "insert into officer (id, version, username, name, department_id, area_code, created_at)"
            + " values (?, 1, ?, ?, ?, ?, now())",
        Ids.next(),
        name,
        name,
        department,
        COUNTY);
  }

  private void role(String name, String right) {
    var role = Ids.next();
    sql.update(
        "insert into role (id, code, name, name_en) values (?, ?, '甲', 'A')",
        role,
        "T" + role.toString());
    sql.update("insert into role_right (role_id, right_key) values (?, ?)", role, right);
    sql.update(
        "insert into officer_role (officer_id, role_id, area_code) values (?, ?, ?)",
        id(name),
        role,
        COUNTY);
  }

  private void rumour() {
    sql.update(
        """
        insert into rumour (id, version, area_code, department_id, department_name, number, title,
          state, changed_at, received_at, opened_at, owner_id, owner_name)
        values (?, 1, ?, ?, '局', 'R-1', '传言', 'VERIFYING', now(), now(), now(), ?, 'li')
        """,
        Ids.next(),
        COUNTY,
        department,
        id("li"));
  }

  private void marketCase() {
    var operator = Ids.next();
    sql.update(
        "insert into operator (id, area_code, name, person, premises, made_at)"
            + " values (?, ?, '甲店', false, '南街', now())",
        operator,
        COUNTY);
    var id = Ids.next();
    sql.update(
        """
        insert into market_case (id, area_code, department_id, department_name, number, operator_id,
          matter, title, simple, grave, state, version, filed_at, filed_name)
        values (?, ?, ?, '局', 'C-1', ?, 'GOUGING', '哄抬口罩', false, false, 'INVESTIGATING', 1,
          now(), '甲')
        """,
        id,
        COUNTY,
        department,
        operator);
    sql.update(
        "insert into case_officer (case_id, officer_id, officer_name) values (?, ?, 'li')",
        id,
        id("li"));
  }

  private void inspection() {
    var id = Ids.next();
    sql.update(
        """
        insert into inspection (id, number, kind, operator_id, area_code, department_id,
          department_name, checklist_id, title, state, version, planned_at, planned_name)
        select ?, 'I-1', 'TARGETED', (select id from operator limit 1), ?, ?, '局',
          (select id from checklist limit 1), '口罩检查', 'ASSIGNED', 1, now(), '甲'
        """,
        id,
        COUNTY,
        department);
    sql.update(
        "insert into inspection_officer (inspection_id, officer_id, officer_name, drawn)"
            + " values (?, ?, 'li', true)",
        id,
        id("li"));
  }
}
