package firstline.console.admin.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PagesOfTheAuditTest {
  private static final int ROWS = 120;
  private final AuditQueries queries = new AuditQueries(TestDatabase.sql());

  @BeforeAll
  static void rows() {
    TestDatabase.owner()
        .update(
            """
            insert into audit_row
            select n, timestamptz '2026-02-01 00:00:00+08' + n * interval '1 hour',
              case when n % 2 = 0 then 'even' else 'odd' end, '李雷', '', '', 'rumour.Thing.do',
              'rumour.read', 's' || n, case when n % 40 = 0 then 'REFUSED' else 'SUCCESS' end, '',
              '\\x00', '\\x00'
            from generate_series(1, ?) n
            """,
            ROWS);
  }

  @Test
  void thereAndBackOverThreePages() {
    var first = queries.list(filter("", ""), "", "", 50);
    assertEquals(ROWS, first.rows().get(0).sequence());
    assertEquals("", first.before());
    var second = queries.list(filter("", ""), first.after(), "", 50);
    var third = queries.list(filter("", ""), second.after(), "", 50);
    assertEquals(20, third.rows().size());
    assertEquals("", third.after());
    assertEquals(second, queries.list(filter("", ""), "", third.before(), 50));
    assertEquals(first, queries.list(filter("", ""), "", second.before(), 50));
  }

  @Test
  void filtersNarrow() {
    assertEquals(3, queries.list(filter("REFUSED", ""), "", "", 50).rows().size());
    assertEquals(1, queries.list(filter("", "s7"), "", "", 50).rows().size());
    var day = new AuditQueries.Filter("even", "THING", "", "", "2026-02-02", "2026-02-02");
    assertEquals(12, queries.list(day, "", "", 50).rows().size());
  }

  @Test
  void whatIsNoDayOrNoPlaceIsRefused() {
    var wrong = new AuditQueries.Filter("", "", "", "", "2026-02-31", "");
    assertThrows(Refusal.class, () -> queries.list(wrong, "", "", 50));
    assertThrows(Refusal.class, () -> queries.list(filter("", ""), "x", "", 50));
  }

  private static AuditQueries.Filter filter(String outcome, String subject) {
    return new AuditQueries.Filter("", "", outcome, subject, "", "");
  }
}
