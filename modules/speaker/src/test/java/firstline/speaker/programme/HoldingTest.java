package firstline.speaker.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.speaker.journal.MemoryDisk;
import firstline.speaker.programme.Refused.Code;
import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.Malformed;
import firstline.speaker.protocol.SpeakerKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldingTest {
  private static final long ISSUED = 1_769_380_000_000L;

  private final SpeakerKey server = SpeakerKey.make();
  private final MemoryDisk disk = new MemoryDisk();
  private Holding holding;

  @BeforeEach
  void enrol() throws IOException, Refused, Malformed {
    holding = new Holding(disk, "YB-0001", new Known(1));
    holding.open();
    assertTrue(holding.assign(assignment(3, "village", server)));
  }

  private static byte[] signed(Map<String, Object> object, SpeakerKey key) throws Malformed {
    var whole = new HashMap<>(object);
    whole.put("signature", key.sign(Json.canonical(object)));
    return Json.canonical(whole);
  }

  private static byte[] assignment(int version, String audience, SpeakerKey key) throws Malformed {
    return signed(
        Map.of(
            "serial",
            "YB-0001",
            "area",
            "511502001201",
            "groups",
            List.of(),
            "audience",
            audience,
            "version",
            version,
            "serverKey",
            key.publicKey(),
            "poll",
            60_000),
        key);
  }

  private static Map<String, Object> programme(int revision, String audience) {
    var object = new LinkedHashMap<String, Object>();
    object.put("version", 1);
    object.put("audience", audience);
    object.put("revision", revision);
    object.put("issued", ISSUED);
    object.put("fresh", ISSUED + 1);
    object.put("until", ISSUED + 2);
    object.put("newer", Map.of("servers", "may say more", "汉字", "\u2028\"\\\n"));
    return object;
  }

  private byte[] signed(int revision, String audience) throws Malformed {
    return signed(programme(revision, audience), server);
  }

  private void assertRefused(Code code, byte[] bytes) {
    var refused = assertThrows(Refused.class, () -> holding.take(bytes, ""));
    assertEquals(code, refused.code());
  }

  private void restart() throws IOException, Refused {
    holding = new Holding(disk, "YB-0001", new Known(1));
    holding.open();
  }

  @Test
  void takesWhatTheServerSignedAndHoldsItAfterARestart() throws Exception {
    assertTrue(holding.take(signed(7, "village"), "\"7\""));
    assertFalse(holding.take(signed(7, "village"), "\"7\""));
    restart();
    assertEquals(7, holding.programme().revision());
    assertEquals("\"7\"", holding.etag());
    assertEquals("village", holding.assignment().audience());
  }

  @Test
  void refusesABadSignature() throws Exception {
    var text = new String(signed(7, "village"), StandardCharsets.UTF_8);
    assertRefused(
        Code.BAD_SIGNATURE,
        text.replace("\"revision\":7", "\"revision\":8").getBytes(StandardCharsets.UTF_8));
    assertRefused(Code.BAD_SIGNATURE, signed(programme(8, "village"), SpeakerKey.make()));
    assertRefused(Code.BAD_SIGNATURE, Json.canonical(programme(8, "village")));
    assertNull(holding.programme());
  }

  @Test
  void refusesAnOlderRevisionAfterARestartToo() throws Exception {
    holding.take(signed(7, "village"), "");
    assertRefused(Code.REPLAY, signed(6, "village"));
    restart();
    assertRefused(Code.REPLAY, signed(6, "village"));
    assertTrue(holding.take(signed(8, "village"), ""));
  }

  @Test
  void refusesAnotherAudienceAfterARestartToo() throws Exception {
    assertRefused(Code.OTHER_AUDIENCE, signed(7, "elsewhere"));
    restart();
    assertRefused(Code.OTHER_AUDIENCE, signed(7, "elsewhere"));
  }

  @Test
  void remembersTheRevisionOfAPlaceThatItLeft() throws Exception {
    holding.take(signed(7, "village"), "");
    assertTrue(holding.assign(assignment(4, "town", server)));
    assertNull(holding.programme(), "what was for the village is not for the town");
    restart();
    assertNull(holding.programme());
    assertTrue(holding.take(signed(2, "town"), ""));
    assertTrue(holding.assign(assignment(5, "village", server)));
    restart();
    assertRefused(Code.REPLAY, signed(6, "village"));
    assertTrue(holding.take(signed(7, "village"), ""));
  }

  @Test
  void refusesAnOlderAssignmentAndAnotherServersKey() throws Exception {
    var older = assignment(2, "town", server);
    assertEquals(Code.REPLAY, assertThrows(Refused.class, () -> holding.assign(older)).code());
    restart();
    var stranger = assignment(9, "town", SpeakerKey.make());
    assertEquals(
        Code.BAD_SIGNATURE, assertThrows(Refused.class, () -> holding.assign(stranger)).code());
    assertEquals("village", holding.assignment().audience());
  }

  @Test
  void namesTheMemberThatIsWrong() throws Exception {
    for (var wrong :
        Map.<String, Object>of(
                "plays", List.of(Map.of("id", "p", "item", "nowhere")),
                "withdrawn", List.of(1),
                "until", "tomorrow")
            .entrySet()) {
      var object = programme(9, "village");
      object.put(wrong.getKey(), wrong.getValue());
      var bytes = signed(object, server);
      var refused = assertThrows(Refused.class, () -> holding.take(bytes, ""));
      assertEquals(Code.MALFORMED, refused.code());
      assertTrue(refused.detail().contains(wrong.getKey()), refused.detail());
    }
  }

  @Test
  void doesNotTrustItsOwnDisk() throws Exception {
    holding.take(signed(7, "village"), "");
    var kept = new String(disk.read("programme"), StandardCharsets.UTF_8);
    disk.replace(
        "programme",
        kept.replace("\"issued\":" + ISSUED, "\"issued\":1").getBytes(StandardCharsets.UTF_8));
    var opened = new Holding(disk, "YB-0001", new Known(1));
    assertEquals(Code.BAD_SIGNATURE, assertThrows(Refused.class, opened::open).code());
    assertNull(opened.programme());
    assertNotNull(opened.assignment());
  }
}
