package firstline.speaker.command;

import firstline.speaker.device.SoundStage;
import firstline.speaker.device.Speech;
import firstline.speaker.network.Conversation;
import firstline.speaker.network.Fetching;
import firstline.speaker.network.Machine;
import firstline.speaker.protocol.Programme;
import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Kind;
import firstline.speaker.protocol.Programme.Play;
import firstline.speaker.terminal.Flag;
import firstline.speaker.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What a real speaker does besides playing and talking, once a second: fetches sounds, makes
 * speech, looks at the mute switch and the memory stick.
 */
final class Station {
  private static final long SPEECH_AHEAD = 120_000;
  private static final long SPEECH_AGAIN = 60_000;

  private final Terminal terminal;
  private final Conversation conversation;
  private final SoundStage stage;
  private final Fetching fetching;
  private final Speech speech;
  private final Machine machine;
  private final Path home;
  private final @Nullable Path stick;
  private final ExecutorService speaking;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Map<String, Long> unspeakable = new HashMap<>();
  private @Nullable Programme planned;
  private @Nullable FileTime stickRead;

  Station(
      Terminal terminal,
      Conversation conversation,
      SoundStage stage,
      Fetching fetching,
      Speech speech,
      Machine machine,
      Path home,
      @Nullable Path stick,
      ExecutorService speaking) {
    this.terminal = terminal;
    this.conversation = conversation;
    this.stage = stage;
    this.fetching = fetching;
    this.speech = speech;
    this.machine = machine;
    this.home = home;
    this.stick = stick;
    this.speaking = speaking;
  }

  /**
   * Begins.
   *
   * @param timer two threads at least: a long download must not hold up an emergency's speech
   */
  void start(ScheduledExecutorService timer) {
    conversation.start();
    timer.scheduleWithFixedDelay(this::round, 0, 1, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(this::supply, 0, 1, TimeUnit.SECONDS);
  }

  private void round() {
    try {
      readStick();
      Programme programme;
      synchronized (terminal) {
        terminal.tell(Flag.MUTED, Files.exists(home.resolve("muted")));
        tellFailure();
        programme = terminal.programme();
      }
      if (programme != null) {
        speak(programme, now());
      }
    } catch (IOException e) {
      fault("DISK", String.valueOf(e.getMessage()));
    }
  }

  /** Sees to the sounds. */
  private void supply() {
    try {
      Programme programme;
      synchronized (terminal) {
        programme = terminal.programme();
      }
      if (programme == null) {
        return;
      }
      if (programme != planned) {
        fetching.plan(programme, now());
        speech.keep(programme.items().values());
        planned = programme;
      }
      if ((stick != null && fetching.copyFrom(stick)) || fetching.fetch(now())) {
        conversation.poke();
      }
      var missing = fetching.missing();
      synchronized (terminal) {
        terminal.tell(Flag.MEDIA_MISSING, missing.isPresent());
      }
      missing.ifPresent(hash -> fault("MEDIA_MISSING", hash));
    } catch (IOException e) {
      fault("DISK", String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long now() {
    synchronized (terminal) {
      return terminal.now(machine.ticks().getAsLong()).time();
    }
  }

  private void tellFailure() {
    var failure = stage.failure();
    if (!failure.isEmpty()) {
      terminal.fault("DEVICE", failure, machine.ticks().getAsLong());
    }
  }

  /** One text at a time, the strongest first, on a thread of its own. */
  private void speak(Programme programme, long now) {
    var next = toSpeak(programme, now);
    if (next.isEmpty() || !busy.compareAndSet(false, true)) {
      return;
    }
    var item = next.get();
    speaking.execute(
        () -> {
          try {
            speech.speak(item.text(), item.language());
            conversation.poke();
          } catch (IOException e) {
            synchronized (unspeakable) {
              unspeakable.put(item.id(), machine.ticks().getAsLong());
            }
            fault("SPEECH", item.id() + ": " + e.getMessage());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            busy.set(false);
          }
        });
  }

  private Optional<Item> toSpeak(Programme programme, long now) {
    Set<String> later = new HashSet<>();
    synchronized (unspeakable) {
      long ticks = machine.ticks().getAsLong();
      unspeakable.values().removeIf(at -> ticks - at > SPEECH_AGAIN);
      later.addAll(unspeakable.keySet());
    }
    return programme.plays().stream()
        .filter(play -> play.end() > now && !programme.withdrawn().contains(play.id()))
        .sorted(Comparator.comparing(Play::kind).thenComparingLong(Play::start))
        .filter(play -> !later.contains(play.item()))
        .filter(play -> needsSpeech(play, programme.items().get(play.item()), now))
        .map(play -> programme.items().get(play.item()))
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  /** The text of an emergency is there before its sounds; others wait for theirs. */
  private boolean needsSpeech(Play play, @Nullable Item item, long now) {
    return item != null
        && !item.text().isBlank()
        && speech.spoken(item.text(), item.language()).isEmpty()
        && (item.media().isEmpty()
            || ((play.kind() == Kind.EMERGENCY || play.start() - now < SPEECH_AHEAD)
                && item.media().stream().anyMatch(media -> stage.here(media).isEmpty())));
  }

  private void readStick() throws IOException {
    if (stick == null) {
      return;
    }
    var file = stick.resolve("programme.json");
    if (!Files.isRegularFile(file)) {
      stickRead = null;
      return;
    }
    var modified = Files.getLastModifiedTime(file);
    if (!modified.equals(stickRead)) {
      stickRead = modified;
      conversation.offer(Files.readAllBytes(file), "");
    }
  }

  private void fault(String code, String detail) {
    synchronized (terminal) {
      terminal.fault(code, detail, machine.ticks().getAsLong());
    }
  }
}
