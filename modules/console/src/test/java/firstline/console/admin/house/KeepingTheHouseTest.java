package firstline.console.admin.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepingTheHouseTest {
  private static final String CITY = "511500000000";
  private static final String COUNTY = "511502000000";

  private final Sql sql = TestDatabase.sql();
  private final KeepDepartments departments = new KeepDepartments(sql);
  private final KeepAreas areas = new KeepAreas(sql);

  @BeforeEach
  void oneCity() {
    TestDatabase.owner().update("truncate area cascade");
    sql.update(
        "insert into area (code, level, name, path) values (?, 'CITY', '宜宾市', ?)",
        CITY,
        CITY + "/");
  }

  @Test
  void aNewAreaLiesOnItsParentsPath() {
    areas.add(new KeepAreas.Add(COUNTY, CITY, "COUNTY", "翠屏区"));
    assertEquals(
        CITY + "/" + COUNTY + "/",
        sql.one("select path from area where code = ?", row -> row.text(1), COUNTY));
  }

  @Test
  void anAreaBelowOneOfItsOwnLevelOrOfATakenCodeIsRefused() {
    areas.add(new KeepAreas.Add(COUNTY, CITY, "COUNTY", "翠屏区"));
    assertRefused(
        "area.level-order",
        () -> areas.add(new KeepAreas.Add("511503000000", COUNTY, "COUNTY", "南溪区")));
    assertRefused(
        "area.taken", () -> areas.add(new KeepAreas.Add(COUNTY, CITY, "TOWNSHIP", "李庄镇")));
    assertRefused(
        "area.unknown",
        () -> areas.add(new KeepAreas.Add("511503000000", "999999999999", "COUNTY", "南溪区")));
  }

  @Test
  void whoeverSawAnOlderVersionChangesNothing() {
    var id = departments.create(new KeepDepartments.Create("water", "水务局", "Water", CITY));
    departments.rename(new KeepDepartments.Rename(id, 1, "水利局", "Water"));
    assertThrows(
        Conflict.class,
        () -> departments.rename(new KeepDepartments.Rename(id, 1, "水务局", "Water")));
    assertThrows(Conflict.class, () -> departments.turn(new KeepDepartments.Switch(id, 1, false)));
    assertEquals(
        "水利局", sql.one("select name from department where id = ?", row -> row.text(1), id));
  }

  @Test
  void aDepartmentWithActiveOfficersStaysActive() {
    var id = departments.create(new KeepDepartments.Create("water", "水务局", "", CITY));
    sql.update(
        "insert into officer (id, version, username, name, department_id, area_code, created_at)"
            + " values (?, 1, 'li', '李', ?, ?, ?)",
        Ids.next(),
        id,
        CITY,
        Instant.EPOCH);
    var off = new KeepDepartments.Switch(id, 1, false);
    assertRefused("department.officers", () -> departments.turn(off));
    sql.update("update officer set active = false where department_id = ?", id);
    departments.turn(off);
    assertEquals(
        false, sql.one("select active from department where id = ?", row -> row.flag(1), id));
  }

  @Test
  void aDepartmentsCodeStandsOnce() {
    departments.create(new KeepDepartments.Create("water", "水务局", "", CITY));
    assertRefused(
        "department.taken",
        () -> departments.create(new KeepDepartments.Create("water", "水利局", "", CITY)));
  }

  private static void assertRefused(String code, Runnable work) {
    assertEquals(code, assertThrows(Refusal.class, work::run).code());
  }
}
