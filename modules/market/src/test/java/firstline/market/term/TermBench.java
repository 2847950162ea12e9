package firstline.market.term;

import firstline.market.Bureau;
import firstline.persistence.database.TestDatabase;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/** How long 100,000 open terms take when a day of their area changes. */
public final class TermBench {
  private static final int TERMS = 100_000;
  private static final double NANOS = 1e9;

  private TermBench() {}

  /** Prints a line. */
  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var sql = TestDatabase.sql();
    var bureau = Bureau.found(sql, "959301");
    sql.update(
        """
        insert into term (id, record_kind, record_id, number, department_id, department_name,
          area_code, rule, trigger_day, begun_at, begun_name, law_version, due, ends_at,
          provisional, standing, basis)
        select gen_random_uuid(), 'LEAD', gen_random_uuid(), 'L', ?, '', ?,
          case when n % 2 = 0 then 'lead.verify' else 'complaint.accept' end,
          date '2026-09-01' + n % 40, now(), '', '', date '2026-10-01', now(), false, false, ''
        from generate_series(1, ?) n
        """,
        bureau.department(), bureau.county(), TERMS);
    sql.update(
        """
        insert into term_event (term_id, kind, day, officer_name, written_at)
        select id, 'EXTENDED', trigger_day + 3, '', now() from term
        where rule = 'lead.verify' and area_code = ?
        """,
        bureau.county());
    reproject();
    sql.update(
        """
        insert into calendar_overlay (area_code, day, working, name, declared_by, declared_at)
        values (?, date '2026-10-12', false, ?, null, now())
        """,
        bureau.county(),
        UUID.randomUUID().toString());
    var began = System.nanoTime();
    var counted = reproject();
    out.println(
        String.format(
            Locale.ROOT,
            "%-42s %6.3f s, %,d ends moved",
            String.format(Locale.ROOT, "%,d open terms anew (aim 10 s)", counted),
            (System.nanoTime() - began) / NANOS,
            sql.one(
                "select count(*) from term_shift where old_basis <> ''", row -> row.number(1))));
  }

  private static int reproject() {
    return TestDatabase.inTransaction(sql -> new ReprojectTerms(sql, Clock.systemUTC()).run());
  }
}
