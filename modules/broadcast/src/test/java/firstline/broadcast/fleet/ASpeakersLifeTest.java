package firstline.broadcast.fleet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.TestCity;
import firstline.broadcast.signature.Canonical;
import firstline.broadcast.signature.Ed25519;
import firstline.broadcast.signature.ServerKey;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.locale.ThreeLocales;
import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ASpeakersLifeTest {
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  private static final Audience VILLAGE = new Audience(UUID.randomUUID(), "951102001001", "");
  private static final Audience TOWN = new Audience(UUID.randomUUID(), "951102001000", "g");

  private static Speaker speaker() {
    return new Speaker("YB-0001", " 村委会楼顶 ", "H1", Channel.IP, 70, VILLAGE, NOW);
  }

  private static void assertRefused(String code, Runnable action) {
    assertEquals(code, assertThrows(Refusal.class, action::run).code());
  }

  @Test
  void itIsKnownByTheFirstKeyThatItShowsAndByNoOther() {
    var speaker = speaker();
    assertEquals(SpeakerState.NEW, speaker.state());
    assertEquals("村委会楼顶", speaker.place());
    speaker.enrol(new byte[] {1}, NOW);
    assertEquals(SpeakerState.ENROLLED, speaker.state());
    speaker.enrol(new byte[] {1}, NOW.plusSeconds(9));
    assertEquals(NOW, speaker.enrolledAt());
    assertRefused("speaker.key", () -> speaker.enrol(new byte[] {2}, NOW));
  }

  @Test
  void eachChangeGivesItsAssignmentAHigherVersion() {
    var speaker = speaker();
    assertEquals(1, speaker.assignment());
    speaker.enrol(new byte[] {1}, NOW);
    assertEquals(1, speaker.assignment());
    speaker.move(TOWN);
    assertEquals(2, speaker.assignment());
    assertEquals(TOWN.id(), speaker.audienceId());
    assertEquals(TOWN.areaCode(), speaker.areaCode());
    assertEquals("g", speaker.groups());
    speaker.turn(0);
    assertEquals(3, speaker.assignment());
    speaker.retire(NOW);
    assertEquals(4, speaker.assignment());
    assertEquals(NOW, speaker.retiredAt());
  }

  @Test
  void aRetiredOneStaysAsItWas() {
    var speaker = speaker();
    speaker.retire(NOW);
    assertRefused("speaker.retired", () -> speaker.enrol(new byte[] {1}, NOW));
    assertRefused("speaker.retired", () -> speaker.move(TOWN));
    assertRefused("speaker.retired", () -> speaker.turn(10));
    assertRefused("speaker.retired", () -> speaker.entrust(UUID.randomUUID()));
    assertRefused("speaker.retired", () -> speaker.retire(NOW));
  }

  @Test
  void whatCannotBeIsRefusedByName() {
    for (var serial : List.of("", "-1", "a b", "村", "a".repeat(41), "a\n")) {
      assertRefused(
          "speaker.serial", () -> new Speaker(serial, "x", "", Channel.IP, 70, VILLAGE, NOW));
    }
    for (var place : List.of("", " ", "村".repeat(101))) {
      assertRefused(
          "speaker.place", () -> new Speaker("a", place, "", Channel.IP, 70, VILLAGE, NOW));
    }
    for (var volume : List.of(-1, 101, 999)) {
      assertRefused(
          "speaker.volume", () -> new Speaker("a", "x", "", Channel.IP, volume, VILLAGE, NOW));
      assertRefused("speaker.volume", () -> speaker().turn(volume));
    }
  }

  @ThreeLocales
  void aCodeIsKnownHoweverItIsTypedAndKeptAsItsHashAlone() {
    var codes = new HashSet<String>();
    for (var i = 0; i < 2_000; i++) {
      var code = EnrolCode.fresh();
      assertTrue(code.matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}"), code);
      assertTrue(codes.add(code), "2,000 of 2^40 are different");
    }
    var hash = EnrolCode.hash("K7QI-2MXD");
    assertEquals(32, hash.length);
    for (var typed : List.of("k7qi-2mxd", "K7QI2MXD", " k7qi 2mxd ", "K7QI—2MXD")) {
      assertArrayEquals(hash, EnrolCode.hash(typed), typed);
    }
    assertFalse(java.util.Arrays.equals(hash, EnrolCode.hash("K7QI-2MXE")));
  }

  @Test
  void anAssignmentTellsWhereTheSpeakerBelongsAndIsTheSameEachTime() {
    var city = TestCity.found(TestDatabase.owner(), "951103");
    var group = UUID.randomUUID();
    var other = UUID.randomUUID();
    var speaker = city.speaker("AS-0001", city.code(), group, other);
    var key = new ServerKey("only-for-tests-0123456789-abcdefghijklmnop");
    var assignments = new Assignments(TestDatabase.sql(), key, 60_000);
    var body = assignments.of("AS-0001");
    assertArrayEquals(body, assignments.of("AS-0001"));
    var groups = List.of(group.toString(), other.toString()).stream().sorted().toList();
    Map<String, Object> said =
        Map.of(
            "serial",
            "AS-0001",
            "area",
            city.code(),
            "groups",
            groups,
            "audience",
            speaker.audience().toString(),
            "version",
            1,
            "volume",
            70,
            "serverKey",
            key.publicKey(),
            "poll",
            60_000);
    assertArrayEquals(key.signed(said), body);
    try (var reader = Json.createReader(new ByteArrayInputStream(body))) {
      var signature = Ed25519.bytes(reader.readObject().getString("signature")).orElseThrow();
      var serverKey = Ed25519.key(Ed25519.bytes(key.publicKey()).orElseThrow()).orElseThrow();
      assertTrue(Ed25519.isSigned(serverKey, Canonical.bytes(said), signature));
    }
    city.retire(speaker);
    assertThrows(NotFound.class, () -> assignments.of("AS-0001"));
    assertThrows(NotFound.class, () -> assignments.of("AS-9999"));
  }

  @Test
  @Requirement("R31.5")
  void theSameAreaAndGroupsAreOneAudience() {
    var city = TestCity.found(TestDatabase.owner(), "951104");
    var speakers = new Speakers(TestDatabase.sql());
    var first = UUID.randomUUID();
    var second = UUID.randomUUID();
    var audience = speakers.joined(city.code(), List.of(first, second));
    assertEquals(audience, speakers.joined(city.code(), List.of(second, first, second)));
    assertEquals(
        List.of(first.toString(), second.toString()).stream().sorted().toList(),
        List.of(audience.groups().split(" ")));
    var others =
        List.of(
            speakers.joined(city.code(), List.of()),
            speakers.joined(city.code(), List.of(first)),
            speakers.joined(
                city.area(city.code(), "951104001000", "TOWNSHIP"), List.of(first, second)));
    assertEquals(
        4,
        new HashSet<>(
                List.of(audience.id(), others.get(0).id(), others.get(1).id(), others.get(2).id()))
            .size());
  }
}
