package firstline.publicity.inspect;

import firstline.persistence.refusal.Refusal;
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
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The way of a file from the door to the store: inspected, scanned, and its public copy made. Opens
 * no transaction, since a film takes its seconds.
 */
@ApplicationScoped
public class Intake {
  /** Nobody looks at one file that long. */
  private static final Duration HALF_MADE = Duration.ofDays(1);

  private final @Nullable Path given;
  private String scanner = "";

  @SuppressWarnings("NullAway.Init")
  protected Intake() {
    this.given = null;
  }

  @Inject
  Intake(@ConfigProperty(name = "firstline.clamav") Optional<String> scanner) {
    this.given = null;
    this.scanner = scanner.orElse("");
  }

  /** For tests: at work in a folder of its own. */
  public Intake(Path folder, String scanner) {
    this.given = folder;
    this.scanner = scanner;
  }

  /**
   * A file that may be taken in.
   *
   * @param original as it came
   * @param stripped without what tells of its making; null if there was nothing to take out
   */
  public record Prepared(Path original, String mediaType, @Nullable Path stripped)
      implements AutoCloseable {
    /** What is to go out. */
    public Path content() {
      return stripped == null ? original : stripped;
    }

    @Override
    public void close() throws IOException {
      if (stripped != null) {
        Files.deleteIfExists(stripped);
      }
    }
  }

  /**
   * Looks at it and makes the public copy, which is deleted on closing.
   *
   * @throws Refusal as {@link Inspection#look} and {@link VirusScanner#pass} say
   */
  public Prepared prepare(Path original, String name) throws IOException {
    var type = Inspection.look(original, name);
    new VirusScanner(scanner).pass(original);
    var copy = spare();
    var kept = false;
    try {
      kept = Stripping.strip(original, type, copy);
      return new Prepared(original, type, kept ? copy : null);
    } finally {
      if (!kept) {
        Files.deleteIfExists(copy);
      }
    }
  }

  /**
   * Writes it to the disk; the caller deletes it.
   *
   * @throws Refusal {@code file.too-large} with the limit in MB
   */
  public Path spool(InputStream content, long most) throws IOException {
    var spool = spare();
    var whole = false;
    try (var out = Files.newOutputStream(spool)) {
      var buffer = new byte[1 << 16];
      var bytes = 0L;
      for (var read = content.read(buffer); read > 0; read = content.read(buffer)) {
        bytes += read;
        if (bytes > most) {
          throw new Refusal("file.too-large", most >> 20);
        }
        out.write(buffer, 0, read);
      }
      whole = true;
      return spool;
    } finally {
      if (!whole) {
        Files.deleteIfExists(spool);
      }
    }
  }

  private Path spare() throws IOException {
    return Files.createTempFile(Files.createDirectories(folder()), "", ".part");
  }

  void start(@Observes ClockworkStarted event, Clock clock) {
    event
        .executor()
        .execute(Duty.of("half-made files", () -> sweep(clock.instant().minus(HALF_MADE))));
  }

  /** Deletes what a crash left half made. */
  private void sweep(Instant before) {
    if (!Files.isDirectory(folder())) {
      return;
    }
    try (var parts = Files.newDirectoryStream(folder(), "*.part")) {
      for (var part : parts) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(before)) {
          Files.deleteIfExists(part);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where half-made files lie. */
  private Path folder() {
    return given == null ? Settings.current().home().resolve("files-at-work") : given;
  }
}
