package firstline.broadcast.programme;

import firstline.broadcast.TestCity;
import firstline.broadcast.signature.ServerKey;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Programmes as the tables have them. */
public final class ProgrammeTables {
  /** 09:30 in China. */
  public static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");

  public static final ServerKey KEY = new ServerKey("only-for-tests-0123456789-abcdefghijklmnop");

  public static final Sql SQL = TestDatabase.keptOwner();

  public static TestCity city(String digits) {
    return TestCity.found(SQL, digits);
  }

  public static Map<UUID, Long> revisions(TestCity city) {
    var revisions = new HashMap<UUID, Long>();
    SQL.list(
        """
            select p.audience_id, p.revision
            from programme p join audience u on u.id = p.audience_id
              join area a on a.code = u.area_code
            where starts_with(a.path, ?)
            """,
        row -> revisions.put(row.id(1), row.number(2)),
        city.code() + "/");
    return revisions;
  }

  public static byte[] body(UUID audience) {
    return SQL.one(
        "select body from programme where audience_id = ?", row -> row.bytes(1), audience);
  }

  public static JsonObject programme(UUID audience) {
    try (var reader = Json.createReader(new ByteArrayInputStream(body(audience)))) {
      return reader.readObject();
    }
  }

  public static List<String> starts(UUID audience) {
    return programme(audience).getJsonArray("plays").getValuesAs(JsonObject.class).stream()
        .map(play -> Instant.ofEpochMilli(play.getJsonNumber("start").longValue()).toString())
        .toList();
  }

  public static List<String> withdrawn(UUID audience) {
    return programme(audience).getJsonArray("withdrawn").getValuesAs(JsonString::getString);
  }

  /** A schedule of each day at 18:30 for the area. */
  public static UUID daily(TestCity city, String area) {
    var id = city.schedule(city.code(), "ROUTINE", 0, "2026-11-25T18:30:00", "FREQ=DAILY", NOW);
    city.target(id, true, "AREA", area);
    return id;
  }

  private ProgrammeTables() {}

  public static BuildProgrammes builder(Sql sql, Clock clock) {
    return new BuildProgrammes(sql, KEY, clock, 60_000);
  }
}
