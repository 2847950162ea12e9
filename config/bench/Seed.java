import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes into a bench's own data folder: claims, so that the list is measured at its full size, or
 * an emergency for the whole city, as another node would publish it, or its end. Needs the PostgreSQL driver on
 * the class path, and a demo's data folder: never a real one.
 *
 * <p>Arguments: the data folder, then how many claims, {@code emergency}, {@code quiet}, or
 * {@code settled}, which waits until the pictures and films of a fresh sample city are made: they
 * take the machine.
 */
public class Seed {
  public static void main(String[] args) throws Exception {
    var home = Path.of(args[0]);
    var secret = Files.readString(home.resolve("secret")).strip();
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var key = mac.doFinal("database owner\u0001".getBytes(StandardCharsets.UTF_8));
    var password = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    var port = Files.readAllLines(home.resolve("pg").resolve("postmaster.pid")).get(3).strip();
    try (var connection =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password)) {
      if (args[1].equals("emergency")) {
        emergency(connection);
      } else if (args[1].equals("quiet")) {
        quiet(connection);
      } else if (args[1].equals("settled")) {
        settled(connection);
      } else {
        claims(connection, Integer.parseInt(args[1]));
      }
    }
  }

  private static void claims(Connection connection, int count) throws SQLException {
    try (var statement = connection.createStatement();
        var insert =
            connection.prepareStatement(
                """
                insert into claim (id, version, area_code, number, receipt, text, seen, channel,
                  state, received_at)
                select gen_random_uuid(), 1, a.code, 'B-' || n, 'BENCH' || n,
                  '听说' || a.name || '第' || n || '号路口明天封闭，' || (array['请转告家人', '速转',
                    '超市限量', '学校停课', '自来水停供'])[1 + n % 5],
                  (array['微信群', '论坛', '短视频平台', '小区公告栏'])[1 + n % 4], 'OFFICER',
                  'RECEIVED', now() - n * interval '7 seconds'
                from generate_series(1, ?) n
                join (select code, name, row_number() over (order by code) - 1 as i,
                    count(*) over () as of from area) a on a.i = n % a.of
                """)) {
      // Into an index of pairs row by row takes ten times as long as building it once.
      var words = definition(statement, "claim_words");
      statement.execute("drop index claim_words");
      statement.execute("set maintenance_work_mem = '512MB'");
      insert.setInt(1, count);
      System.out.println(insert.executeUpdate() + " claims");
      statement.execute(words);
      statement.execute("vacuum analyze claim");
    }
  }

  /** Begins with a second: so finely do plays begin, and a delay is counted from there. */
  private static void emergency(Connection connection) throws Exception {
    Thread.sleep(1_000 - System.currentTimeMillis() % 1_000);
    try (var insert =
        connection.prepareStatement(
            """
            with i as (insert into item (id, tone, language, text)
                values (gen_random_uuid(), 'ATTENTION', 'zh', '请立即转移到高处，不要回头取东西。') returning id),
              s as (insert into schedule (id, version, area_code, department_id, department_name, number, title,
                  kind, level, item_id, state, dtstart, timezone, rrule, length, slot, tolerance, preemption,
                  volume, repeats, pause, hash, drafted_at, approved_at)
                select gen_random_uuid(), 1, a.code, d.id, d.name, ?, '压测', 'EMERGENCY', 1, i.id, 'APPROVED', ?,
                  'Asia/Shanghai', '', 10000, 120000, 120000, 'RESTART', 100, 0, 8000, repeat('0', 64), now(), now()
                from i, area a, (select id, name from department order by id limit 1) d
                where a.parent is null returning id, area_code),
              t as (insert into schedule_target (schedule_id, included, kind, target)
                select id, true, 'AREA', area_code from s returning 1)
            update broadcast_change set counter = counter + (select count(*) from t)
            """)) {
      insert.setString(1, "BENCH-" + UUID.randomUUID());
      insert.setString(
          2, LocalDateTime.now(ZoneId.of("Asia/Shanghai")).truncatedTo(ChronoUnit.SECONDS).toString());
      insert.executeUpdate();
    }
  }

  private static void quiet(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          update schedule set state = 'WITHDRAWN', version = version + 1, withdrawn_at = now()
            where number like 'BENCH-%' and state <> 'WITHDRAWN';
          update broadcast_change set counter = counter + 1
          """);
    }
  }

  private static void settled(Connection connection) throws Exception {
    for (int second = 0; second < 300; second++) {
      try (var statement = connection.createStatement();
          var found =
              statement.executeQuery(
                  "select count(*) from rendition_job where state in ('WAITING', 'RUNNING')")) {
        found.next();
        if (found.getLong(1) == 0) {
          return;
        }
      }
      Thread.sleep(1_000);
    }
  }

  private static String definition(Statement statement, String index) throws SQLException {
    try (var found =
        statement.executeQuery("select indexdef from pg_indexes where indexname = '" + index + "'")) {
      found.next();
      return found.getString(1);
    }
  }
}
