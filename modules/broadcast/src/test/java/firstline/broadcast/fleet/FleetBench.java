package firstline.broadcast.fleet;

import firstline.broadcast.BenchCity;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.testkit.clock.MutableClock;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** A level of the fleet's tree with 100,000 speakers in 5,800 villages of ten counties. */
public final class FleetBench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  private static final String CITY = "970000000000";

  private FleetBench() {}

  public static void main(String[] arguments) {
    var sql = TestDatabase.keptOwner();
    city(sql);
    var tree = new FleetTree(sql, LookingAtTheFleetTest.desk(CITY + "/"), MutableClock.at(NOW));
    timed("the fleet of the city, county by county", () -> tree.below(CITY));
    timed("the fleet of a county, village by village", () -> tree.below("970001000000"));
    System.exit(0);
  }

  private static void city(Sql sql) {
    BenchCity.found(sql, "97", 100_000);
    sql.update(
        """
        insert into programme (audience_id, revision, content, body, issued_at)
        select id, 7, repeat('0', 64), convert_to(repeat(md5(id::text), 200), 'UTF8'), now()
        from audience where area_code like '97%'
        """);
    sql.update(
        """
        insert into speaker_live (speaker_no, count, seen_at, revision, clock_offset, trusted,
          state, flags, volume, free, firmware)
        select no, 1, ?::timestamptz - no % 320 * interval '1 second', 7 - (no % 50 = 0)::int,
          no % 2100, no % 90 > 0, 'IDLE', case when no % 70 = 0 then 'MUTED' else '' end, 70, 1, '1'
        from speaker where serial like 'BENCH-%'
        """,
        NOW);
    sql.update(
        """
        insert into speaker_fault (speaker_no, journal, sequence, code, at, detail, received_at)
        select no, gen_random_uuid(), i, 'DEVICE', ?, '', ?::timestamptz - i * interval '1 hour'
        from speaker, generate_series(1, 30) i where serial like 'BENCH-%' and no % 20 = 0
        """,
        NOW, NOW);
    sql.update("analyze");
  }

  private static void timed(String what, Runnable page) {
    page.run();
    var times = new long[20];
    for (var i = 0; i < times.length; i++) {
      var before = System.nanoTime();
      page.run();
      times[i] = System.nanoTime() - before;
    }
    Arrays.sort(times);
    OUT.println(
        String.format(
            Locale.ROOT,
            "%-45s median %4.0f ms, slowest %4.0f ms",
            what,
            times[10] / 1e6,
            times[19] / 1e6));
  }
}
