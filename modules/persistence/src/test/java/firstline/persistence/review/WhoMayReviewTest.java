package firstline.persistence.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Review.Reviewer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhoMayReviewTest {
  private static final String CITY = "964000000000";
  private static final String COUNTY = "964001000000";
  private static final String OTHER = "964002000000";

  @Test
  @Requirement("R11.1")
  void theNearestComeFirstAndNobodyWhoWroteOrDecided() {
    var sql = TestDatabase.owner();
    for (var code : List.of(CITY, COUNTY, OTHER)) {
      sql.update(
          "insert into area (code, parent, level, name, path) values (?, ?, 'COUNTY', '县', ?)",
          code,
          code.equals(CITY) ? null : CITY,
          code.equals(CITY) ? CITY + "/" : CITY + "/" + code + "/");
    }
    var department = UUID.randomUUID();
    sql.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, 'WHO', '部', ?)",
        department,
        CITY);
    var role = UUID.randomUUID();
    sql.update(
        "insert into role (id, code, name, name_en) values (?, 'WHO', '审', 'Reviewer')", role);
    sql.update("insert into role_right (role_id, right_key) values (?, 'test.review')", role);
    officer(department, role, "市", CITY, true);
    officer(department, role, "县", COUNTY, true);
    officer(department, role, "邻", OTHER, true);
    officer(department, role, "离", COUNTY, false);
    var writer = officer(department, role, "写", COUNTY, true);
    var may =
        new Reviewers(TestDatabase.sql()).mayReview("test.review", COUNTY, List.of(writer), 9);
    assertEquals(List.of("县", "市"), may.stream().map(Reviewer::name).toList());
  }

  private static UUID officer(
      UUID department, UUID role, String name, String area, boolean active) {
    var id = UUID.randomUUID();
    TestDatabase.owner()
        .update(
            """
            insert into officer (id, version, username, name, department_id, area_code, active,
              created_at) values (?, 1, ?, ?, ?, ?, ?, now())
            """,
            id,
            id.toString(),
            name,
            department,
            CITY,
            active);
    TestDatabase.owner()
        .update(
            "insert into officer_role (officer_id, role_id, area_code) values (?, ?, ?)",
            id,
            role,
            area);
    return id;
  }
}
