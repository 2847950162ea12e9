package firstline.speaker.device;

import firstline.speaker.device.Sound.Part;
import firstline.speaker.playing.Stage;
import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Media;
import firstline.speaker.protocol.Programme.Play;
import firstline.speaker.protocol.Programme.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A real device, on one thread of its own. */
public final class SoundStage implements Stage {
  private final Device device;
  private final Function<Media, Optional<Path>> cache;
  private final Speech speech;
  private final Path tones;
  private final ExecutorService thread;
  private Runnable done = () -> {};
  private Listening listening = (stream, number) -> Listening.Heard.OVER;
  private long patience = Tuned.PATIENCE;
  private @Nullable Future<?> sounding;
  private String failure = "";

  /**
   * A stage.
   *
   * @param cache the file of a medium when it is there and checked
   * @param tones where the opening tones lie
   * @param thread one thread: a sound begins when the one before is silent
   */
  public SoundStage(
      Device device,
      Function<Media, Optional<Path>> cache,
      Speech speech,
      Path tones,
      ExecutorService thread)
      throws IOException {
    this.device = device;
    this.cache = cache;
    this.speech = speech;
    this.tones = Files.createDirectories(tones);
    this.thread = thread;
    tone(Tone.CHIME, 880, 300, 660, 500);
    tone(Tone.ATTENTION, 800, 400, 1_000, 400, 800, 400, 1_000, 400, 800, 400, 1_000, 400);
    tone(Tone.DRILL, 600, 250, 0, 150, 600, 250, 0, 150, 600, 250, 0, 150);
  }

  private void tone(Tone tone, int... sounds) throws IOException {
    Files.write(file(tone), Wave.tones(sounds));
  }

  private Path file(Tone tone) {
    return tones.resolve(tone.name() + ".wav");
  }

  /** Whom to tell when a sound is over. */
  public void whenDone(Runnable listener) {
    done = listener;
  }

  /** Where live pages come from. */
  public void tune(Listening listening) {
    tune(listening, Tuned.PATIENCE);
  }

  /** The same, with another time without a sound before the text is spoken, in milliseconds. */
  void tune(Listening listening, long patience) {
    this.listening = listening;
    this.patience = patience;
  }

  /** What the device said when it broke, once; empty when it did not. */
  public String failure() {
    var said = failure;
    failure = "";
    return said;
  }

  @Override
  public Readiness readiness(Item item, long ticks) {
    // A live page begins without its text: that may come while somebody speaks.
    if (!item.live().isEmpty() || !body(item).isEmpty()) {
      return Readiness.READY;
    }
    return item.media().isEmpty() ? Readiness.SPEECH_MISSING : Readiness.MEDIA_MISSING;
  }

  /** The media when all are there, else the spoken text when it is there, else nothing. */
  private List<Part> body(Item item) {
    var parts = new ArrayList<Part>();
    for (var media : item.media()) {
      here(media).ifPresent(file -> parts.add(new Part(file, media.length())));
    }
    if (!item.media().isEmpty() && parts.size() == item.media().size()) {
      return parts;
    }
    return speech
        .spoken(item.text(), item.language())
        .map(file -> List.of(new Part(file, Wave.length(file))))
        .orElse(List.of());
  }

  /** The file of a medium that is there and that the device can play. */
  public Optional<Path> here(Media media) {
    return device.decodes(media.type()) ? cache.apply(media) : Optional.empty();
  }

  @Override
  public void begin(Play play, Item item, long from, long ticks) {
    stop(ticks);
    var body = body(item);
    var parts = new ArrayList<Part>();
    if (item.tone() != Tone.NONE) {
      parts.add(new Part(file(item.tone()), Wave.length(file(item.tone()))));
    }
    parts.addAll(body);
    var sound = Sound.from(play, item, parts, from);
    var task =
        new FutureTask<Boolean>(
            () -> {
              if (!item.live().isEmpty()) {
                live(play, item, from);
                return true;
              }
              // A tone alone is not the item.
              if (body.isEmpty()) {
                throw new IOException("nothing to be heard");
              }
              device.sound(sound);
              return true;
            }) {
          @Override
          protected void done() {
            done.run();
          }
        };
    sounding = task;
    thread.execute(task);
  }

  /** What is said just now; its text once, when nothing is heard for a while or at all. */
  private void live(Play play, Item item, long from) throws IOException, InterruptedException {
    if (item.tone() != Tone.NONE && from == 0) {
      var tone = new Part(file(item.tone()), Wave.length(file(item.tone())));
      device.sound(new Sound(play, item, List.of(tone), 0));
    }
    var tuned = new Tuned(listening, item.live(), patience);
    boolean spoken = false;
    for (var state = tuned.await(); state != Tuned.State.OVER; state = tuned.await()) {
      if (state == Tuned.State.COMES) {
        device.pour(play, item, tuned::next);
      } else if (!spoken) {
        spoken = speak(play, item);
      }
    }
    if (!tuned.heard() && !spoken && !speak(play, item)) {
      throw new IOException("nothing to be heard");
    }
  }

  /** Speaks the text of the item; whether it was there. */
  private boolean speak(Play play, Item item) throws IOException, InterruptedException {
    var body = body(item);
    if (!body.isEmpty()) {
      device.sound(new Sound(play, item, body, 0));
    }
    return !body.isEmpty();
  }

  @Override
  public void stop(long ticks) {
    if (sounding != null) {
      sounding.cancel(true);
      sounding = null;
    }
  }

  @Override
  public Sounding sounding(long ticks) {
    var task = sounding;
    if (task == null || !task.isDone()) {
      return task == null ? Sounding.BROKEN : Sounding.SOUNDING;
    }
    sounding = null;
    try {
      task.get();
      return Sounding.DONE;
    } catch (ExecutionException e) {
      failure = String.valueOf(e.getCause());
      return Sounding.BROKEN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Sounding.BROKEN;
    }
  }
}
