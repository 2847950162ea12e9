package firstline.rumour.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.rumour.RumourRights;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClaimListTest {
  private static final ClaimQueries.Filter ALL = new ClaimQueries.Filter("", "", "", null, null);

  @BeforeAll
  static void claims() {
    var sql = TestDatabase.owner();
    sql.update(
        """
        insert into area (code, parent, level, name, path) values
          ('990000000000', null, 'CITY', '甲市', '990000000000/')
        """);
    sql.update(
        """
        insert into area (code, parent, level, name, path)
        select '9901' || lpad(n::text, 8, '0'), '990000000000', 'COUNTY', '县' || n,
          '990000000000/9901' || lpad(n::text, 8, '0') || '/' from generate_series(1, 20) n
        """);
    sql.update(
        """
        insert into claim (id, version, area_code, number, receipt, text, seen, channel, state,
          received_at)
        select gen_random_uuid(), 1, '9901' || lpad((1 + n % 20)::text, 8, '0'), 'T' || n, 'R' || n,
          '传言' || n || '口罩', '', 'PUBLIC', 'RECEIVED',
          timestamptz '2026-01-01' + n * interval '1 minute'
        from generate_series(1, 300) n
        """);
  }

  @Test
  @Requirement("R6.1")
  void anOfficerSeesOnlyTheOwnAreas() {
    var narrow = queries("990000000000/990100000003/").list(ALL, Cursor.START);
    assertEquals(15, narrow.rows().size());
    assertTrue(narrow.rows().stream().allMatch(line -> line.areaName().equals("县3")));
    assertEquals(0, queries("no/such/path/").list(ALL, Cursor.START).rows().size());
    var foreign = narrow.rows().get(0).id();
    assertThrows(NotFound.class, () -> queries("990000000000/990100000004/").one(foreign));
  }

  @Test
  void turningThePagesForthAndBackShowsEveryClaimOnce() {
    for (var path : List.of("990000000000/", "990000000000/990100000003/")) {
      var queries = queries(path);
      var seen = new HashSet<UUID>();
      var page = queries.list(ALL, Cursor.START);
      page.rows().forEach(line -> assertTrue(seen.add(line.id())));
      var first = page.rows();
      while (!page.after().isEmpty()) {
        page = queries.list(ALL, Cursor.read(page.after(), ""));
        page.rows().forEach(line -> assertTrue(seen.add(line.id())));
      }
      assertEquals(path.equals("990000000000/") ? 300 : 15, seen.size());
      while (!page.before().isEmpty()) {
        page = queries.list(ALL, Cursor.read("", page.before()));
      }
      assertEquals(first, page.rows());
    }
  }

  @Test
  void twoCharactersAreFound() {
    var filter = new ClaimQueries.Filter("言7口", "RECEIVED", "", null, null);
    assertEquals(1, queries("990000000000/").list(filter, Cursor.START).rows().size());
    var wide = new ClaimQueries.Filter("口罩", "", "990000000000", null, null);
    assertEquals(50, queries("990000000000/").list(wide, Cursor.START).rows().size());
  }

  private static ClaimQueries queries(String path) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "reader",
            "读者",
            UUID.randomUUID(),
            "部门",
            "Department",
            "990000000000",
            "甲市",
            "zh",
            List.of(new OfficerOnDuty.Grant(RumourRights.READ, path)),
            null));
    desk.begin(RumourRights.READ);
    return new ClaimQueries(TestDatabase.sql(), desk);
  }
}
