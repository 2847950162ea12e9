package firstline.broadcast.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.broadcast.TestSchedules;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.outbox.HandOver;
import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.page.Cursor;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import jakarta.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A bulletin is issued, read aloud, and corrected. */
class HearingOfBulletinsTest {
  private static final Sql SQL = TestDatabase.keptOwner();
  private static final Instant NOW = Instant.parse("2026-11-26T01:30:00Z");
  private static final String TEXT = "各位乡亲：本月发布辟谣42条。";

  private final MutableClock clock = MutableClock.at(NOW);
  private final HearOfBulletins hear =
      new HearOfBulletins(
          new TakeScript(SQL, clock),
          new RecallScripts(SQL, TestSchedules.of(SQL, new Desk(), clock), clock));

  private void hear(String topic, UUID id, String area, String language, String spoken) {
    var payload =
        Json.createObjectBuilder()
            .add("id", id.toString())
            .add("number", "Z-2026-0001")
            .add("hash", "a".repeat(64))
            .add("area", area)
            .add("language", language)
            .add("title", "战报")
            .add("message", "短信")
            .add("spoken", spoken)
            .add("reason", "战报 Z-2026-0001 已由 Z-2026-0002 更正")
            .build()
            .toString();
    hear.on(new OutboxEvent(UUID.randomUUID(), topic, "Z-2026-0001", payload, NOW));
  }

  private static List<String> scripts(UUID id) {
    return SQL.list(
        """
        select source || ' ' || area_code || ' ' || seconds || ' ' || text || ' ' || recalled_why
        from script where source_id = ? order by id
        """,
        row -> row.text(1).strip(),
        id);
  }

  @Test
  @Requirement("R108.5")
  void itsTextIsAScriptOnceAndOffTheAirWhenItIsCorrected() {
    var city = TestCity.found(SQL, "967501");
    var id = UUID.randomUUID();
    hear(HandOver.BULLETIN, id, city.code(), "zh", TEXT);
    hear(HandOver.BULLETIN, id, city.code(), "zh", TEXT);
    assertEquals(List.of("Z-2026-0001 967501000000 4 " + TEXT), scripts(id));
    var line =
        new ScriptQueries(SQL, TestDesk.of(city.code() + "/", BroadcastRights.READ))
            .list("", Cursor.START)
            .rows()
            .get(0);
    assertEquals("/bulletins/Z-2026-0001", line.href());
    var read = city.schedule(city.code(), "ROUTINE", 0, "2026-11-26T10:00:00", "FREQ=DAILY", NOW);
    SQL.update(
        "update schedule set script_id = (select id from script where source_id = ?) where id = ?",
        id,
        read);
    hear(HandOver.BULLETIN_CORRECTED, id, city.code(), "zh", TEXT);
    assertEquals(
        List.of("Z-2026-0001 967501000000 4 " + TEXT + " 战报 Z-2026-0001 已由 Z-2026-0002 更正"),
        scripts(id));
    assertEquals(
        "WITHDRAWN", SQL.one("select state from schedule where id = ?", row -> row.text(1), read));
  }

  @Test
  @Requirement("R108.5")
  void aCorrectionThatIsHeardFirstLeavesNothingToRead() {
    var city = TestCity.found(SQL, "967502");
    var id = UUID.randomUUID();
    hear(HandOver.BULLETIN_CORRECTED, id, city.code(), "zh", TEXT);
    hear(HandOver.BULLETIN, id, city.code(), "zh", TEXT);
    long recalled =
        SQL.one(
            "select count(*) from script where source_id = ? and recalled_at is not null",
            row -> row.number(1),
            id);
    assertEquals(1, recalled);
    assertEquals(1, scripts(id).size());
  }

  @Test
  @Requirement("R108.5")
  void englishIsReadByWordsAndNothingByNobody() {
    var city = TestCity.found(SQL, "967503");
    var id = UUID.randomUUID();
    hear(HandOver.BULLETIN, id, city.code(), "en", "word ".repeat(150));
    int seconds =
        SQL.one("select seconds from script where source_id = ?", row -> row.integer(1), id);
    assertEquals(60, seconds);
    var silent = UUID.randomUUID();
    hear(HandOver.BULLETIN, silent, city.code(), "zh", " ");
    assertEquals(List.of(), scripts(silent));
  }
}
