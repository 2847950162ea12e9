package firstline.speaker.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.speaker.journal.MemoryDisk;
import firstline.speaker.playing.Stage;
import firstline.speaker.protocol.Fields;
import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.Malformed;
import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Play;
import firstline.speaker.protocol.SpeakerKey;
import firstline.speaker.terminal.Terminal.Identity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private static final long NOON = 1_769_400_000_000L;
  private static final long HOUR = 3_600_000;
  private static final long TEN_YEARS = 315_576_000_000L;

  private final class Listening implements Stage {
    @Override
    public Readiness readiness(Item item, long ticks) {
      return Readiness.READY;
    }

    @Override
    public void begin(Play play, Item item, long from, long ticks) {
      heard.add(play.id() + "@" + ticks);
    }

    @Override
    public void stop(long ticks) {}

    @Override
    public Sounding sounding(long ticks) {
      return Sounding.SOUNDING;
    }
  }

  private final SpeakerKey server = SpeakerKey.make();
  private final MemoryDisk disk = new MemoryDisk();
  private final List<String> heard = new ArrayList<>();
  private Terminal terminal;

  @BeforeEach
  void first() throws IOException {
    terminal = on(NOON);
  }

  private Terminal on(long wall) throws IOException {
    return new Terminal(new Identity("S", "m", "f", false), disk, new Listening(), 0, wall);
  }

  private byte[] signed(Map<String, Object> object) throws Malformed {
    var whole = new HashMap<>(object);
    whole.put("signature", server.sign(Json.canonical(object)));
    return Json.canonical(whole);
  }

  private void enrol() throws IOException, Malformed {
    terminal.assign(
        signed(
            Map.of(
                "serial",
                "S",
                "area",
                "1",
                "groups",
                List.of(),
                "audience",
                "a",
                "version",
                1,
                "serverKey",
                server.publicKey(),
                "poll",
                60_000)),
        0);
  }

  private byte[] programme(String kind, long start) throws Malformed {
    var play =
        Map.<String, Object>of(
            "id",
            "p",
            "item",
            "i",
            "kind",
            kind,
            "rank",
            1,
            "start",
            start,
            "length",
            10_000,
            "end",
            start + 60_000,
            "tolerance",
            5_000,
            "preemption",
            "DROP");
    return signed(
        Map.of(
            "version",
            1,
            "audience",
            "a",
            "revision",
            1,
            "issued",
            NOON,
            "fresh",
            NOON + HOUR,
            "until",
            NOON + 2 * HOUR,
            "items",
            List.of(Map.of("id", "i", "tone", "NONE", "text", "t")),
            "plays",
            List.of(play)));
  }

  private Fields heartbeat(long ticks, long wall) throws Malformed {
    var receipt = Json.read(terminal.receipt(0, 1, ticks, wall));
    return new Fields((Map<?, ?>) receipt.get("heartbeat"));
  }

  @Test
  void goesFromNewToPlaying() throws Exception {
    assertEquals(State.NEW, terminal.state());
    enrol();
    assertEquals(State.ENROLLED, terminal.state());
    assertEquals(Set.of(Flag.OFFLINE, Flag.CLOCK_UNTRUSTED), terminal.flags(0));
    terminal.answered(NOON, 0, 0);
    assertEquals(State.SYNCED, terminal.state());
    assertTrue(terminal.take(programme("DRILL", NOON + 1_000), "", 0));
    assertEquals(State.IDLE, terminal.state());
    assertEquals(1_000, terminal.advance(0));
    terminal.advance(1_000);
    assertEquals(State.PLAYING, terminal.state());
    assertEquals(Set.of(Flag.DRILL), terminal.flags(1_000));
    assertEquals(Set.of(Flag.DRILL, Flag.OFFLINE, Flag.STALE), terminal.flags(HOUR));
  }

  @Test
  void doesNotMindWhoeverSetsTheMachinesClock() throws Exception {
    for (long step : new long[] {HOUR, -HOUR, TEN_YEARS, -TEN_YEARS}) {
      assertEquals(NOON + 5, terminal.now(5).time());
      terminal.answered(NOON, 0, 0);
      assertEquals(NOON + 500, terminal.now(500).time());
      var told = Json.read(terminal.receipt(0, 1, 500, NOON + 500 + step));
      var offset = ((Map<?, ?>) told.get("heartbeat")).get("offset");
      assertEquals(-step, ((Number) offset).longValue());
    }
  }

  @Test
  void soundsNothingThatItCannotWriteDownAndSaysThatItsDiskIsFull() throws Exception {
    enrol();
    terminal.answered(NOON, 0, 0);
    terminal.take(programme("ROUTINE", NOON + 1_000), "", 0);
    disk.fill(true);
    assertThrows(IOException.class, () -> terminal.advance(1_000));
    assertEquals(List.of(), heard);
    assertTrue(terminal.flags(1_000).contains(Flag.FAULT));
    assertTrue(heartbeat(1_000, NOON).texts("flags").contains("FAULT"));
    disk.fill(false);
    terminal.advance(2_000);
    assertEquals(List.of("p@2000"), heard);
    var receipt = new Fields(Json.read(terminal.receipt(0, 1, 2_000, NOON)));
    assertEquals("DISK", receipt.objects("faults").get(0).text("code"));
  }

  @Test
  void countsItsHeartbeatsOnAfterARestart() throws Exception {
    long before = heartbeat(0, NOON).number("count");
    terminal = on(NOON);
    assertTrue(heartbeat(0, NOON).number("count") > before);
  }

  @Test
  void knowsAfterARestartThatItCannotBeEarlier() throws Exception {
    enrol();
    terminal.answered(NOON + HOUR, 0, 0);
    terminal.take(programme("ROUTINE", NOON + 2 * HOUR), "", 0);
    terminal.advance(0);
    terminal = on(0);
    assertEquals(NOON + HOUR, terminal.now(0).time());
    assertEquals(false, terminal.now(0).trusted());
  }

  @Test
  void keepsItsKey() throws Exception {
    var key = terminal.key().publicKey();
    assertEquals(key, on(NOON).key().publicKey());
  }

  @Test
  void tellsTheSameFaultOnceAnHour() throws Exception {
    terminal.fault("DEVICE", "broken", 0);
    terminal.fault("DEVICE", "broken", 1_000);
    terminal.fault("DEVICE", "burnt", 1_000);
    assertEquals(2, terminal.waiting());
    terminal.fault("DEVICE", "broken", HOUR);
    assertEquals(3, terminal.waiting());
  }
}
