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
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
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
  @Requirement("R105.5")
  void aWholeListIsReadInPartsOfAnySize() {
    for (var path : List.of("990000000000/", "990000000000/990100000003/")) {
      for (var filter : List.of(ALL, new ClaimQueries.Filter("口罩", "RECEIVED", "", null, null))) {
        var queries = queries(path);
        var shown = read(queries, filter, 0);
        assertEquals(path.equals("990000000000/") ? 300 : 15, new HashSet<>(shown).size());
        for (var size : List.of(1, 7, 50, 299, 300, 2_000)) {
          assertEquals(shown, read(queries, filter, size), path + " by " + size);
        }
      }
    }
  }

  private static List<UUID> read(ClaimQueries queries, ClaimQueries.Filter filter, int size) {
    var ids = new java.util.ArrayList<UUID>();
    var page = queries.list(filter, Cursor.START.of(size));
    page.rows().forEach(line -> ids.add(line.id()));
    while (!page.after().isEmpty()) {
      page = queries.list(filter, Cursor.read(page.after(), "").of(size));
      page.rows().forEach(line -> ids.add(line.id()));
    }
    return ids;
  }

  @Test
  void aWordIsFoundHoweverRareAndHoweverWideTheView() {
    var sql = TestDatabase.owner();
    sql.update(
        """
        insert into area (code, parent, level, name, path) values
          ('980000000000', null, 'CITY', '乙市', '980000000000/')
        """);
    sql.update(
        """
        insert into area (code, parent, level, name, path)
        select '9801' || lpad(n::text, 8, '0'), '980000000000', 'COUNTY', '区' || n,
          '980000000000/9801' || lpad(n::text, 8, '0') || '/' from generate_series(1, 400) n
        """);
    sql.update(
        """
        insert into claim (id, version, area_code, number, receipt, text, seen, channel, state,
          received_at)
        select gen_random_uuid(), 1, '9801' || lpad((1 + n % 400)::text, 8, '0'), 'U' || n,
          'V' || n, case when n % 1500 = 7 then '罕见' when n % 3 = 0 then '常见' else '平常' end || '谣传'
            || case when n % 80 = 0 then '100%_' else '' end,
          '', 'PUBLIC', 'RECEIVED', timestamptz '2025-01-01' + n * interval '1 minute'
        from generate_series(1, 12000) n
        """);
    // A hundred of the districts of two cities are less than a quarter of all areas.
    var narrow =
        IntStream.rangeClosed(1, 100)
            .mapToObj(n -> String.format(Locale.ROOT, "980000000000/9801%08d/", n))
            .toArray(String[]::new);
    assertEquals(8, all(new String[] {"980000000000/"}, "罕见").size());
    assertEquals(4000, all(new String[] {"980000000000/"}, "常见").size());
    assertEquals(12000, all(new String[] {"980000000000/"}, "谣传").size());
    assertEquals(150, all(new String[] {"980000000000/"}, "0%_").size());
    assertEquals(0, all(new String[] {"980000000000/"}, "从未").size());
    assertEquals(2, all(narrow, "罕见").size());
    assertEquals(1000, all(narrow, "常见").size());
    assertEquals(30, all(new String[] {narrow[7]}, "谣").size());
  }

  /** The numbers of all claims with the word, collected page by page. */
  private static Set<String> all(String[] paths, String words) {
    var queries = queries(paths);
    var filter = new ClaimQueries.Filter(words, "", "", null, null);
    var seen = new LinkedHashSet<String>();
    var page = queries.list(filter, Cursor.START);
    page.rows().forEach(line -> assertTrue(seen.add(line.number())));
    while (!page.after().isEmpty()) {
      page = queries.list(filter, Cursor.read(page.after(), ""));
      page.rows().forEach(line -> assertTrue(seen.add(line.number())));
    }
    return seen;
  }

  @Test
  void twoCharactersAreFound() {
    var filter = new ClaimQueries.Filter("言7口", "RECEIVED", "", null, null);
    assertEquals(1, queries("990000000000/").list(filter, Cursor.START).rows().size());
    var wide = new ClaimQueries.Filter("口罩", "", "990000000000", null, null);
    assertEquals(50, queries("990000000000/").list(wide, Cursor.START).rows().size());
  }

  private static ClaimQueries queries(String... paths) {
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
            Arrays.stream(paths)
                .map(path -> new OfficerOnDuty.Grant(RumourRights.READ, path))
                .toList(),
            null));
    desk.begin(RumourRights.READ);
    return new ClaimQueries(TestDatabase.sql(), desk);
  }
}
