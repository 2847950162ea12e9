package firstline.publicity.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.publicity.PublicityRights;
import firstline.publicity.ledger.Town;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** A code for each area, and one more on its day for each scan. */
class ScanningCodesTest {
  @Test
  @Requirement({"R63.1", "R63.2"})
  void eachAreaHasOneCodeAndEachScanCounts() {
    var sql = TestDatabase.sql();
    var town = Town.found(sql, "951070", "LEAFLET", "PUBLISHED");
    var batch = town.batch(100);
    var making =
        new ScanCodes(sql, town.desk(PublicityRights.PRINT, town.county()), Clock.systemUTC());
    making.make(batch);
    var made = making.of(batch);
    making.make(batch);
    assertEquals(made, making.of(batch));
    assertEquals(5, made.size(), "the county and its four towns");
    var code = made.get(2).code();
    assertEquals("T-951070", making.count(code));
    assertEquals("T-951070", making.count(code));
    assertEquals(2, making.of(batch).get(2).scans());
    assertEquals(0, making.of(batch).get(1).scans());
    assertThrows(NotFound.class, () -> making.count("aaaaaaaaaa"));
    var stranger =
        new ScanCodes(sql, town.desk(PublicityRights.PRINT, "999999000000/"), Clock.systemUTC());
    assertThrows(NotFound.class, () -> stranger.make(batch));
  }
}
