package firstline.console.deputy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.console.signin.OfficerSessions;
import firstline.console.signin.PersonalRights;
import firstline.persistence.chosen.ChosenSettings;
import firstline.persistence.database.DatabaseFailure;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.RightContribution;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.locale.ThreeLocales;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandingInTest {
  private static final String CITY = "510500000000";
  private static final String COUNTY = "510502000000";
  private static final String PATH = CITY + "/" + COUNTY + "/";
  private static final PersonalRights RIGHTS =
      new PersonalRights(
          List.of(
              new RightContribution() {
                @Override
                public List<String> rights() {
                  return List.of("market.case", "market.read", "market.head", "market.identity");
                }

                @Override
                public List<String> personal() {
                  return List.of("market.head", "market.identity");
                }
              },
              new OfficeRights()));

  private final Sql sql = TestDatabase.sql();
  private final MutableClock clock = MutableClock.at("2026-11-24T02:00:00Z");
  private final LocalDate today = LocalDate.of(2026, 11, 24);

  @BeforeEach
  void aDepartmentOfFourAndOneBeside() {
    TestDatabase.owner().update("truncate area cascade");
    TestDatabase.owner().update("delete from role where not builtin");
    TestDatabase.owner().update("truncate setting");
    area(CITY, CITY + "/");
    area(COUNTY, PATH);
    department("market");
    department("health");
    List.of("tian", "li", "wang", "zhao").forEach(name -> officer(name, "market"));
    officer("sun", "health");
    role("li", "market.case", COUNTY);
    role("li", "market.head", COUNTY);
    role("li", "market.identity", COUNTY);
    role("li", "admin.system", CITY);
    role("wang", "market.read", COUNTY);
    role("tian", "office.arrange", COUNTY);
  }

  @ThreeLocales
  @Requirement({"R113.2", "R113.3"})
  void theDeputyHoldsWhatPassesWhileItRuns() {
    as("li").name(command("li", "wang", 1, 3));
    assertFalse(signedIn("wang").holds("market.case"));
    clock.move(Duration.ofDays(1));
    var wang = signedIn("wang");
    assertTrue(wang.holds("market.case"));
    assertEquals(List.of(PATH), wang.scope("market.case").paths());
    assertEquals(
        List.of("li"), wang.actsFor("market.case").stream().map(one -> one.name()).toList());
    assertTrue(wang.actsFor("market.read").isEmpty());
    for (var right : List.of("market.head", "market.identity", "admin.system", "office.arrange")) {
      assertFalse(wang.holds(right), right);
    }
    assertTrue(
        wang.grants().stream().allMatch(grant -> grant.right().equals("market.read")), "own");
    assertFalse(wang.within("9", "他处", "999999999999/").holds("market.case"));
    clock.move(Duration.ofDays(3));
    assertFalse(signedIn("wang").holds("market.case"));
    assertTrue(signedIn("wang").standIns().isEmpty());
  }

  @Test
  @Requirement("R113.2")
  void whereTheOwnRightReachesAsFarTheDeputyActsForNobody() {
    role("wang", "market.case", CITY);
    as("li").name(command("li", "wang", 0, 3));
    assertTrue(signedIn("wang").actsFor("market.case").isEmpty());
  }

  @Test
  @Requirement("R113.3")
  void theRightsAreGoneWhenItIsRevokedOrOneOfTheTwoIsGone() {
    var id = as("li").name(command("li", "wang", 0, 3));
    assertTrue(signedIn("wang").holds("market.case"));
    assertThrows(NotFound.class, () -> as("zhao").end(id));
    as("wang").end(id);
    assertFalse(signedIn("wang").holds("market.case"));
    assertThrows(NotFound.class, () -> as("li").end(id));
    as("li").name(command("li", "wang", 0, 3));
    sql.update("update officer set active = false where username = 'li'");
    assertFalse(signedIn("wang").holds("market.case"));
    sql.update(
        "update officer set active = true,"
            + " department_id = (select id from department where code = 'health')"
            + " where username = 'li'");
    assertFalse(signedIn("wang").holds("market.case"));
  }

  @Test
  @Requirement("R113.1")
  void whoAndForHowLong() {
    refused("deputy.department", "li", command("li", "sun", 0, 3));
    refused("deputy.self", "li", command("li", "li", 0, 3));
    refused("deputy.person", "li", command("li", "nobody", 0, 3));
    refused("deputy.past", "li", command("li", "wang", -1, 3));
    refused("deputy.days", "li", command("li", "wang", 3, 2));
    refused("deputy.days", "li", command("li", "wang", 0, 90));
    refused("deputy.not-yours", "wang", command("li", "wang", 0, 3));
    refused("deputy.not-yours", "tian", command("sun", "sun", 0, 3));
    as("li").name(command("li", "wang", 0, 89));
  }

  @Test
  @Requirement("R113.1")
  void noDeputyOfADeputy() {
    as("tian").name(command("li", "wang", 0, 5));
    refused("deputy.taken", "li", command("li", "zhao", 5, 9));
    refused("deputy.chain", "wang", command("wang", "zhao", 2, 3));
    refused("deputy.chain", "zhao", command("zhao", "li", 2, 3));
    as("wang").name(command("wang", "zhao", 6, 8));
    as("li").name(command("li", "zhao", 9, 12));
  }

  @Test
  @Requirement("R113.4")
  void bothSeeItAndNobodyChangesIt() {
    var id = as("tian").name(command("li", "wang", 0, 3));
    for (var name : List.of("li", "wang", "tian")) {
      assertEquals(
          List.of("RUNNING"), queries(name).list().stream().map(one -> one.state()).toList(), name);
    }
    assertTrue(queries("zhao").list().isEmpty());
    assertThrows(
        DatabaseFailure.class,
        () -> sql.update("update deputy set ends_at = ends_at + interval '1 day'"));
    assertThrows(DatabaseFailure.class, () -> sql.update("delete from deputy"));
    as("li").end(id);
    assertEquals("li", queries("wang").list().get(0).endedBy());
    assertThrows(DatabaseFailure.class, () -> sql.update("update deputy set ended_at = null"));
  }

  private void refused(String code, String who, NameDeputy.Command command) {
    assertEquals(code, assertThrows(Refusal.class, () -> as(who).name(command)).code());
  }

  private NameDeputy.Command command(String absent, String deputy, int from, int until) {
    return new NameDeputy.Command(
        absent, deputy, today.plusDays(from), today.plusDays(until), "出差");
  }

  private NameDeputy as(String name) {
    return new NameDeputy(sql, desk(name), clock);
  }

  private DeputyQueries queries(String name) {
    return new DeputyQueries(sql, desk(name), clock);
  }

  private Desk desk(String name) {
    var desk = new Desk();
    desk.seat(signedIn(name));
    return desk;
  }

  private OfficerOnDuty signedIn(String name) {
    var sessions = new OfficerSessions(sql, new Desk(), clock, new ChosenSettings(sql), RIGHTS);
    var token = sessions.open(new OfficerSessions.Opening(id(name), "127.0.0.1", "test"));
    return sessions.officer(token).orElseThrow();
  }

  private UUID id(String name) {
    return sql.one("select id from officer where username = ?", row -> row.id(1), name);
  }

  private void area(String code, String path) {
    sql.update("insert into area (code, level, name, path) values (?, 'CITY', '甲', ?)", code, path);
  }

  private void department(String code) {
    sql.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, ?, '甲', ?)",
        Ids.next(),
        code,
        COUNTY);
  }

  private void officer(String name, String department) {
    sql.update(
        "insert into officer (id, version, username, name, department_id, area_code, created_at)"
            + " select ?, 1, ?, ?, id, area_code, now() from department where code = ?",
        Ids.next(),
        name,
        name,
        department);
  }

  private void role(String name, String right, String area) {
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
        area);
  }
}
