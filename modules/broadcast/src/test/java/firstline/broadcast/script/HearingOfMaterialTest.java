package firstline.broadcast.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.TestCity;
import firstline.broadcast.verse.TextKind;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HearingOfMaterialTest {
  private static final Sql SQL = TestDatabase.keptOwner();
  private static final Instant NOW = Instant.parse("2026-11-26T01:30:00Z");

  private static JsonObject told(UUID version, String area, String kind, String text) {
    return Json.createObjectBuilder()
        .add("id", UUID.randomUUID().toString())
        .add("version", version.toString())
        .add("number", "M-2026-0007")
        .add("ordinal", 1)
        .add("kind", kind)
        .add("language", "zh")
        .add("area", area)
        .add("hash", "0".repeat(64))
        .add("title", "标题")
        .add("text", text)
        .add("reason", "")
        .add("at", NOW.toString())
        .build();
  }

  @Test
  @Requirement("R73.1")
  void wordsBecomeAScriptOfTheirKindAndPicturesDoNot() {
    var area = "967401000000";
    var id = UUID.randomUUID();
    for (var silent : List.of("POSTER", "FILM", "LEAFLET", "DOCUMENT")) {
      assertTrue(HearOfMaterial.script(told(id, area, silent, "词")).isEmpty(), silent);
    }
    assertTrue(HearOfMaterial.script(told(id, area, "AUDIO", " ")).isEmpty());
    assertTrue(HearOfMaterial.script(told(id, area, "AUDIO", "词".repeat(4_001))).isEmpty());
    var verse = HearOfMaterial.script(told(id, area, "VERSE", "一点星火落山坡，\n十年树木化成灰。"));
    assertEquals(TextKind.JINGLE, verse.orElseThrow().textKind());
    assertEquals("一点星火落山坡，\n十年树木化成灰。", verse.orElseThrow().text());
    var slogan = HearOfMaterial.script(told(id, area, "SLOGAN", "进山不带火，入林不吸烟。"));
    assertEquals(TextKind.ANNOUNCEMENT, slogan.orElseThrow().textKind());
  }

  @Test
  @Requirement("R73.2")
  void theSchedulesThatReadARecalledScriptAreKnown() {
    var city = TestCity.found(SQL, "967402");
    var version = UUID.randomUUID();
    new TakeScript(SQL, MutableClock.at(NOW))
        .take(HearOfMaterial.script(told(version, city.code(), "SLOGAN", "进山不带火。")).orElseThrow());
    var script = SQL.one("select id from script where source_id = ?", row -> row.id(1), version);
    var read = city.schedule(city.code(), "ROUTINE", 0, "2026-11-26T10:00:00", "FREQ=DAILY", NOW);
    city.schedule(city.code(), "ROUTINE", 0, "2026-11-26T11:00:00", "FREQ=DAILY", NOW);
    SQL.update("update schedule set script_id = ? where id = ?", script, read);
    var tell = new TellTakenOff(SQL);
    assertEquals(
        List.of(new TellTakenOff.Reading(city.code(), read.toString(), "通知")),
        tell.reading(version));
    city.withdraw(read, NOW);
    assertTrue(tell.reading(version).isEmpty(), "what is off the air is not taken off again");
  }
}
