package firstline.console.admin.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.OfficerOnDuty.Grant;
import firstline.persistence.right.Rights;
import firstline.testkit.locale.ThreeLocales;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CreatingAnOfficerTest {
  private static final String CITY = "511500000000";
  private static final String COUNTY = "511502000000";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);

  private final Sql sql = TestDatabase.sql();

  @BeforeEach
  void aCityAndACounty() {
    TestDatabase.owner().update("truncate area cascade");
    for (var path : List.of(CITY + "/", CITY + "/" + COUNTY + "/")) {
      sql.update(
          "insert into area (code, level, name, path) values (?, 'CITY', '甲', ?)",
          path.substring(path.length() - 13, path.length() - 1),
          path);
    }
    department("city", CITY, true);
    department("county", COUNTY, true);
    department("closed", COUNTY, false);
  }

  @ThreeLocales
  @Requirement("R20.5")
  void theNewOfficerHasADeskAndNeitherPasswordNorRole() {
    var id = as(CITY + "/", "LI.Min-2", "county");
    assertEquals(
        "li.min-2 " + COUNTY + " true 0",
        sql.one(
            """
            select o.username || ' ' || o.area_code || ' ' || (o.password is null) || ' '
              || (select count(*) from officer_role where officer_id = o.id)
            from officer o where o.id = ?
            """,
            row -> row.text(1),
            id));
  }

  @Test
  @Requirement("R20.5")
  void aNameIsGivenOnceWhateverItsCase() {
    as(CITY + "/", "li.min", "county");
    refused("officer.taken", CITY + "/", "LI.MIN", "city");
  }

  @Test
  @Requirement("R20.5")
  void theDepartmentIsActiveAndWithinReach() {
    refused("officer.department", CITY + "/", "li.min", "closed");
    refused("officer.department", CITY + "/", "li.min", "nowhere");
    refused("officer.department", CITY + "/" + COUNTY + "/", "li.min", "city");
    refused("officer.department", "999999999999/", "li.min", "county");
  }

  private void refused(String code, String path, String username, String department) {
    assertEquals(code, assertThrows(Refusal.class, () -> as(path, username, department)).code());
  }

  private UUID as(String path, String username, String department) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            Ids.next(),
            "guard",
            "甲",
            Ids.next(),
            "甲",
            "A",
            CITY,
            "甲",
            "zh",
            List.of(new Grant(Rights.ADMIN_SECURITY, path)),
            null));
    desk.begin(Rights.ADMIN_SECURITY);
    return new CreateOfficer(sql, desk, CLOCK)
        .create(new CreateOfficer.Command(username, "李敏", department));
  }

  private void department(String code, String area, boolean active) {
    sql.update(
        "insert into department (id, version, code, name, area_code, active)"
            + " values (?, 1, ?, '甲', ?, ?)",
        Ids.next(),
        code,
        area,
        active);
  }
}
