package firstline.speaker.network;

import firstline.speaker.device.Listening;
import firstline.speaker.protocol.Malformed;
import firstline.speaker.protocol.Programme;
import firstline.speaker.terminal.Flag;
import firstline.speaker.terminal.State;
import firstline.speaker.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Drives one terminal: wakes it when something is due, and talks to the server with as many threads
 * as the timer has, so that one process can hold many. The terminal is used under its own monitor.
 */
public final class Conversation {
  private static final long LONGEST_NAP = 60_000;
  private static final long LISTENING = 1_000;

  /**
   * What the surroundings do.
   *
   * @param programme hears of each new one
   * @param trouble hears of what a person should know: a code and the detail
   * @param free tells the bytes that are left on the disk
   */
  public record Surroundings(
      Consumer<Programme> programme, BiConsumer<String, String> trouble, LongSupplier free) {}

  private final Terminal terminal;
  private final Link link;
  private final String code;
  private final Line line;
  private final ScheduledExecutorService timer;
  private final Machine machine;
  private final Pace pace;
  private final Surroundings surroundings;
  private volatile boolean closed;
  private @Nullable Future<?> nap;
  private @Nullable Future<?> handing;
  private boolean inFlight;
  private int waiting;
  private int refusals;
  private int volume;

  /**
   * A conversation that has not begun.
   *
   * @param code the one-time code; not needed once the speaker is enrolled
   */
  public Conversation(
      Terminal terminal,
      HttpClient http,
      URI server,
      String code,
      ScheduledExecutorService timer,
      Machine machine,
      Random random,
      Line line,
      Surroundings surroundings) {
    this.terminal = terminal;
    this.code = code;
    this.line = line;
    this.timer = timer;
    this.machine = machine;
    pace = new Pace(random);
    this.surroundings = surroundings;
    link = new Link(terminal, http, server, machine, random, line.loss());
  }

  /** Begins. */
  public void start() {
    Programme held;
    boolean enrolled;
    synchronized (terminal) {
      held = terminal.programme();
      enrolled = terminal.enrolled();
    }
    if (held != null) {
      surroundings.programme().accept(held);
    }
    advance();
    if (enrolled) {
      talk();
    } else {
      enrol();
    }
  }

  /** Ends: nothing that still comes is heard. */
  public void close() {
    closed = true;
  }

  /** Something has changed: looks at once what is due. */
  public void poke() {
    after(0, this::advance);
  }

  /** Takes a programme that came another way, and tells of it. */
  public void offer(byte[] bytes, String etag) {
    Programme next = null;
    try {
      synchronized (terminal) {
        if (terminal.take(bytes, etag, ticks())) {
          next = terminal.programme();
        }
      }
    } catch (IOException e) {
      surroundings.trouble().accept("disk", String.valueOf(e.getMessage()));
    }
    if (next != null) {
      surroundings.programme().accept(next);
    }
    poke();
  }

  /** Where its live pages come from. */
  public Listening listening() {
    return new Radio(link)::listen;
  }

  private void advance() {
    long wait = LISTENING;
    try {
      synchronized (terminal) {
        long ticks = ticks();
        long next = terminal.advance(ticks) - ticks;
        boolean playing = terminal.state() == State.PLAYING;
        wait = Math.max(1, Math.min(next, playing ? LISTENING : LONGEST_NAP));
      }
    } catch (IOException e) {
      surroundings.trouble().accept("disk", String.valueOf(e.getMessage()));
    } finally {
      nap(wait);
    }
    lookForRecords();
  }

  private <T> T ask(Function<Terminal, T> question) {
    synchronized (terminal) {
      return question.apply(terminal);
    }
  }

  private synchronized void nap(long wait) {
    if (nap != null) {
      nap.cancel(false);
    }
    nap = after(wait, this::advance);
  }

  private void lookForRecords() {
    int now;
    long spread;
    boolean more;
    synchronized (terminal) {
      now = terminal.waiting();
      spread = terminal.spread();
      more = terminal.enrolled();
    }
    synchronized (this) {
      more &= now > waiting;
      waiting = now;
    }
    if (more) {
      handIn(pace.between(0, spread));
    }
  }

  private void enrol() {
    when(
        link.enrol(code),
        answer -> {
          if (answer.status() == 201 || answer.status() == 200) {
            assign(answer);
          }
          boolean enrolled;
          synchronized (terminal) {
            enrolled = terminal.enrolled();
          }
          if (enrolled) {
            talk();
            return;
          }
          surroundings.trouble().accept("enrol." + answer.status(), answer.text());
          long pause =
              answer.status() == 0 ? pace.between(2_000, 8_000) : pace.between(30_000, 60_000);
          after(Math.max(answer.retryAfter(), pause), this::enrol);
        },
        () -> after(pace.between(5_000, 10_000), this::enrol));
  }

  private void talk() {
    poll();
    if (line.wakes()) {
      after(pace.between(0, 1_000), this::wake);
    }
    handIn(pace.between(0, 2_000));
  }

  private void poll() {
    fetch().thenAccept(wait -> after(wait, this::poll));
  }

  /** Asks for the programme; gives the milliseconds until it may be asked for again. */
  private CompletableFuture<Long> fetch() {
    var etag = ask(Terminal::etag);
    var done = new CompletableFuture<Long>();
    when(
        link.programme(etag),
        answer -> {
          long wait = pollWait();
          if (answer.status() == 200) {
            offer(answer.body(), answer.etag());
          } else if (answer.status() == 304) {
            // The clock may have become trusted by it.
            poke();
          } else if (answer.status() == 401 && refusals++ < 2) {
            wait = pace.between(100, 1_000);
          } else if (answer.status() == 0 && etag.isEmpty()) {
            // It has nothing to play yet.
            wait = pace.between(2_000, 8_000);
          }
          if (answer.status() == 200 || answer.status() == 304) {
            refusals = 0;
          }
          done.complete(Math.max(wait, answer.retryAfter()));
        },
        () -> done.complete(pollWait()));
    return done;
  }

  /** The interval, moved by up to a fifth. */
  private long pollWait() {
    return pace.about(ask(Terminal::poll));
  }

  private void wake() {
    long held = ask(Terminal::revision);
    when(
        link.wake(held),
        answer -> {
          if (answer.status() == 200) {
            // All that were waiting ask now; a blink apart is enough.
            after(pace.between(0, 250), () -> woken(answer.revision()));
          } else if (answer.status() == 204) {
            after(pace.between(0, 250), this::wake);
          } else {
            after(Math.max(answer.retryAfter(), pollWait()), this::wake);
          }
        },
        () -> after(pollWait(), this::wake));
  }

  private void woken(long told) {
    fetch()
        .thenAccept(
            wait -> {
              boolean came = ask(Terminal::revision) >= told;
              // Else the next wake-up would come at once, again and again.
              after(came ? pace.between(0, 250) : wait, this::wake);
            });
  }

  private synchronized void handIn(long wait) {
    if (inFlight) {
      return;
    }
    if (handing != null) {
      handing.cancel(false);
    }
    handing = after(wait, this::handIn);
  }

  private void handIn() {
    synchronized (this) {
      if (inFlight) {
        return;
      }
      inFlight = true;
    }
    byte[] body;
    boolean cutOff;
    synchronized (terminal) {
      cutOff = isCutOff();
      var playing = terminal.playing();
      volume = playing == null ? volume : playing.volume();
      body =
          terminal.receipt(
              volume, surroundings.free().getAsLong(), ticks(), machine.wall().getAsLong());
    }
    when(
        link.receipts(body),
        answer -> handedIn(Math.max(answer.retryAfter(), acknowledged(answer, cutOff))),
        () -> handedIn(pace.backOff()));
  }

  private void handedIn(long wait) {
    synchronized (this) {
      inFlight = false;
    }
    handIn(wait);
  }

  private boolean isCutOff() {
    return terminal.flags(ticks()).contains(Flag.OFFLINE);
  }

  /**
   * Gives the milliseconds until the next receipt.
   *
   * @param cutOff true if this one said OFFLINE
   */
  private long acknowledged(Answer answer, boolean cutOff) {
    if (answer.status() != 200) {
      return pace.backOff();
    }
    pace.succeeded();
    try {
      boolean moved;
      boolean back;
      synchronized (terminal) {
        back = cutOff && !isCutOff();
        moved = terminal.acknowledged(answer.body(), ticks()) > terminal.assigned();
        waiting = terminal.waiting();
      }
      if (moved) {
        when(link.assignment(), this::assign, () -> {});
      }
      if (back && waiting == 0) {
        // By this very answer it is not cut off any more: what was said of it is not left standing.
        return pace.between(2_000, 10_000);
      }
      return waiting > 0 ? pace.between(10, 200) : Math.min(300_000, 5 * pollWait());
    } catch (IOException | Malformed e) {
      surroundings.trouble().accept("receipts", String.valueOf(e.getMessage()));
      return pace.backOff();
    }
  }

  private void assign(Answer answer) {
    if (answer.status() / 100 != 2) {
      return;
    }
    try {
      synchronized (terminal) {
        terminal.assign(answer.body(), ticks());
      }
    } catch (IOException e) {
      surroundings.trouble().accept("disk", String.valueOf(e.getMessage()));
    }
    fetch();
  }

  private long ticks() {
    return machine.ticks().getAsLong();
  }

  private @Nullable Future<?> after(long wait, Runnable task) {
    return closed
        ? null
        : timer.schedule(() -> unlessClosed(task), machine.micros(wait), TimeUnit.MICROSECONDS);
  }

  private void unlessClosed(Runnable task) {
    if (!closed) {
      task.run();
    }
  }

  /** Goes on with the answer on the timer's threads; whatever breaks there is told, once. */
  private void when(CompletableFuture<Answer> coming, Consumer<Answer> then, Runnable otherwise) {
    CompletionStage<Void> ended =
        coming.thenAcceptAsync(answer -> unlessClosed(() -> then.accept(answer)), timer);
    ended.whenComplete(
        (nothing, failure) -> {
          if (failure != null && !closed) {
            surroundings.trouble().accept("fault", failure.toString());
            otherwise.run();
          }
        });
  }
}
