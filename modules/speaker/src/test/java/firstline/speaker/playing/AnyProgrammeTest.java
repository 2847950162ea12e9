package firstline.speaker.playing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.speaker.journal.Event;
import firstline.speaker.playing.Simulation.Received;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Twenty thousand random programmes, with all that can happen to a speaker in a village. */
class AnyProgrammeTest {
  private static final int PROGRAMMES = 20_000;
  private static final long MIDNIGHT = 1_769_356_800_000L;

  private final Map<String, Integer> seen = new ConcurrentHashMap<>();

  @Test
  void hasExactlyOneEndForEachPlayWhateverHappens() {
    IntStream.range(0, PROGRAMMES).parallel().forEach(this::run);
    // The generator reaches every end and every reason that a simulated speaker can have.
    for (var kind :
        "FINISHED PRE_EMPTED/STRONGER PRE_EMPTED/SLOT_OVER PRE_EMPTED/WITHDRAWN SKIPPED/LATE SKIPPED/QUIET SKIPPED/MUTED SKIPPED/WITHDRAWN SKIPPED/WEAKER SKIPPED/CLOCK_UNTRUSTED FAILED/DEVICE FAILED/MEDIA_MISSING INTERRUPTED/CRASH"
            .split(" ", -1)) {
      assertTrue(seen.getOrDefault(kind, 0) >= 50, kind + " in " + seen);
    }
  }

  private void run(int seed) {
    try {
      run(new Random(seed));
    } catch (AssertionError | IllegalStateException | IOException e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  private void run(Random random) throws IOException {
    long from = MIDNIGHT - random.nextInt(20) * 60_000L;
    var simulation = new Simulation(random, from);
    var programme =
        Programmes.of(
            1,
            Programmes.plays(random, from, 0, 1 + random.nextInt(10)),
            Programmes.quiet(random, from),
            Set.of());
    var due = new HashSet<String>();
    programme.plays().stream()
        .filter(play -> random.nextInt(15) == 0)
        .forEach(play -> simulation.missing.add(play.item()));
    simulation.accept(programme);
    int next = 100;
    for (int i = random.nextInt(8); i > 0; i--) {
      simulation.runUntil(simulation.now() + random.nextInt(400) * 1_000L + random.nextInt(1_000));
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> {
          programme = Programmes.revised(random, programme, simulation.now(), next += 100);
          simulation.accept(programme);
        }
        case 3 -> simulation.crash(random.nextInt(200_000), random.nextInt(3) > 0);
        case 4 -> simulation.dieAtWrite(random.nextInt(6));
        case 5 -> simulation.fillDisk(random.nextBoolean());
        case 6 -> simulation.mute(random.nextBoolean());
        default -> simulation.sync();
      }
    }
    simulation.dieAtWrite(Integer.MAX_VALUE);
    simulation.fillDisk(false);
    simulation.sync();
    simulation.runUntil(simulation.now() + 10_000_000);
    simulation.finish();
    programme.plays().forEach(play -> due.add(play.id()));
    judge(simulation, due);
  }

  private void judge(Simulation simulation, Set<String> due) {
    var ends = new HashMap<String, Received>();
    var started = new HashSet<String>();
    for (var record : simulation.received) {
      var play = record.play();
      assertTrue(!ends.containsKey(play), "something after the end of " + play);
      if (record.event().equals("STARTED")) {
        assertTrue(started.add(play), "started twice: " + play);
      } else if (Event.valueOf(record.event()).ends()) {
        ends.put(play, record);
        var kind = record.event() + (record.reason().isEmpty() ? "" : "/" + record.reason());
        seen.merge(kind, 1, Integer::sum);
        judge(record, started.contains(play), simulation);
      }
    }
    for (var play : due) {
      assertTrue(ends.containsKey(play), "no end of " + play);
    }
    assertTrue(ends.keySet().containsAll(started), "started and never ended");
  }

  private static void judge(Received end, boolean started, Simulation simulation) {
    switch (end.event()) {
      case "FINISHED", "PRE_EMPTED", "INTERRUPTED" -> assertTrue(started, end + " of nothing");
      case "SKIPPED" -> assertTrue(!started, end + " after a start");
      default -> {}
    }
    long sounded = simulation.sounded.getOrDefault(end.play(), 0L);
    if (end.event().equals("INTERRUPTED")) {
      assertTrue(end.heard() <= sounded, end + " invents; " + sounded);
      // Marks cannot be written to a full disk.
      assertTrue(
          end.heard() >= sounded - 6_000 || simulation.wasFull, end + " forgets; " + sounded);
    } else {
      assertEquals(sounded, end.heard(), end.toString());
    }
  }
}
