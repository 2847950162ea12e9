package firstline.broadcast.ebm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

class EbmTest {
  private static final ResourceId CITY = new ResourceId("35115000000000103010101");
  private static final Pattern LEAF = Pattern.compile("<(\\w+)>[^<]*</\\1>");

  @Test
  @Requirement("R35.1")
  void whatIsWrittenIsReadAgain() {
    Seeded.cases(
        500,
        draw -> {
          var packet = packet(draw);
          assertEquals(packet, EbdReader.read(EbdWriter.write(packet)));
        });
  }

  @Test
  @Requirement("R35.1")
  void aTarGivesBackWhatWasPacked() {
    Seeded.cases(
        50,
        draw -> {
          var sound = draw.text(0, 2_000).getBytes(StandardCharsets.UTF_8);
          var packed = new EbdPackage(packet(draw), Map.of("预警.mp3", sound));
          var tar = packed.pack();
          assertArrayEquals(tar, packed.pack(), "the same packet is the same bytes");
          var unpacked = EbdPackage.unpack(tar);
          assertEquals(packed.packet(), unpacked.packet());
          assertArrayEquals(sound, unpacked.files().get("预警.mp3"));
        });
  }

  @Test
  @Requirement("R35.2")
  void everyMutationIsReadOrRefusedByName() {
    var refused = new int[1];
    Seeded.cases(
        1_500,
        draw -> {
          var xml = new String(EbdWriter.write(packet(draw)), StandardCharsets.UTF_8);
          var leaf = draw.of(LEAF.matcher(xml).results().toList());
          var name = leaf.group(1);
          var value = draw.of("", "x", "-1", "0", "6", "99999999999", "2026-02-30 00:00:00", "&x;");
          var put = draw.chance(0.3) ? "" : "<" + name + ">" + value + "</" + name + ">";
          var mutated = xml.substring(0, leaf.start()) + put + xml.substring(leaf.end());
          try {
            var read = EbdReader.read(mutated.getBytes(StandardCharsets.UTF_8));
            assertEquals(read, EbdReader.read(EbdWriter.write(read)));
          } catch (Refusal refusal) {
            refused[0]++;
            assertTrue(Bundles.knows("zh", "refusal." + refusal.code()), refusal.code());
            assertFalse(refusal.arguments().get(0).toString().isEmpty());
          }
        });
    assertTrue(refused[0] > 300 && refused[0] < 1_400, "both happen: " + refused[0]);
    var type = "<!DOCTYPE EBD [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><EBD>&x;</EBD>";
    assertEquals("ebm.xml", refusal(() -> EbdReader.read(type.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  @Requirement("R35.3")
  void noNumberIsGivenTwice() {
    var clock = MutableClock.at("2026-07-10T15:59:59Z");
    var numbers = new EbmNumbers(TestDatabase.sql(), clock);
    var first = numbers.message(CITY);
    assertEquals("35115000000000103010101" + "20260710" + "0001", first.toString());
    assertEquals(first, MessageId.of(first.toString()));
    assertEquals(2, numbers.message(CITY).number());
    clock.move(Duration.ofSeconds(1));
    assertEquals(
        new MessageId(CITY, LocalDate.of(2026, 7, 11), 1), numbers.message(CITY), "China's day");
    TestDatabase.sql().update("update ebm_number set last = 9999");
    assertEquals("ebm.full", refusal(() -> numbers.message(CITY)));
    var packets = new HashSet<String>();
    for (var i = 0; i < 20; i++) {
      packets.add(numbers.packet(CITY));
    }
    assertEquals(20, packets.size());
    assertTrue(packets.stream().allMatch(id -> id.matches("10[0-9]{39}")));
    assertEquals("511500000000", CITY.areaCode());
    assertEquals("ebm.value", refusal(() -> new ResourceId("1")));
    assertEquals("ebm.value", refusal(() -> MessageId.of(CITY + "202602300001")));
  }

  @Test
  @Requirement("R35.4")
  void aTarThatIsNoneOrLeadsOutIsRefused() throws IOException {
    assertEquals("ebm.value", refusal(() -> EbdPackage.unpack(tar("../EBDB_1.xml", 1))));
    assertEquals("ebm.value", refusal(() -> EbdPackage.unpack(tar("/etc/EBDB_1.xml", 1))));
    for (var kind : new byte[] {'1', '2', '3', '4', '5', '6', 'S'}) {
      var tricky = new TarArchiveEntry("EBDB_1.xml", kind);
      tricky.setLinkName("/etc/passwd");
      assertEquals("ebm.value", refusal(() -> EbdPackage.unpack(tar(tricky, 0))), "" + (char) kind);
    }
    var heartbeat = new Ebd.Heartbeat(Instant.parse("2026-07-10T00:00:00Z"));
    var packet =
        new Ebd("01" + CITY + "0000000000000001", CITY, null, heartbeat.time(), "", heartbeat);
    var twice = new EbdPackage(packet, Map.of("EBDB_2.xml", new byte[1])).pack();
    assertEquals("ebm.value", refusal(() -> EbdPackage.unpack(twice)), "one packet in a tar");
    var promising = tar("EBDB_1.xml", 1);
    System.arraycopy("77777777777".getBytes(StandardCharsets.US_ASCII), 0, promising, 124, 11);
    assertEquals("ebm.value", refusal(() -> EbdPackage.unpack(promising)), "a size of 8 GB");
    assertEquals("ebm.missing", refusal(() -> EbdPackage.unpack(tar("a.xml", 1))));
    assertEquals("ebm.missing", refusal(() -> EbdPackage.unpack(new byte[0])));
    assertEquals("payload.too-large", refusal(() -> EbdPackage.unpack(new byte[(20 << 20) + 1])));
    Seeded.cases(
        200,
        draw -> {
          var tar = new EbdPackage(packet(draw), Map.of()).pack();
          for (var i = 0; i < 5; i++) {
            tar[draw.between(0, 600)] = (byte) draw.between(0, 255);
          }
          try {
            EbdPackage.unpack(tar);
          } catch (Refusal refusal) {
            assertTrue(refusal.code().startsWith("ebm."), refusal.code());
          }
        });
  }

  private static byte[] tar(String name, int size) {
    return tar(new TarArchiveEntry(name, true), size);
  }

  private static byte[] tar(TarArchiveEntry entry, int size) {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes)) {
      entry.setSize(size);
      tar.putArchiveEntry(entry);
      tar.write(new byte[size]);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static String refusal(org.junit.jupiter.api.function.Executable work) {
    return assertThrows(Refusal.class, work).code();
  }

  private static Ebd packet(Draw draw) {
    return new Ebd(
        draw.of("10", "01") + CITY + "0000000000000" + draw.between(100, 999),
        CITY,
        draw.chance(0.5) ? null : CITY,
        time(draw),
        draw.of("", "10" + CITY + "0000000000000001"),
        body(draw));
  }

  private static Ebd.Body body(Draw draw) {
    return switch (draw.between(0, 4)) {
      case 4 -> new Ebd.StateQuery(id(draw));
      case 0 -> new Ebd.Heartbeat(time(draw));
      case 1 -> new Ebd.Reply(draw.of(Ebd.Result.values()), text(draw, 0));
      case 2 ->
          new Ebd.PlayState(
              time(draw),
              id(draw),
              draw.of(Ebd.State.values()),
              text(draw, 0),
              draw.list(0, 2, each -> each.of("511502000000", "511503000000")));
      default ->
          new Ebd.Message(
              id(draw),
              draw.chance(0.5) ? null : id(draw),
              draw.of(Ebd.Type.values()),
              text(draw, 1),
              text(draw, 0),
              time(draw),
              "11B03",
              draw.between(1, 4),
              time(draw),
              time(draw),
              "zho",
              text(draw, 1),
              text(draw, 0),
              draw.list(1, 3, each -> each.of("511502000000", "511500000000")),
              draw.list(0, 2, each -> new Ebd.Auxiliary(2, text(each, 1), each.between(0, 999))));
    };
  }

  private static MessageId id(Draw draw) {
    return new MessageId(
        CITY, LocalDate.of(2026, draw.between(1, 12), draw.between(1, 28)), draw.between(1, 9999));
  }

  private static Instant time(Draw draw) {
    return draw.instant(Instant.parse("2020-01-21T00:00:00Z"), Duration.ofDays(4_000))
        .truncatedTo(ChronoUnit.SECONDS);
  }

  private static String text(Draw draw, int least) {
    var text = draw.text(least, 12).strip();
    return text.length() < least ? "一" : text;
  }
}
