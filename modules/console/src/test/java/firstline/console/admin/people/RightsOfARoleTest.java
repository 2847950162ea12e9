package firstline.console.admin.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.RightContribution;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RightsOfARoleTest {
  private static final UUID SECURITY = UUID.fromString("00000000-0000-7000-8000-000000000002");
  private static final RightContribution MODULE = () -> List.of("a.read", "a.write", "admin.audit");

  private final Sql sql = TestDatabase.sql();
  private final UUID guard = Ids.next();
  private final KeepRoles roles = new KeepRoles(sql, desk(), ModuleRights.of(List.of(MODULE)));
  private UUID role = Ids.next();

  @BeforeEach
  void oneRole() {
    TestDatabase.owner().update("truncate area cascade");
    sql.update("delete from role where not builtin");
    role = roles.create(new KeepRoles.Create("READER", "读者", "Reader"));
  }

  @Test
  void whatIsTickedIsHeldAndNothingElse() {
    roles.put(new KeepRoles.Put(role, Set.of("a.read", "a.write")));
    roles.put(new KeepRoles.Put(role, Set.of("a.read")));
    assertEquals(List.of("a.read"), rights());
  }

  @Test
  void noRightOfAdministrationAndNoUnknownRightGoesIn() {
    for (var right : List.of("admin.system", "admin.security", "admin.audit", "b.read")) {
      assertRefused("role.right", () -> roles.put(new KeepRoles.Put(role, Set.of(right))));
    }
    assertEquals(List.of(), rights());
  }

  @Test
  void aRoleOfTheProductStaysAsItIs() {
    assertRefused("role.builtin", () -> roles.put(new KeepRoles.Put(SECURITY, Set.of("a.read"))));
  }

  @Test
  void aCodeStandsOnce() {
    assertRefused("role.taken", () -> roles.create(new KeepRoles.Create("READER", "读者", "Reader")));
  }

  @Test
  void nobodyPutsRightsIntoARoleThatTheyHold() {
    var city = "511500000000";
    sql.update(
        "insert into area (code, level, name, path) values (?, 'CITY', '甲', ?)", city, city + "/");
    var department = Ids.next();
    sql.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, 'a', '甲', ?)",
        department,
        city);
    sql.update(
        "insert into officer (id, version, username, name, department_id, area_code, created_at)"
            + " values (?, 1, 'guard', '甲', ?, ?, now())",
        guard,
        department,
        city);
    sql.update(
        "insert into officer_role (officer_id, role_id, area_code) values (?, ?, ?)",
        guard,
        role,
        city);
    assertRefused("role.own", () -> roles.put(new KeepRoles.Put(role, Set.of("a.write"))));
  }

  private Desk desk() {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            guard, "guard", "甲", Ids.next(), "甲", "A", "511500000000", "甲", "zh", List.of(), null));
    return desk;
  }

  private List<String> rights() {
    return sql.list(
        "select right_key from role_right where role_id = ? order by right_key",
        row -> row.text(1),
        role);
  }

  private static void assertRefused(String code, Runnable work) {
    assertEquals(code, assertThrows(Refusal.class, work::run).code());
  }
}
