package firstline.speaker.playing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.speaker.clock.ServerClock;
import firstline.speaker.journal.Journal;
import firstline.speaker.journal.MemoryDisk;
import firstline.speaker.protocol.Programme;
import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Play;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One speaker in compressed time, with a true time that only the simulation knows. It checks at
 * each step what must never happen, and gathers what the server would have.
 */
final class Simulation {
  /** One record as the server has it. */
  record Received(String play, String event, long at, long heard, String reason) {}

  /** A process that dies between two writes. */
  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final class CrashingDisk extends MemoryDisk {
    private int writesToLive = Integer.MAX_VALUE;

    @Override
    public void append(String name, byte[] bytes) throws IOException {
      if (writesToLive-- == 0) {
        if (random.nextBoolean()) {
          super.append(name, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        }
        throw new Died();
      }
      super.append(name, bytes);
      var text = new String(bytes, StandardCharsets.UTF_8);
      if (text.contains("\"STARTED\"")) {
        startedOnDisk.add(text.replaceAll("(?s).*\"play\":\"([^\"]*)\".*", "$1"));
      }
    }
  }

  private final class VirtualStage implements Stage {
    private @Nullable Play sounding;
    private long doneAt;
    private long since;
    private boolean broken;

    @Override
    public Readiness readiness(Item item, long ticks) {
      return missing.contains(item.id()) ? Readiness.MEDIA_MISSING : Readiness.READY;
    }

    @Override
    public void begin(Play play, Item item, long from, long ticks) {
      assertEquals(null, sounding, "two at once");
      assertTrue(startedOnDisk.contains(play.id()), "a sound before STARTED is on the disk");
      if (begun.add(play.id())) {
        assertTrue(!trusted() || now >= play.start(), "too early");
        assertTrue(
            !trusted()
                || play.kind() == Programme.Kind.EMERGENCY
                || now <= play.start() + play.tolerance(),
            "beyond the tolerance");
        livesBegun.put(play.id(), life);
      }
      assertEquals(life, livesBegun.get(play.id()), "begun again after a restart");
      sounding = play;
      since = now;
      doneAt = ticks + Math.max(1, play.length() - from);
      broken = random.nextInt(40) == 0;
    }

    @Override
    public void stop(long ticks) {
      if (sounding != null) {
        sounded.merge(sounding.id(), now - since, Long::sum);
        sounding = null;
      }
    }

    @Override
    public Sounding sounding(long ticks) {
      if (sounding == null) {
        throw new IllegalStateException("nothing was begun");
      }
      if (ticks < doneAt) {
        return Sounding.SOUNDING;
      }
      stop(ticks);
      return broken ? Sounding.BROKEN : Sounding.DONE;
    }
  }

  final Random random;
  boolean wasFull;
  final Map<String, Long> sounded = new HashMap<>();
  final Set<String> missing = new HashSet<>();
  final List<Received> received = new ArrayList<>();

  private final Set<String> startedOnDisk = new HashSet<>();
  private final Set<String> begun = new HashSet<>();
  private final Map<String, Integer> livesBegun = new HashMap<>();
  private final Set<String> sequences = new HashSet<>();
  private final CrashingDisk disk = new CrashingDisk();
  private VirtualStage stage = new VirtualStage();
  private ServerClock clock = new ServerClock(0, 0, 0, false);
  private @Nullable Journal journal;
  private @Nullable Player player;
  private @Nullable Programme programme;
  private long now;
  private long booted;
  private long base;
  private int life;

  Simulation(Random random, long now) throws IOException {
    this.random = random;
    this.now = now;
    boot(true);
  }

  private long ticks() {
    return base + now - booted;
  }

  private boolean trusted() {
    return clock.trusted();
  }

  /** Switches the speaker on; its own clock shows anything. */
  private void boot(boolean online) throws IOException {
    life++;
    booted = now;
    base = random.nextInt(1_000_000);
    long wrong =
        switch (random.nextInt(4)) {
          case 0 -> 3_600_000L;
          case 1 -> -315_000_000_000L;
          case 2 -> 315_000_000_000L;
          default -> 0L;
        };
    clock = new ServerClock(ticks(), Math.max(0, now + wrong), 0, false);
    stage = new VirtualStage();
    journal = new Journal(disk);
    player = new Player(journal, stage, ticks());
    if (online) {
      sync();
    }
    if (programme != null) {
      clock.notBefore(programme.issued(), ticks());
      player.accept(programme);
    }
  }

  void sync() {
    clock.answered(now, ticks(), ticks());
  }

  /** The process dies at once, and comes back after that time. */
  void crash(long away, boolean online) throws IOException {
    stage.stop(ticks());
    now += away;
    disk.writesToLive = Integer.MAX_VALUE;
    boot(online);
  }

  void dieAtWrite(int writes) {
    disk.writesToLive = writes;
  }

  void fillDisk(boolean full) {
    disk.fill(full);
    wasFull |= full;
  }

  void mute(boolean muted) {
    player().mute(muted);
  }

  void accept(Programme next) throws IOException {
    step();
    programme = next;
    player().accept(next);
  }

  long now() {
    return now;
  }

  private Player player() {
    return java.util.Objects.requireNonNull(player);
  }

  /** Runs until that time, in the steps that the player asks for. */
  void runUntil(long time) throws IOException {
    while (now < time) {
      long next = step();
      if (stage.sounding != null) {
        next = Math.min(next, Math.max(ticks() + 1, stage.doneAt));
      }
      now = Math.min(time, now + Math.max(1, next - ticks()));
    }
    step();
  }

  private long step() throws IOException {
    var moment = new Moment(clock.at(ticks()), ticks(), clock.trusted());
    try {
      player().advance(moment);
      check(moment);
      hand();
    } catch (IOException full) {
      return ticks() + 3_000;
    } catch (Died died) {
      crash(random.nextInt(20_000), random.nextInt(4) > 0);
      return ticks() + 1;
    }
    return player().next(moment);
  }

  /** What must hold after each step, on an undisturbed disk. */
  private void check(Moment moment) {
    var held = programme;
    var sounds = player().playing();
    if (held == null || sounds == null || stage.sounding == null) {
      return;
    }
    if (sounds.kind().heedsQuiet()) {
      assertTrue(moment.trusted(), "routine without a time");
      assertTrue(
          held.quiet().stream().noneMatch(quiet -> quiet.from() <= now && now < quiet.until()),
          "routine in a quiet window");
    }
    assertTrue(!held.withdrawn().contains(sounds.id()), "a withdrawn play sounds");
    if (moment.trusted()) {
      assertTrue(now < sounds.end() + 1_000, "beyond its end");
      for (var play : held.plays()) {
        assertTrue(
            !play.strongerThan(sounds)
                || play.start() > now
                || now >= play.end()
                || missing.contains(play.item())
                || java.util.Objects.requireNonNull(journal).knows(play.id()),
            "something stronger is due");
      }
    }
  }

  /** Hands in, with losses: what is not acknowledged comes again. */
  private void hand() throws IOException {
    var open = java.util.Objects.requireNonNull(journal);
    if (random.nextInt(4) > 0) {
      return;
    }
    long last = 0;
    for (var record : open.waiting(200).records()) {
      last = ((Number) record.get("sequence")).longValue();
      if (sequences.add(open.id() + last)) {
        received.add(
            new Received(
                (String) record.get("play"),
                (String) record.get("event"),
                ((Number) record.get("at")).longValue(),
                ((Number) record.get("heard")).longValue(),
                (String) record.get("reason")));
      }
    }
    if (last > 0 && random.nextBoolean()) {
      try {
        open.acknowledge(last, 0, play -> true);
      } catch (IOException full) {
        // It is acknowledged again later.
      }
    }
  }

  /** Hands in all that is left. */
  void finish() throws IOException {
    for (int i = 0; i < 60; i++) {
      hand();
    }
  }
}
