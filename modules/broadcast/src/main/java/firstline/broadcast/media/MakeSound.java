package firstline.broadcast.media;

import firstline.broadcast.media.KeepMedia.Made;
import firstline.broadcast.media.KeepMedia.Origin;
import firstline.persistence.job.Jobs;
import firstline.persistence.job.Progress;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.Settings;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes sounds from files and from texts, each as an officer's job: one at a time, since ffmpeg
 * takes a core, and a few waiting. No transaction is open while it works.
 */
@ApplicationScoped
public class MakeSound {
  /** Bytes of an upload at most. */
  public static final long LARGEST = 100L << 20;

  private static final int AT_ONCE = 6;
  private static final int NAME = 24;

  private static final Duration HALF_MADE = Duration.ofHours(1);

  @Inject private Clock clock;
  @Inject private Jobs jobs;
  @Inject private KeepMedia keepMedia;
  @Inject private Voices voices;

  @Inject
  @ConfigProperty(name = "firstline.broadcast.ffmpeg", defaultValue = "ffmpeg")
  private String ffmpeg = "ffmpeg";

  @Inject
  @ConfigProperty(name = "firstline.broadcast.ffprobe", defaultValue = "ffprobe")
  private String ffprobe = "ffprobe";

  private final Turns turns = new Turns(AT_ONCE);

  /** Deletes what a crash left half made; another node may be at work on what is young. */
  void start(@Observes ClockworkStarted event) {
    event
        .executor()
        .execute(
            Duty.of("half-made sounds", () -> sweep(place(), clock.instant().minus(HALF_MADE))));
  }

  private static void sweep(Path place, Instant before) {
    try {
      if (Files.isDirectory(place)) {
        try (var folders = Files.list(place)) {
          for (var folder : folders.toList()) {
            if (Files.getLastModifiedTime(folder).toInstant().isBefore(before)) {
              delete(folder);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Programs that are not on this machine and without which no sound can be made. */
  @Requirement("R38.4")
  public List<String> missing() {
    return studio().missing();
  }

  /** Programs that speech needs besides. */
  @Requirement("R38.4")
  public List<String> missingForSpeech(String language) {
    return Stream.concat(missing().stream(), voices.missing(language).stream()).toList();
  }

  /**
   * From a file; the job, whose result is the hash.
   *
   * @throws Refusal {@code file.too-large}; {@code media.tools}; {@code media.busy}
   */
  @Requirement({"R38.1", "R38.8"})
  public UUID fromFile(InputStream content, String name, Made made, String area)
      throws IOException {
    requireTools(missing());
    return begin(
        folder -> copy(content, folder.resolve("brought")),
        new Origin(made, cut(name.isBlank() ? made.name() : name, 200), "", "", ""),
        area);
  }

  /** From a text, read by the voice of the language. */
  @Requirement({"R38.7", "R38.8"})
  public UUID fromText(String text, String language, String area) throws IOException {
    requireTools(missingForSpeech(language));
    var plain = text.strip();
    if (plain.isEmpty()) {
      throw new Refusal("media.no-text");
    }
    return begin(
        folder -> {},
        new Origin(Made.SPEECH, cut(plain, NAME), language, plain, voices.name(language)),
        area);
  }

  /** From what an officer said live, by the server, which waits for it; the hash. */
  @Requirement("R48.5")
  public String fromLive(InputStream content, Origin origin, String area, KeepMedia.Owner owner) {
    return now((folder, input) -> copy(content, input), origin, area, owner);
  }

  /** From the text of an emergency that is on the air, in the same way. */
  @Requirement("R55.1")
  public String fromOrdered(String text, String language, String area, KeepMedia.Owner owner) {
    return now(
        (folder, input) -> voices.speakIn(area, text, language, input, folder),
        new Origin(Made.SPEECH, cut(text, NAME), language, text, voices.name(language)),
        area,
        owner);
  }

  @FunctionalInterface
  private interface Reading {
    void into(Path folder, Path input) throws IOException;
  }

  private String now(Reading reading, Origin origin, String area, KeepMedia.Owner owner) {
    turns.come();
    try {
      var folder = folder();
      try {
        return turns.inTurn(
            () -> {
              var input = folder.resolve("brought");
              reading.into(folder, input);
              return keepMedia.record(
                  new KeepMedia.Command(
                      studio().prepare(input, origin.name(), folder, Progress.unseen()),
                      origin,
                      area),
                  owner);
            });
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      turns.leave();
    }
  }

  private static String cut(String text, int length) {
    var line = text.replaceAll("\\s+", " ");
    return line.length() <= length ? line : line.substring(0, length - 1) + "…";
  }

  private static void requireTools(List<String> missing) {
    if (!missing.isEmpty()) {
      throw new Refusal("media.tools", String.join(", ", missing));
    }
  }

  @FunctionalInterface
  private interface Bringing {
    void into(Path folder) throws IOException;
  }

  private UUID begin(Bringing bringing, Origin origin, String area) throws IOException {
    turns.come();
    var begun = false;
    var folder = folder();
    try {
      bringing.into(folder);
      var job = jobs.start(progress -> made(folder, origin, area, progress));
      begun = true;
      return job;
    } finally {
      if (!begun) {
        end(folder);
      }
    }
  }

  private String made(Path folder, Origin origin, String area, Progress progress)
      throws IOException, InterruptedException {
    try {
      return turns.inTurn(
          () -> {
            var input = folder.resolve("brought");
            if (origin.made() == Made.SPEECH) {
              voices.speak(origin.text(), origin.language(), input, folder);
            }
            return keepMedia.keep(
                new KeepMedia.Command(
                    studio().prepare(input, origin.name(), folder, progress), origin, area));
          });
    } finally {
      end(folder);
    }
  }

  private Studio studio() {
    return new Studio(ffmpeg, ffprobe, Studio.LONGEST);
  }

  private static Path folder() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(place()), "");
  }

  private static Path place() {
    return Settings.current().home().resolve("sounds-at-work");
  }

  private void end(Path folder) throws IOException {
    turns.leave();
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void copy(InputStream content, Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      var buffer = new byte[1 << 16];
      var bytes = 0L;
      for (var read = content.read(buffer); read > 0; read = content.read(buffer)) {
        bytes += read;
        if (bytes > LARGEST) {
          throw new Refusal("file.too-large", LARGEST >> 20);
        }
        out.write(buffer, 0, read);
      }
    }
  }
}
