package firstline.broadcast.faults;

import firstline.broadcast.quiet.Span;
import firstline.speaker.playing.Stage;
import firstline.speaker.protocol.Malformed;
import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Kind;
import firstline.speaker.protocol.Programme.Play;
import firstline.speaker.protocol.SpeakerKey;
import firstline.speaker.terminal.Terminal;
import firstline.speaker.terminal.Terminal.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A real terminal in compressed time: its own key, journal, clock and programme; what carries its
 * messages is this class instead of the conversation. The time given is the true one, which is the
 * server's.
 */
final class Simulated implements Comparable<Simulated> {
  private static final long HOUR = 3_600_000;

  /** How long a record waits for others at most, in milliseconds: one flush for all of them. */
  private static final int GATHERING = 90_000;

  private static final long TEN_YEARS = 315_576_000_000L;
  private static final long[] CLOCKS = {0, HOUR, -HOUR, TEN_YEARS, -TEN_YEARS};

  private final class SilentStage implements Stage {
    private @Nullable Play sounding;
    private long doneAt;

    @Override
    public Readiness readiness(Item item, long ticks) {
      return Readiness.READY;
    }

    @Override
    public void begin(Play play, Item item, long from, long ticks) {
      if (sounding != null) {
        observed.wrong(serial + " sounds twice at once, " + play.id());
      }
      var before = begun.putIfAbsent(play.id(), life);
      if (before == null) {
        observed.starts++;
        if (now < play.start()
            || (play.kind() != Kind.EMERGENCY && now > play.start() + play.tolerance())) {
          observed.wrong(serial + " began " + play.id() + " at " + (now - play.start()) + " ms");
        }
      } else if (before != life) {
        observed.wrong(serial + " played " + play.id() + " twice");
      }
      long rest = Math.max(1, play.length() - from);
      if (play.kind().heedsQuiet() && Span.anyMeets(quiet, now, now + rest)) {
        observed.wrong(serial + " breaks the quiet with " + play.id());
      }
      sounding = play;
      doneAt = ticks + rest;
    }

    @Override
    public void stop(long ticks) {
      sounding = null;
    }

    @Override
    public Sounding sounding(long ticks) {
      if (ticks < doneAt) {
        return Sounding.SOUNDING;
      }
      sounding = null;
      return Sounding.DONE;
    }
  }

  final String serial;

  /** When its village is quiet, whatever the programme says; merged. */
  List<Span> quiet = List.of();

  final SpeakerKey key = SpeakerKey.make();
  private final CrashingDisk disk;
  private final Observed observed;
  private final Random random;
  private final Map<String, Integer> begun = new HashMap<>();
  private byte[] assignment = {};
  private SilentStage stage = new SilentStage();
  private @Nullable Terminal terminal;
  private String ticket = "";
  private long ticketUntil;
  private long booted;
  private long base;
  private long offUntil;
  private long due;
  private long pollAt;
  private long handAt;
  private long emptyAt = Long.MAX_VALUE;
  private long backOff;
  private int life;
  private long now;

  /** When it is to be looked at next; who changes it takes the speaker out of the queue before. */
  long next;

  Simulated(String serial, Observed observed, Random random) throws IOException {
    this.serial = serial;
    this.observed = observed;
    this.random = random;
    disk = new CrashingDisk(serial, observed, random);
    disk.replace("key", key.keep());
  }

  @Override
  public int compareTo(Simulated other) {
    return next != other.next ? Long.compare(next, other.next) : serial.compareTo(other.serial);
  }

  void assign(byte[] bytes) {
    assignment = bytes;
  }

  /** Its power comes back then. */
  void off(long time, long until) {
    now = time;
    stage.stop(0);
    terminal = null;
    offUntil = until;
    next = until;
  }

  /** It dies at once, or in the middle of one of its next writes. */
  void kill(long time) {
    observed.kills++;
    if (random.nextBoolean() && terminal != null) {
      disk.dieAtWrite(random.nextInt(3));
    } else {
      off(time, time + 1_000 + random.nextInt(600_000));
    }
  }

  void fillDisk(long time) {
    observed.fullDisks++;
    disk.fill(true);
    emptyAt = time + 600_000;
  }

  int waiting() {
    return terminal == null ? 1 : terminal.waiting();
  }

  /** Looks at what is due. */
  void turn(long time, Door door, double loss) {
    now = time;
    if (now >= emptyAt) {
      disk.fill(false);
      emptyAt = Long.MAX_VALUE;
    }
    try {
      var on = terminal == null ? boot() : terminal;
      if (now >= due) {
        advance(on);
      }
      if (now >= pollAt) {
        poll(on, door, loss);
      }
      if (now >= handAt) {
        hand(on, door, loss);
      }
      next = Math.max(now + 1, Math.min(Math.min(due, pollAt), Math.min(handAt, emptyAt)));
    } catch (CrashingDisk.Died e) {
      off(now, now + 1_000 + random.nextInt(600_000));
    } catch (IOException e) {
      // A full disk: the same again in a while.
      due = now + 3_000;
      pollAt = Math.max(pollAt, now + 3_000);
      next = now + 3_000;
    }
  }

  private Terminal boot() throws IOException {
    life++;
    booted = now;
    base = random.nextInt(1_000_000);
    stage = new SilentStage();
    long wrong = CLOCKS[random.nextInt(CLOCKS.length)];
    observed.clockSteps += wrong == 0 ? 0 : 1;
    var on =
        new Terminal(
            new Identity(serial, "simulated", "faults", false),
            disk,
            stage,
            ticks(),
            Math.max(0, now + wrong));
    on.assign(assignment, ticks());
    due = now;
    pollAt = now + random.nextInt(1_000);
    handAt = now + random.nextInt(2_000);
    ticketUntil = 0;
    terminal = on;
    return on;
  }

  private long ticks() {
    return base + now - booted;
  }

  private void advance(Terminal on) throws IOException {
    long wake = on.advance(ticks());
    var sounds = stage.sounding;
    if (sounds != null) {
      wake = Math.min(wake, Math.max(ticks() + 1, stage.doneAt));
      if (sounds.kind().heedsQuiet() && Span.anyMeets(quiet, now, now + 1)) {
        observed.wrong(serial + " is not quiet, " + sounds.id());
      }
    }
    due = now + Math.max(1, wake - ticks());
    if (on.waiting() > 0) {
      handAt = Math.min(handAt, backOff > 0 ? handAt : now + random.nextInt(GATHERING));
    }
  }

  private boolean lost(double loss) {
    observed.messages++;
    boolean lost = random.nextDouble() < loss;
    observed.lost += lost ? 1 : 0;
    return lost;
  }

  /** A message and its answer are lost each by itself. */
  private Answer through(Door door, double loss, java.util.function.Supplier<Answer> message) {
    if (door.away() || lost(loss)) {
      return Answer.NONE;
    }
    var answer = message.get();
    return lost(loss) ? Answer.NONE : answer;
  }

  private void poll(Terminal on, Door door, double loss) throws IOException {
    var answer = through(door, loss, () -> door.programme(now, ticket(on), on.etag()));
    heard(on, answer);
    if (answer.status() == 200) {
      on.take(answer.body(), answer.tag(), ticks());
      var programme = on.programme();
      if (programme != null) {
        programme.plays().forEach(play -> observed.held.add(serial + ' ' + play.id()));
      }
    }
    if (answer.status() == 401) {
      ticketUntil = 0;
    }
    long wait = answer.status() == 200 || answer.status() == 304 ? on.poll() : on.poll() / 4;
    pollAt = now + wait - wait / 5 + random.nextLong(1 + wait * 2 / 5);
    due = now;
  }

  private void heard(Terminal on, Answer answer) {
    if (answer.status() != 0) {
      on.answered(answer.time(), ticks(), ticks());
    }
  }

  private String ticket(Terminal on) {
    long time = on.now(ticks()).time();
    if (time > ticketUntil - HOUR / 4 || time < ticketUntil - HOUR) {
      ticketUntil = time + HOUR;
      ticket =
          serial
              + '.'
              + ticketUntil
              + '.'
              + key.sign("firstline-ticket\n" + serial + '\n' + ticketUntil);
    }
    return ticket;
  }

  private void hand(Terminal on, Door door, double loss) throws IOException {
    var answer =
        through(
            door,
            loss,
            () -> {
              var body = on.receipt(70, 1L << 30, ticks(), now);
              return door.receipts(
                  now,
                  key.sign("firstline-receipts\n" + new String(body, StandardCharsets.UTF_8)),
                  body);
            });
    heard(on, answer);
    if (answer.status() == 200) {
      if (!answer.tag().equals("NONE")) {
        observed.wrong(serial + " broke its journal: " + answer.tag());
      }
      try {
        on.acknowledged(answer.body(), ticks());
      } catch (Malformed e) {
        observed.wrong(serial + " did not understand the server: " + e.getMessage());
      }
      backOff = 0;
      handAt = now + (on.waiting() > 0 ? 10 + random.nextInt(190) : HOUR);
    } else {
      if (answer.status() == 422) {
        observed.wrong(serial + " was refused: " + answer.tag());
      }
      backOff = Math.min(HOUR / 4, Math.max(2_000, backOff * 2));
      handAt = now + backOff / 2 + random.nextLong(backOff);
    }
  }
}
