package firstline.speaker.fleet;

import firstline.speaker.journal.Disk;
import firstline.speaker.journal.FileDisk;
import firstline.speaker.journal.MemoryDisk;
import firstline.speaker.network.Conversation;
import firstline.speaker.network.Conversation.Surroundings;
import firstline.speaker.network.Line;
import firstline.speaker.network.Machine;
import firstline.speaker.programme.Known;
import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.Programme.Kind;
import firstline.speaker.protocol.Programme.Play;
import firstline.speaker.terminal.Flag;
import firstline.speaker.terminal.State;
import firstline.speaker.terminal.Terminal;
import firstline.speaker.terminal.Terminal.Identity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many speakers in one process, in real time over HTTP: each has its own key, journal and
 * conversation, and shares threads and connections with the others. They are silent.
 */
public final class Fleet {
  static final String FIRMWARE = "firstline-speaker 1.0";

  private static final long HOUR = 3_600_000;
  private static final long TEN_YEARS = 315_576_000_000L;

  /** The longest that a killed one is away, in milliseconds. */
  private static final int RESTART = 5_000;

  /** How many share a selector and a pool of connections, whose cost grows with what it holds. */
  private static final int PART = 1_000;

  /** Milliseconds between two that are switched on. */
  private static final long PACE = 2;

  /** Bytes that are left on a disk that is not full. */
  private static final long ROOM = 1L << 30;

  /** How long those that are off have been off for, but for the moment in which they are seen. */
  private static final long GONE = 10 * 24 * HOUR;

  /** Milliseconds after which the ill ones fall ill. */
  private static final int SEEN = 30_000;

  /** What a line of the file of codes names. */
  public record Named(String serial, String code) {}

  /**
   * What goes wrong, in per cent: of all messages, and of the speakers each minute.
   *
   * @param fullDisks disks that fill up, and are emptied a minute later
   * @param ill speakers of which a part is off, a part muted, of a wrong clock or a full disk, for
   *     good
   * @param asleep no wake-up comes through, and all that is new is found by polling
   */
  public record Faults(
      int linkLoss, int kills, int clockSteps, int fullDisks, int ill, boolean asleep) {}

  /** The disk of the speaker with the serial. */
  @FunctionalInterface
  public interface Disks {
    Disk of(String serial) throws IOException;
  }

  private final URI server;
  private final List<HttpClient> lines;
  private final @Nullable Past past;
  private final Machine machine;
  private final Faults faults;
  private final ScheduledExecutorService timer;
  private final Consumer<String> out;
  private final Random random = new Random();
  private final Known known = new Known(PART);
  private final List<Member> members = new ArrayList<>();
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong killed = new AtomicLong();
  private final AtomicLong troubles = new AtomicLong();
  private final List<Long> delays = new ArrayList<>();

  /**
   * A fleet that is off.
   *
   * @param line makes the way to the server of one part of the fleet, from its number on
   * @param disks where the speakers live
   * @param past what they live through before they are switched on; null: nothing
   * @param out takes a line of JSON every ten seconds
   */
  public Fleet(
      URI server,
      IntFunction<HttpClient> line,
      List<Named> speakers,
      Disks disks,
      @Nullable Past past,
      Machine machine,
      Faults faults,
      ScheduledExecutorService timer,
      Consumer<String> out)
      throws IOException {
    this.server = server;
    lines = IntStream.rangeClosed(0, speakers.size() / PART).mapToObj(line).toList();
    this.past = past;
    this.machine = machine;
    this.faults = faults;
    this.timer = timer;
    this.out = out;
    for (var speaker : speakers) {
      var illness = Illness.of(members.size(), faults.ill());
      var disk = new FaultyDisk(disks.of(speaker.serial()));
      var http = lines.get(members.size() / PART);
      members.add(new Member(speaker.serial(), speaker.code(), disk, illness, http));
    }
  }

  /** Speakers that are gone with the process. */
  public static Disks inMemory() {
    return serial -> new MemoryDisk();
  }

  /** Speakers that live on in a folder each. */
  public static Disks in(Path home) {
    return serial -> new FileDisk(home.resolve(folder(serial)));
  }

  /** Speakers as they stand in the folders; what becomes of them is gone with the process. */
  public static Disks copied(Path home) {
    return serial -> {
      var kept = new FileDisk(home.resolve(folder(serial)));
      var copy = new MemoryDisk();
      for (var name : kept.names("")) {
        copy.replace(name, kept.read(name));
      }
      return copy;
    };
  }

  /** Reads lines of {@code serial,code}; others are passed over. */
  public static List<Named> speakers(List<String> lines) {
    return lines.stream()
        .map(line -> line.strip().split("\\s*,\\s*", -1))
        .filter(parts -> parts.length >= 2 && !parts[0].isEmpty() && !parts[1].isEmpty())
        .map(parts -> new Named(parts[0], parts[1]))
        .toList();
  }

  static String folder(String serial) {
    return serial.replaceAll("[^A-Za-z0-9_-]", "_");
  }

  /** Switches all on, a few at a time, and lets the faults begin. */
  public void start() {
    if (past == null) {
      for (int i = 0; i < members.size(); i++) {
        var member = members.get(i);
        timer.schedule(() -> on(member), i * PACE, TimeUnit.MILLISECONDS);
      }
    } else {
      var history = past;
      new Thread(() -> relive(history), "past").start();
    }
    timer.scheduleWithFixedDelay(this::report, 10, 10, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(this::harm, 1, 1, TimeUnit.SECONDS);
  }

  /** Whoever has lived through it is on while the others still do. */
  private void relive(Past history) {
    for (var member : members) {
      try {
        long gone = member.illness == Illness.OFF ? GONE : 0;
        history.live(member.serial, member.disk, machine.wall().getAsLong() - gone);
        timer.execute(() -> on(member));
      } catch (IOException e) {
        trouble(member, "past: " + e.getMessage());
      }
    }
    try {
      history.over();
    } catch (IOException e) {
      out.accept("past: " + e.getMessage());
    }
    out.accept(Json.text(history.figures()));
  }

  private void on(Member member) {
    try {
      var own = machine.with(() -> machine.wall().getAsLong() + member.wallOffset.get());
      var terminal =
          new Terminal(
              new Identity(member.serial, "simulated", FIRMWARE, false),
              member.disk,
              new SilentStage(play -> note(member, play)),
              known,
              own.ticks().getAsLong(),
              own.wall().getAsLong());
      var conversation =
          new Conversation(
              terminal,
              member.http,
              server,
              member.code,
              timer,
              own,
              random,
              new Line(faults.linkLoss() / 100.0, !faults.asleep()),
              new Surroundings(
                  programme -> {},
                  (code, detail) -> trouble(member, code + ": " + detail),
                  () -> member.disk.full() ? 0 : ROOM));
      member.on(terminal, conversation);
      conversation.start();
      fall(member, terminal);
    } catch (IOException e) {
      trouble(member, "disk: " + e.getMessage());
      after(10_000, () -> on(member));
    }
  }

  /** Once it has been seen well. */
  private void fall(Member member, Terminal terminal) {
    switch (member.illness) {
      case NONE -> {}
      case OFF -> after(SEEN, member::kill);
      case MUTED -> {
        synchronized (terminal) {
          terminal.tell(Flag.MUTED, true);
        }
      }
      case CLOCK -> member.wallOffset.set(HOUR);
      case FULL_DISK -> after(SEEN, () -> member.disk.fill(true));
    }
  }

  private void trouble(Member member, String line) {
    if (troubles.incrementAndGet() <= 10) {
      out.accept(member.serial + ": " + line);
    }
  }

  /** Once a play, however often it is repeated. */
  private void note(Member member, Play play) {
    if (!member.begins(play.id())) {
      return;
    }
    begun.incrementAndGet();
    if (play.kind() == Kind.EMERGENCY) {
      synchronized (delays) {
        delays.add(machine.wall().getAsLong() - play.start());
      }
    }
  }

  /** A sixtieth of what a minute brings. */
  private void harm() {
    for (var member : members) {
      if (strikes(faults.kills())) {
        killed.incrementAndGet();
        member.kill();
        after(random.nextInt(RESTART), () -> on(member));
      }
      if (strikes(faults.clockSteps())) {
        member.wallOffset.set(
            (random.nextBoolean() ? HOUR : TEN_YEARS) * (random.nextBoolean() ? 1 : -1));
      }
      if (strikes(faults.fullDisks()) && member.illness != Illness.FULL_DISK) {
        member.disk.fill(true);
        after(60_000, () -> member.disk.fill(false));
      }
    }
  }

  private boolean strikes(int perCentPerMinute) {
    return perCentPerMinute > 0
        && random.nextDouble() < perCentPerMinute * machine.speed() / 6_000.0;
  }

  /** Later, by the speakers' time; milliseconds. */
  private void after(long wait, Runnable task) {
    timer.schedule(task, machine.micros(wait), TimeUnit.MICROSECONDS);
  }

  private void report() {
    var revisions = new TreeMap<Long, Integer>();
    int enrolled = 0;
    int trusted = 0;
    int playing = 0;
    int waiting = 0;
    for (var member : members) {
      var terminal = member.terminal();
      if (terminal == null) {
        continue;
      }
      synchronized (terminal) {
        enrolled += terminal.enrolled() ? 1 : 0;
        trusted += terminal.now(machine.ticks().getAsLong()).trusted() ? 1 : 0;
        playing += terminal.state() == State.PLAYING ? 1 : 0;
        waiting += terminal.waiting();
        revisions.merge(terminal.revision(), 1, Integer::sum);
      }
    }
    var line = new LinkedHashMap<String, Object>();
    line.put("speakers", members.size());
    line.put("enrolled", enrolled);
    line.put("trusted", trusted);
    line.put("playing", playing);
    line.put("begun", begun.get());
    line.put("unacknowledged", waiting);
    line.put("killed", killed.get());
    line.put("troubles", troubles.get());
    line.put("revisions", revisions.size());
    line.putAll(emergencies());
    out.accept(Json.text(line));
  }

  /** Milliseconds from the start of an emergency's play to its STARTED, since the last report. */
  private Map<String, Object> emergencies() {
    synchronized (delays) {
      if (delays.isEmpty()) {
        return Map.of();
      }
      var sorted = delays.stream().sorted().toList();
      delays.clear();
      return Map.of(
          "emergencies", sorted.size(),
          "p50", sorted.get(sorted.size() / 2),
          "p99", sorted.get(sorted.size() * 99 / 100),
          "longest", sorted.get(sorted.size() - 1));
    }
  }
}
