package firstline.broadcast.receipt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadingABatchTest {
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00.123Z");
  private static final Set<String> CODES =
      Set.of("receipts.json", "receipts.most", "receipts.member");
  private static final String[] NO_TEXT = {
    "null", "5", "true", "[]", "{}", "\"\\u0000\"", "\"\\ud83d\"", '"' + "x".repeat(201) + '"'
  };
  private static final String[] NO_INTEGER = {
    "null",
    "\"5\"",
    "true",
    "[]",
    "{}",
    "1.5",
    "1.0",
    "9007199254740993",
    "-9007199254740993",
    "92233720368547758080",
    "1e5",
    "1e400000000"
  };
  private static final String[] NO_NATURAL = {
    "null", "\"5\"", "-1", "0.5", "9007199254740993", "1e-9"
  };

  private static byte[] good() {
    return new Handing("YB-0001")
        .played(7, PlayEvent.STARTED, NOW, 0, "")
        .fault("MEDIA_MISSING", NOW, "abc")
        .played(7, PlayEvent.PRE_EMPTED, NOW, 12_000, "STRONGER")
        .body(1, 3);
  }

  private static JsonObject object(byte[] body) {
    try (var reader = Json.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    }
  }

  private static Refusal refused(String body) {
    return assertThrows(Refusal.class, () -> Batch.read(Handing.bytes(body)), body);
  }

  @ThreeLocales
  @Requirement("R33.6")
  void aGoodOneIsReadWhole() {
    var batch = Batch.read(good());
    assertEquals("YB-0001", batch.serial());
    assertEquals(
        new Batch.Heartbeat(1, -12, true, 812, "IDLE", "DRILL OFFLINE", 70, 123_456_789, "1.0 村"),
        batch.heartbeat());
    assertEquals(List.of(1L, 3L, 2L), batch.entries().stream().map(Entry::sequence).toList());
    assertEquals(NOW, batch.entries().get(0).at());
    assertEquals(
        new Entry.Played(7, PlayEvent.PRE_EMPTED, 12_000, "STRONGER"),
        batch.entries().get(1).what());
    assertEquals(new Entry.Fault("MEDIA_MISSING", "abc"), batch.entries().get(2).what());
    var taken = Journal.begun().take(batch.entries());
    assertEquals(Journal.Break.NONE, taken.why());
    assertEquals(3, taken.journal().acknowledged());
  }

  @Test
  @Requirement("R33.6")
  void membersThatNobodyKnowsYetAreSignedAndElseIgnored() {
    var plain = "{\"at\":1,\"code\":\"A\",\"detail\":\"\",\"new\":[1,{\"b\":true}],\"sequence\":1}";
    var chain = Journal.after(new byte[32], entry(plain));
    var body =
        text(good())
            .replaceAll(
                "\"faults\":\\[.*?\\]",
                "\"faults\":["
                    + plain.replace(
                        "}],",
                        "}],\"hash\":\""
                            + firstline.broadcast.signature.Ed25519.text(chain)
                            + "\",")
                    + "]")
            .replaceAll("\"records\":\\[.*?\\]", "\"records\":[]")
            .replace("{\"faults\"", "{\"unknown\":{\"a\":[null,1.5]},\"faults\"");
    var batch = Batch.read(Handing.bytes(body));
    assertArrayEquals(Handing.bytes(plain), batch.entries().get(0).signed());
    assertEquals(Journal.Break.NONE, Journal.begun().take(batch.entries()).why());
  }

  private static Entry entry(String signed) {
    return new Entry(1, NOW, new byte[32], Handing.bytes(signed), new Entry.Fault("", ""));
  }

  @Test
  @Requirement("R33.6")
  void everyMalformedMemberIsNamed() {
    member("serial", "/serial", NO_TEXT);
    member("journal", "/journal", "null", "5", "\"1-1-1-1-1\"", "\"\"", "\"村\"");
    member("heartbeat", "/heartbeat", "null", "[]", "5", "\"\"");
    member("records", "/records", "null", "{}", "5", "\"\"");
    member("faults", "/faults", "null", "{}", "5", "\"\"");
    member("records[1]", "/records/1", "null", "[]", "5", "\"\"");
    member("faults[0]", "/faults/0", "null", "[]", "5", "\"\"");
    for (var natural : List.of("count", "revision", "free", "volume")) {
      member("heartbeat." + natural, "/heartbeat/" + natural, NO_NATURAL);
    }
    member("heartbeat.volume", "/heartbeat/volume", "101", "999");
    member("heartbeat.offset", "/heartbeat/offset", NO_INTEGER);
    member("heartbeat.trusted", "/heartbeat/trusted", "null", "1", "\"true\"", "[]");
    member("heartbeat.state", "/heartbeat/state", NO_TEXT);
    member("heartbeat.firmware", "/heartbeat/firmware", NO_TEXT);
    member(
        "heartbeat.flags",
        "/heartbeat/flags",
        "null",
        "\"A\"",
        "[5]",
        "[\"a\"]",
        "[\"\"]",
        "[\"A B\"]",
        "[" + "\"A\",".repeat(20) + "\"A\"]");
    member("records[1].sequence", "/records/1/sequence", NO_NATURAL);
    member("records[1].heard", "/records/1/heard", NO_NATURAL);
    member("records[1].at", "/records/1/at", NO_NATURAL);
    member("records[1].at", "/records/1/at", "7258118400001");
    member("records[1].play", "/records/1/play", NO_TEXT);
    member(
        "records[1].play",
        "/records/1/play",
        "\"\"",
        "\"a\"",
        "\"-1\"",
        "\"٣\"",
        "\"1234567890123456789\"");
    member("records[1].event", "/records/1/event", NO_TEXT);
    member("records[1].event", "/records/1/event", "\"finished\"", "\"\"", "\"PLAYED\"");
    member("records[1].reason", "/records/1/reason", NO_TEXT);
    member("records[1].hash", "/records/1/hash", NO_TEXT);
    member(
        "records[1].hash",
        "/records/1/hash",
        "\"\"",
        "\"AAAA\"",
        '"' + "A".repeat(42) + "B\"",
        '"' + "A".repeat(43) + "=\"");
    member("faults[0].code", "/faults/0/code", NO_TEXT);
    member("faults[0].detail", "/faults/0/detail", NO_TEXT);
    member("faults[0].new", "/faults/0/new", "null", "1.5", "[null]", "9007199254740993");
  }

  /** Puts each value in the member's place. */
  private static void member(String name, String pointer, String... values) {
    var good = object(good());
    for (var value : values) {
      var at = Json.createPointer(pointer);
      var place = Json.createValue("@@@");
      var wrong = at.containsValue(good) ? at.replace(good, place) : at.add(good, place);
      var refusal = refused(wrong.toString().replace("\"@@@\"", value));
      assertEquals("receipts.member", refusal.code(), value);
      assertEquals(List.of(name), refusal.arguments(), value);
    }
  }

  @Test
  @Requirement("R33.6")
  void aTextIsCountedInCharacters() {
    var detail = "😀".repeat(200);
    var batch = new Handing("YB-0001").fault("SPEECH", NOW, detail).batch(1, 1);
    assertEquals(new Entry.Fault("SPEECH", detail), batch.entries().get(0).what());
    var longer = new Handing("YB-0001").fault("SPEECH", NOW, detail + "😀").body(1, 1);
    assertEquals(List.of("faults[0].detail"), refused(text(longer)).arguments());
  }

  @Test
  @Requirement("R33.6")
  void aMissingMemberIsNamed() {
    for (var name :
        List.of(
            "serial",
            "journal",
            "heartbeat",
            "heartbeat/count",
            "heartbeat/trusted",
            "heartbeat/flags",
            "heartbeat/volume",
            "records/0/sequence",
            "records/0/play",
            "records/0/event",
            "records/0/at",
            "records/0/heard",
            "records/0/reason",
            "records/0/hash",
            "faults/0/code",
            "faults/0/detail",
            "faults/0/at")) {
      var less = Json.createPointer("/" + name).remove(object(good()));
      var refusal = refused(less.toString());
      assertEquals("receipts.member", refusal.code());
      assertEquals(
          List.of(name.replaceAll("/(\\d)/", "[$1].").replace('/', '.')), refusal.arguments());
    }
    var none = text(good()).replaceAll("\"(records|faults)\":\\[.*?\\],?", "");
    assertTrue(Batch.read(Handing.bytes(none)).entries().isEmpty(), "a heartbeat alone");
  }

  @Test
  @Requirement("R33.6")
  void moreThanTheMostIsRefused() {
    var handing = new Handing("YB-0001");
    for (var i = 0; i < 101; i++) {
      handing.played(7, PlayEvent.PAUSED, NOW, 0, "").fault("FAULT", NOW, "");
    }
    assertEquals(200, handing.batch(1, 200).entries().size());
    var refusal = refused(text(handing.body(1, 201)));
    assertEquals("receipts.most", refusal.code());
    assertEquals(List.of(200, 201), refusal.arguments());
  }

  @Test
  @Requirement("R33.6")
  void whatIsNoJsonIsRefusedWithNoOtherError() {
    for (var body :
        List.of(
            "",
            "x",
            "[]",
            "5",
            "null",
            "{",
            "{}{",
            "{\"a\":1",
            "\u0000",
            "{\"a\":\u0001}",
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "{\"heartbeat\":" + "9".repeat(5_000),
            "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
            "{\"faults\":[{\"a\":" + "9".repeat(5_000) + "}]}")) {
      var refusal = refused(body);
      assertTrue(CODES.contains(refusal.code()), refusal.code());
    }
    assertEquals("receipts.json", refused(text(good()) + "x").code(), "something after the end");
    assertThrows(Refusal.class, () -> Batch.read(new byte[] {(byte) 0xff, (byte) 0xfe, 0}));
  }

  @Test
  @Requirement("R33.6")
  void noMutationOfAGoodOneDoesAnythingButReadOrRefuse() {
    var good = good();
    var read = new int[1];
    Seeded.cases(
        30_000,
        draw -> {
          var body = mutated(draw, good);
          try {
            var batch = Batch.read(body);
            read[0]++;
            storable(batch.serial());
            storable(batch.heartbeat().firmware());
            batch.entries().forEach(entry -> storable(entry.what().toString()));
            assertNotNull(Journal.begun().take(batch.entries()));
          } catch (Refusal refusal) {
            assertTrue(CODES.contains(refusal.code()), refusal.code());
            if (refusal.code().equals("receipts.member")) {
              assertFalse(refusal.arguments().get(0).toString().isEmpty());
            }
          }
        });
    assertTrue(read[0] > 500, "some mutations leave a batch: " + read[0]);
  }

  private static void storable(String text) {
    assertTrue(text.indexOf('\0') < 0, text);
    assertEquals(text, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }

  private static final List<String> PIECES =
      List.of(
          "null",
          "true",
          "1e99",
          "-1",
          "1.5",
          "9".repeat(30),
          "9".repeat(2_000),
          "\"\"",
          "[]",
          "{}",
          "\\u0000",
          "\\ud83d",
          "\"a\":",
          ",",
          "}",
          "]",
          "{",
          "[",
          "村",
          "\\",
          "\"",
          "0",
          "-");

  private static byte[] mutated(Draw draw, byte[] good) {
    if (draw.chance(0.3)) {
      var bytes = good.clone();
      for (var i = draw.between(1, 2); i > 0; i--) {
        bytes[draw.between(0, bytes.length - 1)] =
            (byte) (draw.chance(0.7) ? draw.between(' ', '~') : draw.between(-128, 127));
      }
      return bytes;
    }
    var text = new StringBuilder(text(good));
    for (var i = draw.between(1, 2); i > 0; i--) {
      var starts = new ArrayList<Integer>();
      for (var at = 0; at < text.length(); at++) {
        if (":,[{".indexOf(text.charAt(at)) >= 0) {
          starts.add(at + 1);
        }
      }
      if (starts.isEmpty()) {
        return Handing.bytes(text.toString());
      }
      var from = draw.of(starts);
      var end = from;
      while (end < text.length() && ",]}".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      switch (draw.between(0, 3)) {
        case 0 -> text.replace(from, end, draw.of(PIECES));
        case 1 -> text.insert(from, draw.of(PIECES));
        case 2 -> text.delete(from, Math.min(text.length(), end + draw.between(0, 2)));
        default -> text.insert(draw.between(0, text.length()), draw.of(PIECES));
      }
    }
    return Handing.bytes(text.toString());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  @Requirement("R33.6")
  void eachRefusalHasItsSentenceInBothLanguages() {
    for (var code :
        List.of(
            "receipts.json",
            "receipts.most",
            "receipts.member",
            "receipts.busy",
            "speaker.serial",
            "speaker.place",
            "speaker.volume",
            "speaker.known",
            "speaker.key",
            "speaker.retired",
            "speaker.public-key",
            "speaker.proof")) {
      for (var language : List.of("zh", "en")) {
        assertTrue(Bundles.knows(language, "refusal." + code), language + " " + code);
      }
    }
  }
}
