package firstline.broadcast.programme;

import firstline.broadcast.BenchCity;
import firstline.broadcast.receipt.ReceiptBench;
import firstline.broadcast.signature.ServerKey;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.testkit.clock.MutableClock;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntSupplier;

/**
 * What the server does in a day, on a database of its own: the programmes of a whole city, the
 * change of one village, receipts that are on the disk when they are answered.
 *
 * <p>Arguments: speakers, areas, schedules, changes of a village, receipts; 100000 6000 2000 200
 * 200000 for the figures of the issue. A sixth, minutes, has every county quiet at night and at
 * noon, and so much of a noise budget.
 */
public final class BroadcastBench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  private static final int COUNTIES = 10;
  private static final int TOWNSHIPS = 20;

  private BroadcastBench() {}

  public static void main(String[] arguments) {
    var sql = TestDatabase.keptOwner();
    var speakers = Integer.parseInt(arguments[0]);
    city(sql, Integer.parseInt(arguments[1]), speakers);
    schedules(sql, Integer.parseInt(arguments[2]));
    if (arguments.length > 5) {
      quiet(sql, Integer.parseInt(arguments[5]));
    }
    say(
        "load of the machine %.1f, %d processors",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors());
    var clock = MutableClock.at(NOW);
    var builder =
        new BuildProgrammes(
            sql, new ServerKey("only-for-tests-0123456789-abcdefghijklmnop"), clock, 60_000);
    timed("the first programmes of the city", builder::build);
    size(sql);
    for (var day = 1; day <= 3; day++) {
      clock.move(Duration.ofDays(1));
      timed("the programmes of day " + day, builder::build);
    }
    timed("nothing changed", builder::build);
    changes(sql, clock, builder, Integer.parseInt(arguments[3]));
    ReceiptBench.measure(sql, Integer.parseInt(arguments[4]));
    System.exit(0);
  }

  /** Counties, townships and villages below one city; speakers in all villages alike. */
  private static void city(Sql sql, int areas, int speakers) {
    BenchCity.found(
        sql, "99", Math.max(1, (areas - COUNTIES - 2) / (COUNTIES * TOWNSHIPS)), speakers);
    sql.update("analyze area");
    sql.update("analyze audience");
    sql.update("analyze speaker");
  }

  /** Few for the whole city and its counties, some for townships, most for one village. */
  private static void schedules(Sql sql, int count) {
    var random = new Random(20_200_121L);
    for (var level : List.of("CITY", "COUNTY", "TOWNSHIP", "VILLAGE")) {
      var areas =
          sql.list(
              "select code from area where level = ? and code like '99%' order by code",
              row -> row.text(1), level);
      var share =
          switch (level) {
            case "CITY" -> Math.max(1, count / 1_000);
            case "COUNTY" -> count / 100;
            case "TOWNSHIP" -> count / 7;
            default -> count - count / 1_000 - count / 100 - count / 7;
          };
      for (var i = 0; i < share; i++) {
        approve(sql, areas.get(random.nextInt(areas.size())), random.nextInt(5, 22), NOW);
      }
    }
  }

  private static void quiet(Sql sql, int minutes) {
    sql.update(
        """
        insert into quiet_window (id, area_code, kind, title, dtstart, rrule, length, set_at)
        select gen_random_uuid(), a.code, k.kind, '静默', k.dtstart, 'FREQ=DAILY', k.length, now()
        from area a, (values ('NIGHT', '2026-01-01T22:00:00', 480),
          ('NOON', '2026-01-01T12:30:00', 90)) k (kind, dtstart, length)
        where a.level = 'COUNTY' and a.code like '99%'
        """);
    sql.update(
        """
        insert into noise_budget (id, area_code, minutes, set_at)
        select gen_random_uuid(), code, ?, now() from area
        where level = 'TOWNSHIP' and code like '99%'
        """,
        minutes);
  }

  private static UUID approve(Sql sql, String area, int hour, Instant now) {
    var id = UUID.randomUUID();
    var calendar = hour % 2 == 0 ? "WORKDAYS" : "ALL";
    sql.update(
        """
        with i as (insert into item (id, tone, language, text)
          values (gen_random_uuid(), 'CHIME', 'zh', repeat('各位村民请注意防火', 30)) returning id)
        insert into schedule (id, version, area_code, department_id, department_name, number, title,
          kind, item_id, state, dtstart, timezone, rrule, calendar, length, slot, tolerance,
          preemption, volume, hash, drafted_at, approved_at)
        select ?, 1, ?, d.id, '广电', ?, '通知', 'ROUTINE', i.id, 'APPROVED',
          '2026-11-01T00:30:00', 'Asia/Shanghai', ?, ?, 60000, 300000, 120000, 'RESUME', 70,
          repeat('0', 64), ?, ?
        from i, department d where d.code = 'BENCH'
        """,
        id,
        area,
        id.toString(),
        "FREQ=DAILY;BYHOUR=" + hour + (hour < 12 ? "," + (hour + 10) : ""),
        calendar,
        now,
        now);
    sql.update(
        """
        insert into schedule_target (schedule_id, included, kind, target)
        values (?, true, 'AREA', ?)
        """,
        id,
        area);
    return id;
  }

  private static void changes(Sql sql, MutableClock clock, BuildProgrammes builder, int count) {
    var programmes = new Programmes();
    var newest = read(sql, programmes, 0);
    var random = new Random(7);
    var audiences =
        sql.list(
            "select id, area_code from audience where area_code like '99%'",
            row -> new Object[] {row.id(1), row.text(2)});
    var nanos = new ArrayList<Long>();
    for (var i = 0; i < count; i++) {
      var audience = audiences.get(random.nextInt(audiences.size()));
      clock.move(Duration.ofSeconds(1));
      approve(sql, (String) audience[1], random.nextInt(5, 22), clock.instant());
      var told = new long[1];
      var held = programmes.of((UUID) audience[0]).orElseThrow().revision();
      programmes.await((UUID) audience[0], held, revision -> told[0] = revision);
      var began = System.nanoTime();
      var issued = builder.build();
      newest = read(sql, programmes, newest);
      nanos.add(System.nanoTime() - began);
      if (issued != 1 || told[0] <= held) {
        throw new IllegalStateException("issued " + issued + ", told " + told[0]);
      }
    }
    say("one village's change, approved → told: %s", percentiles(nanos));
  }

  /** Takes in what is newer, as {@link FollowProgrammes} does. */
  private static long read(Sql sql, Programmes programmes, long newest) {
    var rows =
        sql.list(
            """
            select audience_id, revision, body from programme where revision > ? order by revision
            """,
            row -> Map.entry(row.id(1), new Programmes.Programme(row.number(2), row.bytes(3))),
            newest);
    rows.forEach(row -> programmes.put(row.getKey(), row.getValue()));
    return rows.isEmpty() ? newest : rows.get(rows.size() - 1).getValue().revision();
  }

  private static void size(Sql sql) {
    String size =
        sql.one(
            """
            select (select count(*) from speaker) || ' speakers, ' || count(*)
              || ' programmes of ' || avg(length(body))::int || ' bytes, '
              || (select count(*) from occurrence) || ' planned plays'
            from programme
            """,
            row -> row.text(1));
    say("%s", size);
  }

  private static void timed(String what, IntSupplier work) {
    var began = System.nanoTime();
    var processor = processor();
    var count = work.getAsInt();
    say(
        "%s: %d issued in %.2f s, %.2f s of this process's processor time",
        what, count, (System.nanoTime() - began) / 1e9, processor() - processor);
  }

  /** Where others work too, it says more than a clock. */
  private static double processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  /** Prints a line. */
  public static void say(String line, Object... values) {
    OUT.printf(Locale.ROOT, line + "%n", values);
  }

  /** The median and the 99th of a hundred. */
  public static String percentiles(List<Long> nanos) {
    var sorted = nanos.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p99 %.1f ms, most %.1f ms",
        sorted.get(sorted.size() / 2) / 1e6,
        sorted.get(sorted.size() * 99 / 100) / 1e6,
        sorted.get(sorted.size() - 1) / 1e6);
  }
}
