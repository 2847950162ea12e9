package firstline.broadcast.programme;

import static firstline.broadcast.programme.ProgrammeTables.KEY;
import static firstline.broadcast.programme.ProgrammeTables.NOW;
import static firstline.broadcast.programme.ProgrammeTables.SQL;
import static firstline.broadcast.programme.ProgrammeTables.body;
import static firstline.broadcast.programme.ProgrammeTables.city;
import static firstline.broadcast.programme.ProgrammeTables.daily;
import static firstline.broadcast.programme.ProgrammeTables.programme;
import static firstline.broadcast.programme.ProgrammeTables.revisions;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.signature.Canonical;
import firstline.broadcast.signature.Ed25519;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.seed.Seeded;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A programme against PROTOCOL.md, 2. */
class WhatTravelsTest {
  private final MutableClock clock = MutableClock.at(NOW);
  private final BuildProgrammes builder = ProgrammeTables.builder(SQL, clock);

  @Test
  @Requirement({"R32.1", "R32.2"})
  void whatTravelsIsWhatTheProtocolSaysAndIsSigned() {
    var city = city("954127");
    var audience = city.speaker("BP-8", city.code()).audience();
    daily(city, city.code());
    var emergency = city.schedule(city.code(), "EMERGENCY", 1, "2026-11-25T23:00:00", "", NOW);
    city.target(emergency, true, "AREA", city.code());
    builder.build();
    var programme = programme(audience);
    assertEquals(
        Set.of(
            "version",
            "audience",
            "revision",
            "issued",
            "fresh",
            "until",
            "poll",
            "spread",
            "items",
            "plays",
            "quiet",
            "withdrawn",
            "signature"),
        programme.keySet());
    assertEquals(1, programme.getInt("version"));
    assertEquals(audience.toString(), programme.getString("audience"));
    assertEquals(revisions(city).get(audience), programme.getJsonNumber("revision").longValue());
    assertEquals(60_000, programme.getInt("poll"));
    for (var item : programme.getJsonArray("items").getValuesAs(JsonObject.class)) {
      assertEquals(Set.of("id", "tone", "text", "language", "media"), item.keySet());
      assertEquals("请注意防火", item.getString("text"));
    }
    var plays = programme.getJsonArray("plays").getValuesAs(JsonObject.class);
    assertEquals(9, plays.size());
    var items =
        programme.getJsonArray("items").getValuesAs(JsonObject.class).stream()
            .map(item -> item.getString("id"))
            .toList();
    for (var play : plays) {
      assertEquals(
          Set.of(
              "id",
              "item",
              "kind",
              "level",
              "rank",
              "start",
              "length",
              "end",
              "tolerance",
              "preemption",
              "volume",
              "repeats",
              "pause"),
          play.keySet());
      assertTrue(items.contains(play.getString("item")));
      assertEquals(
          300_000, play.getJsonNumber("end").longValue() - play.getJsonNumber("start").longValue());
    }
    assertEquals("EMERGENCY", plays.get(0).getString("kind"), "emergencies come first");
    assertEquals(
        plays.size(),
        plays.stream().map(play -> play.getJsonNumber("rank").longValue()).distinct().count());
    assertTrue(isSigned(programme));
    var body = body(audience);
    assertArrayEquals(body, Canonical.bytes(plain(programme)), "canonical as a whole");
    Seeded.cases(
        300,
        draw -> {
          var changed = body.clone();
          var at = draw.between(0, body.length - 1);
          changed[at] ^= (byte) (1 << draw.between(0, 7));
          try (var reader = Json.createReader(new ByteArrayInputStream(changed))) {
            assertFalse(isSigned(reader.readObject()), "byte " + at);
          } catch (jakarta.json.JsonException | IllegalArgumentException e) {
            // No JSON any more, or none that could be signed.
            assertNotEquals(body[at], changed[at]);
          }
        });
  }

  private static boolean isSigned(JsonObject programme) {
    var members = plain(programme);
    var signature = Ed25519.bytes(String.valueOf(members.remove("signature")));
    var key = Ed25519.key(Ed25519.bytes(KEY.publicKey()).orElseThrow()).orElseThrow();
    return signature.isPresent()
        && Ed25519.isSigned(key, Canonical.bytes(members), signature.get());
  }

  private static Map<String, Object> plain(JsonObject object) {
    var all = new LinkedHashMap<String, Object>();
    object.forEach((name, value) -> all.put(name, plain(value)));
    return all;
  }

  private static Object plain(JsonValue value) {
    if (value instanceof JsonObject object) {
      return plain(object);
    }
    if (value instanceof JsonArray array) {
      return array.stream().map(WhatTravelsTest::plain).toList();
    }
    if (value instanceof JsonString string) {
      return string.getString();
    }
    if (value instanceof JsonNumber number && number.isIntegral()) {
      return number.longValue();
    }
    throw new IllegalArgumentException("not in the protocol: " + value);
  }
}
