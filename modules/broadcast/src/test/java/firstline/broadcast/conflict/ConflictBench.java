package firstline.broadcast.conflict;

import static firstline.broadcast.programme.BroadcastBench.percentiles;
import static firstline.broadcast.programme.BroadcastBench.say;

import firstline.broadcast.BenchCity;
import firstline.broadcast.programme.Kind;
import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * The check of a plan on save against a whole city's schedules, on a database of its own: plans for
 * one village, a township, a county and the city in turn, each after another schedule was approved.
 *
 * <p>Arguments: speakers, schedules, checks; 100000 20000 1000 for the figure of the issue.
 */
public final class ConflictBench {
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  private static final List<String> RULES =
      List.of(
          "FREQ=DAILY",
          "FREQ=WEEKLY;BYDAY=MO,WE,FR",
          "FREQ=DAILY;BYHOUR=6,18",
          "FREQ=WEEKLY;BYDAY=SA",
          "FREQ=MONTHLY;BYMONTHDAY=1,15");

  private ConflictBench() {}

  public static void main(String[] arguments) {
    var sql = TestDatabase.keptOwner();
    var areas = city(sql, Integer.parseInt(arguments[0]));
    var random = new Random(20_200_121L);
    schedules(sql, areas, random, Integer.parseInt(arguments[1]));
    say(
        "load of the machine %.1f, %d processors",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors());
    var clock = MutableClock.at(NOW);
    var desk = new Desk();
    desk.seatServer("bench");
    desk.begin("bench");
    var check = new CheckConflicts(sql, desk, clock);
    var before = used();
    var began = System.nanoTime();
    check.check(plan(areas.get("VILLAGE").get(0), random));
    say(
        "the first check, with the index built: %.2f s, and %.0f MB kept",
        (System.nanoTime() - began) / 1e9, (used() - before) / 1e6);
    var nanos = new HashMap<String, List<Long>>();
    for (var i = 0; i < Integer.parseInt(arguments[2]); i++) {
      for (var level : List.of("VILLAGE", "TOWNSHIP", "COUNTY", "CITY")) {
        var of = areas.get(level);
        approve(sql, areas.get("VILLAGE").get(i % areas.get("VILLAGE").size()), random);
        sql.update("update broadcast_change set counter = counter + 1");
        clock.move(Duration.ofSeconds(1));
        var plan = plan(of.get(random.nextInt(of.size())), random);
        var started = System.nanoTime();
        var findings = check.check(plan);
        nanos.computeIfAbsent(level, key -> new ArrayList<>()).add(System.nanoTime() - started);
        if (i == 0) {
          say("%s: %d findings, %d more", level, findings.findings().size(), findings.more());
        }
      }
    }
    nanos.forEach((level, all) -> say("a plan for a %s: %s", level, percentiles(all)));
    say("all: %s", percentiles(nanos.values().stream().flatMap(List::stream).toList()));
    System.exit(0);
  }

  private static long used() {
    for (var i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static Candidate plan(String area, Random random) {
    return new Candidate(
        area,
        Kind.ROUTINE,
        Recurrence.read(
            new Recurrence.Text(
                "2026-11-20T%02d:%02d:00".formatted(random.nextInt(5, 22), random.nextInt(60)),
                RULES.get(random.nextInt(2)),
                null,
                null,
                "WORKDAYS")),
        90_000,
        300_000,
        List.of(area),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** Its codes by level. */
  private static Map<String, List<String>> city(Sql sql, int speakers) {
    BenchCity.found(sql, "99", speakers);
    sql.update(
        """
        insert into speaker_live (speaker_no, count, seen_at, revision, trusted, state, flags,
          volume, free, firmware)
        select no, 1, ?, 1, true, 'IDLE', '', 70, 1, '1' from speaker
        """,
        NOW);
    sql.update(
        """
        insert into quiet_window (id, area_code, kind, title, dtstart, rrule, length, set_at)
        select gen_random_uuid(), code, 'NIGHT', '夜间', '2026-01-01T22:00:00', 'FREQ=DAILY', 480, ?
        from area where level in ('CITY', 'COUNTY')
        """,
        NOW);
    sql.update(
        """
        insert into noise_budget (id, area_code, minutes, set_at)
        select gen_random_uuid(), code, 90, ? from area where level in ('CITY', 'TOWNSHIP')
        """,
        NOW);
    sql.update("analyze");
    var areas = new HashMap<String, List<String>>();
    for (var level : List.of("CITY", "COUNTY", "TOWNSHIP", "VILLAGE")) {
      areas.put(
          level,
          sql.list(
              "select code from area where level = ? and code like '99%' order by code",
              row -> row.text(1), level));
    }
    return areas;
  }

  /** Few for the whole city and its counties, some for townships, most for one village. */
  private static void schedules(
      Sql sql, Map<String, List<String>> areas, Random random, int count) {
    for (var i = 0; i < count; i++) {
      var level =
          i % 1_000 == 0 ? "CITY" : i % 100 == 0 ? "COUNTY" : i % 7 == 0 ? "TOWNSHIP" : "VILLAGE";
      var of = areas.get(level);
      approve(sql, of.get(random.nextInt(of.size())), random);
    }
    sql.update("analyze schedule");
    sql.update("analyze schedule_target");
  }

  private static void approve(Sql sql, String area, Random random) {
    var id = UUID.randomUUID();
    sql.update(
        """
        with i as (insert into item (id, tone, language, text)
          values (gen_random_uuid(), 'CHIME', 'zh', '各位村民请注意防火') returning id),
        s as (insert into schedule (id, version, area_code, department_id, department_name, number,
          title, kind, item_id, state, dtstart, timezone, rrule, calendar, length, slot, tolerance,
          preemption, volume, hash, drafted_at, approved_at)
        select ?::uuid, 1, ?, d.id, '广电', ?, '通知', 'ROUTINE', i.id, 'APPROVED', ?,
          'Asia/Shanghai', ?, ?, ?, 600000, 120000, 'RESUME', 70, repeat('0', 64), ?, ?
        from i, department d where d.code = 'BENCH' returning id)
        insert into schedule_target (schedule_id, included, kind, target)
        select s.id, true, 'AREA', ? from s
        """,
        id.toString(),
        area,
        id.toString(),
        "2026-%02d-%02dT%02d:%02d:00"
            .formatted(
                random.nextInt(1, 11),
                random.nextInt(1, 28),
                random.nextInt(5, 22),
                random.nextInt(60)),
        RULES.get(random.nextInt(RULES.size())),
        random.nextBoolean() ? "WORKDAYS" : "ALL",
        30_000L + 1_000 * random.nextInt(90),
        NOW,
        NOW,
        area);
  }
}
