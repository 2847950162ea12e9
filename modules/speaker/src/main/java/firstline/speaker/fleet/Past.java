package firstline.speaker.fleet;

import firstline.speaker.journal.Disk;
import firstline.speaker.journal.MemoryDisk;
import firstline.speaker.protocol.Fields;
import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.Malformed;
import firstline.speaker.terminal.Terminal;
import firstline.speaker.terminal.Terminal.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Weeks in which the speakers had no line and got their programmes another way: each lives through
 * them in compressed time, plays, fails, is switched off, and keeps its journal, which it hands in
 * once it is on.
 *
 * <p>Of each speaker a file under its serial: a line with its assignment, then one for each
 * programme if there are any, all as the server signed them. It goes when the speaker has lived
 * through it.
 */
public final class Past {
  private static final long DAY = 86_400_000;
  private static final long HOUR = 3_600_000;

  /** One in so many is switched off on a day. */
  private static final int SWITCHED_OFF = 60;

  /** One in so many cannot speak on a day. */
  private static final int WITHOUT_A_VOICE = 120;

  /** One in so many loses its disk in a month. */
  private static final int LOST_DISKS = 20;

  /** With it on the disk, a speaker has its past. */
  private static final String LAST = "assignment";

  private final Path folder;
  private int speakers;
  private long records;
  private final long began = System.nanoTime();

  /** The past in that folder. */
  public Past(Path folder) {
    this.folder = folder;
  }

  private record Signed(long issued, byte[] bytes) {}

  /** Lets the speaker live on the disk until then; does nothing when it has done so before. */
  void live(String serial, Disk disk, long until) throws IOException {
    var file = folder.resolve(serial);
    if (!Files.exists(file)) {
      return;
    }
    var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (disk.read(LAST).length == 0) {
      var life = new Life(serial, disk.read("key"), lines);
      life.until(until);
      // One flush a file, not one a record: nobody has heard of these yet.
      for (var name : life.disk.names("")) {
        if (!name.equals(LAST)) {
          disk.replace(name, life.disk.read(name));
        }
      }
      disk.replace(LAST, life.disk.read(LAST));
      speakers++;
      records += life.terminal.waiting();
    }
    Files.delete(file);
  }

  /** All have lived through it. */
  void over() throws IOException {
    try (var left = Files.list(folder)) {
      if (left.findAny().isEmpty()) {
        Files.delete(folder);
      }
    }
  }

  /** What there was to live through. */
  Map<String, Object> figures() {
    var line = new LinkedHashMap<String, Object>();
    line.put("lived", speakers);
    line.put("records", records);
    line.put("milliseconds", (System.nanoTime() - began) / 1_000_000);
    return line;
  }

  /** One speaker's; the ticks are the true time, which the simulation alone knows. */
  private static final class Life {
    private final String serial;
    private final Random random;
    private final byte[] key;
    private final byte[] assignment;
    private final List<Signed> programmes = new ArrayList<>();
    private MemoryDisk disk = new MemoryDisk();
    private RoughStage stage;
    private Terminal terminal;
    private int taken;
    private long now;

    Life(String serial, byte[] key, List<String> lines) throws IOException {
      this.serial = serial;
      this.key = key;
      random = new Random(serial.hashCode());
      assignment = lines.get(0).getBytes(StandardCharsets.UTF_8);
      for (var line : lines.subList(1, lines.size())) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        try {
          programmes.add(new Signed(new Fields(Json.read(bytes)).number("issued"), bytes));
        } catch (Malformed e) {
          throw new IOException("no programme of " + serial, e);
        }
      }
      now = programmes.isEmpty() ? Long.MAX_VALUE / 2 : programmes.get(0).issued();
      disk.replace("key", key);
      stage = new RoughStage(random);
      terminal = on();
    }

    private Terminal on() throws IOException {
      stage = new RoughStage(random);
      var speaker =
          new Terminal(
              new Identity(serial, "simulated", Fleet.FIRMWARE, false), disk, stage, now, now);
      speaker.assign(assignment, now);
      // A clock of the village told it the time.
      speaker.answered(now, now, now);
      return speaker;
    }

    void until(long end) throws IOException {
      boolean losesDisk = random.nextInt(LOST_DISKS) == 0;
      for (long day = now; day < end; day += DAY) {
        if (losesDisk && random.nextInt(20) == 0) {
          loseDisk();
          losesDisk = false;
        }
        stage.mute(random.nextInt(WITHOUT_A_VOICE) == 0);
        if (random.nextInt(SWITCHED_OFF) == 0) {
          run(Math.min(end, now + random.nextLong(DAY)));
          dieNearAPlay(Math.min(end, day + DAY));
        }
        run(Math.min(end, day + DAY));
      }
    }

    /** Some at any time, some while they sound. */
    private void dieNearAPlay(long latest) throws IOException {
      if (random.nextInt(3) == 0) {
        while (now < latest && terminal.playing() == null) {
          step(latest);
        }
        run(Math.min(latest, now + 1 + random.nextInt(20_000)));
      }
      now = Math.min(latest, now + HOUR / 4 + random.nextLong(20 * HOUR));
      terminal = on();
    }

    /** A new disk with the old key: what was not handed in is gone for good. */
    private void loseDisk() throws IOException {
      disk = new MemoryDisk();
      disk.replace("key", key);
      terminal = on();
      taken = Math.max(0, taken - 1);
    }

    private void run(long end) throws IOException {
      while (now < end) {
        step(end);
      }
    }

    private void step(long end) throws IOException {
      while (taken < programmes.size() && programmes.get(taken).issued() <= now) {
        terminal.take(programmes.get(taken++).bytes(), "", now);
      }
      long next = Math.min(terminal.advance(now), stage.doneAt());
      if (taken < programmes.size()) {
        next = Math.min(next, programmes.get(taken).issued());
      }
      now = Math.min(end, Math.max(now + 1, next));
    }
  }
}
