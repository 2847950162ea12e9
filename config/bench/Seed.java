import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Fills a bench's own data folder with claims, so that the list is measured at its full size. Needs
 * the PostgreSQL driver on the class path, and a demo's data folder: never a real one.
 *
 * <p>Arguments: the data folder, how many claims.
 */
public class Seed {
  public static void main(String[] args) throws Exception {
    var home = Path.of(args[0]);
    var count = Integer.parseInt(args[1]);
    var secret = Files.readString(home.resolve("secret")).strip();
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var key = mac.doFinal("database owner\u0001".getBytes(StandardCharsets.UTF_8));
    var password = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    var port = Files.readAllLines(home.resolve("pg").resolve("postmaster.pid")).get(3).strip();
    try (var connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
        var statement = connection.createStatement();
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

  private static String definition(Statement statement, String index) throws SQLException {
    try (var found =
        statement.executeQuery("select indexdef from pg_indexes where indexname = '" + index + "'")) {
      found.next();
      return found.getString(1);
    }
  }
}
