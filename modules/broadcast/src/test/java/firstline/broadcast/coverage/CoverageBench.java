package firstline.broadcast.coverage;

import firstline.broadcast.BenchCity;
import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestDesk;
import firstline.broadcast.fleet.FleetTree;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/**
 * Coverage of a month in which 100,000 speakers in 5,800 villages had sixteen plays a day each: a
 * hundred million receipts. The tallies are written as that month leaves them (the receipts
 * themselves are read by no page); the plays of one hour are planned and handed in for real, so
 * that adding up is timed on 100,000 ends.
 */
public final class CoverageBench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  private static final String CITY = "980000000000";

  private CoverageBench() {}

  public static void main(String[] arguments) {
    var sql = TestDatabase.keptOwner();
    city(sql);
    month(sql);
    var span =
        new CoverageQueries.Span(
            LocalDate.parse("2026-10-25"), LocalDate.parse("2026-11-24"), CITY, "");
    var queries = new CoverageQueries(sql, desk(), MutableClock.at(NOW));
    var tree = new FleetTree(sql, desk(), MutableClock.at(NOW));
    say(
        "rows: %d of plays and areas, %d of days and areas",
        sql.one("select count(*) from play_tally", row -> row.number(1)),
        sql.one("select count(*) from coverage_day", row -> row.number(1)));
    timed("coverage of the month, a page of the city", 20, () -> page(tree, queries, span));
    var county = new CoverageQueries.Span(span.from(), span.to(), "980001000000", "");
    timed("coverage of the month, a page of a county", 20, () -> page(tree, queries, county));
    var adding = new AddUpPlays(sql, new Indicators(sql, new Desk()), MutableClock.at(NOW));
    timed(
        "adding up a play of 100,000 speakers again",
        5,
        () -> {
          sql.update("insert into play_touched select max(no) from occurrence");
          adding.addUp();
        });
    System.exit(0);
  }

  private static void page(FleetTree tree, CoverageQueries queries, CoverageQueries.Span span) {
    tree.above(span.area());
    queries.days(span);
    queries.below(span);
    queries.waiting();
  }

  private static Desk desk() {
    return TestDesk.of(CITY + "/", BroadcastRights.READ);
  }

  private static void city(Sql sql) {
    BenchCity.found(sql, "98", 100_000);
    sql.update(
        """
        insert into speaker_stay (speaker_no, audience_id, since)
        select no, audience_id, '2026-10-01' from speaker where serial like 'BENCH-%'
        """);
  }

  private static void month(Sql sql) {
    sql.update(
        """
        with d as (select id from department where code = 'BENCH'),
          i as (insert into item (id, tone, language, text)
            values (gen_random_uuid(), 'CHIME', 'zh', '防火') returning id)
        insert into schedule (id, version, area_code, department_id, department_name, number, title,
          kind, item_id, state, dtstart, timezone, length, slot, tolerance, preemption, volume,
          hash, drafted_at, approved_at)
        select gen_random_uuid(), 1, '980000000000', d.id, '广电', 'CB-' || n, '通知', 'ROUTINE', i.id,
          'APPROVED', '2026-10-01T00:30:00', 'Asia/Shanghai', 60000, 300000, 120000, 'RESUME', 70,
          repeat('0', 64), now(), now()
        from d, i, generate_series(1, 16) n
        """);
    sql.update(
        """
        insert into schedule_target (schedule_id, included, kind, target)
        select id, true, 'AREA', '980000000000' from schedule where number like 'CB-%'
        """);
    sql.update(
        """
        insert into occurrence (schedule_id, start, tallied_at)
        select s.id, d + row_number() over (partition by d order by s.number) * interval '30 minutes',
          '2026-11-25'
        from schedule s, generate_series('2026-10-25 06:00+08'::timestamptz,
          '2026-11-24 06:00+08'::timestamptz, interval '1 day') d
        where s.number like 'CB-%'
        """);
    sql.update(
        """
        insert into play_tally (play_no, area_code, planned, finished, pre_empted, skipped, failed,
          interrupted)
        select o.no, u.area_code, 17, 15 + o.no % 2, 0, 1, 0, 0
        from occurrence o join schedule s on s.id = o.schedule_id and s.number like 'CB-%',
          audience u where u.area_code like '98%'
        """);
    sql.update(
        """
        insert into coverage_day (day, area_code, kind, planned, finished, pre_empted, skipped,
          failed, interrupted)
        select (o.start at time zone 'Asia/Shanghai')::date, t.area_code, 'ROUTINE', sum(planned),
          sum(finished), 0, sum(skipped), 0, 0
        from play_tally t join occurrence o on o.no = t.play_no group by 1, 2
        """);
    sql.update(
        """
        insert into play_end (start, play_no, speaker_no, event, at, heard, reason)
        select o.start, o.no, y.speaker_no, 'FINISHED', o.start, 60000, ''
        from (select * from occurrence order by no desc limit 1) o, speaker_stay y
        """);
    sql.update("analyze");
  }

  private static void timed(String what, int times, Runnable work) {
    work.run();
    var nanos = new long[times];
    for (var i = 0; i < times; i++) {
      var begun = System.nanoTime();
      work.run();
      nanos[i] = System.nanoTime() - begun;
    }
    Arrays.sort(nanos);
    say("%s: p50 %.0f ms, most %.0f ms", what, nanos[times / 2] / 1e6, nanos[times - 1] / 1e6);
  }

  private static void say(String form, Object... values) {
    OUT.println(String.format(Locale.ROOT, form, values));
  }
}
