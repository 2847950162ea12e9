package firstline.speaker.terminal;

import firstline.speaker.clock.ServerClock;
import firstline.speaker.journal.Disk;
import firstline.speaker.journal.Journal;
import firstline.speaker.playing.Moment;
import firstline.speaker.playing.Player;
import firstline.speaker.playing.Stage;
import firstline.speaker.programme.Holding;
import firstline.speaker.programme.Known;
import firstline.speaker.programme.Refused;
import firstline.speaker.protocol.Fields;
import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.Malformed;
import firstline.speaker.protocol.Programme;
import firstline.speaker.protocol.Programme.Kind;
import firstline.speaker.protocol.Programme.Play;
import firstline.speaker.protocol.SpeakerKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One speaker, without threads and without a network: whoever drives it tells it the ticks
 * (monotonic milliseconds) and the machine's time, and carries its messages. It lives on its disk:
 * another one on the same disk goes on where this one stopped. Not safe for several threads.
 */
public final class Terminal {
  /** A batch of receipts holds no more. */
  public static final int BATCH = 200;

  private static final long SAME_FAULT = 3_600_000;
  private static final long TIME_KEPT = 600_000;
  private static final int COUNTS = 1_000;

  /** What does not change while it runs. */
  public record Identity(String serial, String model, String firmware, boolean batteryClock) {}

  private final Identity identity;
  private final Disk disk;
  private final SpeakerKey key;
  private final Journal journal;
  private final Holding holding;
  private final ServerClock clock;
  private final Player player;
  private final Map<String, Long> faults = new HashMap<>();
  private final Set<Flag> told = EnumSet.noneOf(Flag.class);
  private long faultUntil = Long.MIN_VALUE;

  /** Why the disk could not be written, until it can be written down. */
  private String unwritten = "";

  private long timeKept;
  private long lastAnswer = Long.MIN_VALUE;
  private long count;
  private long counted;

  /** Opens the speaker that lives on the disk, or makes a new one there. */
  public Terminal(Identity identity, Disk disk, Stage stage, long ticks, long wall)
      throws IOException {
    this(identity, disk, stage, new Known(1), ticks, wall);
  }

  /**
   * One of many in this process.
   *
   * @param known is shared by them
   */
  public Terminal(Identity identity, Disk disk, Stage stage, Known known, long ticks, long wall)
      throws IOException {
    this.identity = identity;
    this.disk = disk;
    key = key(disk);
    timeKept = number(disk, "time");
    clock = new ServerClock(ticks, wall, timeKept, identity.batteryClock());
    count = number(disk, "count");
    counted = count;
    journal = new Journal(disk);
    player = new Player(journal, stage, ticks);
    holding = new Holding(disk, identity.serial(), known);
    if (journal.damaged()) {
      fault("JOURNAL_DAMAGED", journal.id(), ticks);
    }
    try {
      holding.open();
    } catch (Refused e) {
      fault(e.code().name(), "disk: " + e.detail(), ticks);
    }
    accept(ticks);
  }

  private static SpeakerKey key(Disk disk) throws IOException {
    var kept = disk.read("key");
    try {
      if (kept.length > 0) {
        return SpeakerKey.of(kept);
      }
    } catch (Malformed e) {
      throw new IOException("the file with the speaker's key is damaged", e);
    }
    var made = SpeakerKey.make();
    disk.replace("key", made.keep());
    return made;
  }

  private static long number(Disk disk, String name) throws IOException {
    var kept = disk.read(name);
    try {
      return kept.length == 0 ? 0 : new Fields(Json.read(kept)).number("value");
    } catch (Malformed e) {
      return 0;
    }
  }

  private void keep(String name, long value) throws IOException {
    disk.replace(name, ("{\"value\":" + value + '}').getBytes(StandardCharsets.US_ASCII));
  }

  private void accept(long ticks) {
    var programme = holding.programme();
    if (programme != null) {
      clock.notBefore(programme.issued(), ticks);
      player.accept(programme);
    }
  }

  /**
   * Does all that is due.
   *
   * @return the ticks by which to call again, unless the stage is done before
   * @throws IOException when the disk cannot be written: nothing new sounds, and the next call
   *     tries the same again
   */
  public long advance(long ticks) throws IOException {
    var now = now(ticks);
    try {
      player.advance(now);
      if (clock.trusted() && now.time() - timeKept > TIME_KEPT) {
        keep("time", now.time());
        timeKept = now.time();
      }
      if (!unwritten.isEmpty()) {
        fault("DISK", unwritten, ticks);
        unwritten = "";
      }
    } catch (IOException e) {
      faultUntil = ticks + 60_000;
      unwritten = String.valueOf(e.getMessage());
      throw e;
    }
    return player.next(now);
  }

  /** The moment at those ticks. */
  public Moment now(long ticks) {
    return new Moment(clock.at(ticks), ticks, clock.trusted());
  }

  /** Any answer of the server: its time, and the ticks before and after. */
  public void answered(long server, long before, long after) {
    clock.answered(server, before, after);
    lastAnswer = after;
  }

  /** Takes the answer to an enrolment, or a newer assignment. */
  public void assign(byte[] bytes, long ticks) throws IOException {
    try {
      var before = holding.programme();
      if (holding.assign(bytes) && before != null && holding.programme() == null) {
        player.release(now(ticks));
      }
    } catch (Refused e) {
      fault(e.code().name(), e.detail(), ticks);
    }
  }

  /**
   * Takes a programme, however it came.
   *
   * @return whether it is another one than before
   */
  public boolean take(byte[] bytes, String etag, long ticks) throws IOException {
    // What the programme before says of the time until now is settled first.
    player.advance(now(ticks));
    try {
      if (holding.take(bytes, etag)) {
        accept(ticks);
        return true;
      }
    } catch (Refused e) {
      fault(e.code().name(), e.detail(), ticks);
    }
    return false;
  }

  /** Reports a fault, the same one once an hour; on a full disk it is only a flag. */
  public void fault(String code, String detail, long ticks) {
    faultUntil = ticks + 60_000;
    var name = code + ' ' + detail;
    var before = faults.get(name);
    if (before != null && ticks - before < SAME_FAULT) {
      return;
    }
    try {
      journal.fault(code, clock.at(ticks), shortened(detail));
      faults.values().removeIf(at -> ticks - at >= SAME_FAULT);
      faults.put(name, ticks);
    } catch (IOException e) {
      faultUntil = ticks + SAME_FAULT;
    }
  }

  private static String shortened(String detail) {
    return detail.codePointCount(0, detail.length()) > 200
        ? detail.substring(0, detail.offsetByCodePoints(0, 200))
        : detail;
  }

  /** The speaker is switched off in good order. */
  public void stop(long ticks) throws IOException {
    player.stop(now(ticks));
  }

  /** Sets or clears what the driver knows: MEDIA_MISSING, MUTED. */
  public void tell(Flag flag, boolean on) {
    if (on) {
      told.add(flag);
    } else {
      told.remove(flag);
    }
    player.mute(told.contains(Flag.MUTED));
  }

  public State state() {
    if (holding.assignment() == null) {
      return State.NEW;
    }
    if (player.playing() != null) {
      return State.PLAYING;
    }
    if (holding.programme() != null) {
      return State.IDLE;
    }
    return clock.trusted() ? State.SYNCED : State.ENROLLED;
  }

  public Set<Flag> flags(long ticks) {
    var flags = EnumSet.copyOf(told.isEmpty() ? EnumSet.noneOf(Flag.class) : told);
    var playing = player.playing();
    var programme = holding.programme();
    if (lastAnswer == Long.MIN_VALUE || ticks - lastAnswer > 3 * poll()) {
      flags.add(Flag.OFFLINE);
    }
    if (!clock.trusted()) {
      flags.add(Flag.CLOCK_UNTRUSTED);
    }
    if (ticks < faultUntil) {
      flags.add(Flag.FAULT);
    }
    if (playing != null && playing.kind() == Kind.DRILL) {
      flags.add(Flag.DRILL);
    }
    if (programme != null && clock.trusted() && clock.at(ticks) >= programme.fresh()) {
      flags.add(Flag.STALE);
    }
    return flags;
  }

  /** Milliseconds between two polls. */
  public long poll() {
    var programme = holding.programme();
    var assignment = holding.assignment();
    return programme != null ? programme.poll() : assignment != null ? assignment.poll() : 60_000;
  }

  /** Milliseconds within which receipts are handed in. */
  public long spread() {
    var programme = holding.programme();
    return programme == null ? Programme.SPREAD : programme.spread();
  }

  public Identity identity() {
    return identity;
  }

  public SpeakerKey key() {
    return key;
  }

  public boolean enrolled() {
    return holding.assignment() != null;
  }

  /** The version of the assignment held, 0 without one. */
  public long assigned() {
    var assignment = holding.assignment();
    return assignment == null ? 0 : assignment.version();
  }

  public @Nullable Programme programme() {
    return holding.programme();
  }

  public String etag() {
    return holding.etag();
  }

  /** The revision held, 0 without a programme. */
  public long revision() {
    var programme = holding.programme();
    return programme == null ? 0 : programme.revision();
  }

  public @Nullable Play playing() {
    return player.playing();
  }

  /** How many records and faults the server does not have yet. */
  public int waiting() {
    return journal.waiting();
  }

  /**
   * The body of a receipt: a heartbeat and what the server does not have yet.
   *
   * @param free bytes that are left on the disk
   */
  public byte[] receipt(int volume, long free, long ticks, long wall) {
    var batch = journal.waiting(BATCH);
    var heartbeat = new LinkedHashMap<String, Object>();
    heartbeat.put("count", nextCount());
    heartbeat.put("at", clock.at(ticks));
    heartbeat.put("offset", clock.offset(ticks, wall));
    heartbeat.put("trusted", clock.trusted());
    heartbeat.put("revision", revision());
    heartbeat.put("state", state().name());
    heartbeat.put("flags", flags(ticks).stream().map(Flag::name).toList());
    heartbeat.put("volume", volume);
    heartbeat.put("free", free);
    heartbeat.put("firmware", identity.firmware());
    try {
      return Json.canonical(
          Map.of(
              "serial", identity.serial(),
              "journal", journal.id(),
              "heartbeat", heartbeat,
              "records", batch.records(),
              "faults", batch.faults()));
    } catch (Malformed e) {
      throw new IllegalStateException("what this program writes has a canonical form", e);
    }
  }

  /** It rises over restarts too, and is written once in a thousand. */
  private long nextCount() {
    if (count >= counted) {
      try {
        keep("count", count + COUNTS);
        counted = count + COUNTS;
      } catch (IOException e) {
        // A full disk has to be told to the server, with a count that is not kept.
        return ++count;
      }
    }
    return ++count;
  }

  /**
   * Takes the answer to a receipt.
   *
   * @return the newest version of the assignment
   */
  public long acknowledged(byte[] bytes, long ticks) throws IOException, Malformed {
    var fields = new Fields(Json.read(bytes));
    if (fields.text("journal").equals(journal.id())) {
      var held = holding.programme();
      journal.acknowledge(
          fields.number("acknowledged"),
          clock.trusted() ? clock.at(ticks) : 0,
          play -> held != null && held.plays().stream().anyMatch(each -> each.id().equals(play)));
    }
    return fields.number("assignment", assigned());
  }
}
