package firstline.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.requirement.Requirement;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TheDatabaseTest {
  @Test
  @Requirement("R14.1")
  void writesAreDurable() {
    assertEquals("on", setting("fsync"));
    assertEquals("on", setting("synchronous_commit"));
  }

  private static String setting(String name) {
    return TestDatabase.sql().one("select current_setting(?)", row -> row.text(1), name);
  }

  @Test
  @Requirement("R14.1")
  void theApplicationIsNotTheOwner() {
    assertEquals(
        "firstline_app", TestDatabase.sql().one("select current_user", row -> row.text(1)));
    assertThrows(DatabaseFailure.class, () -> TestDatabase.sql().update("drop table area"));
  }

  @Test
  void instantsReadBackAsWritten() {
    var at = Instant.parse("2026-02-28T16:00:00.123456Z");
    assertEquals(at, TestDatabase.sql().one("select ?::timestamptz", row -> row.instant(1), at));
  }
}
