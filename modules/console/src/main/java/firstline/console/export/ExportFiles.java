package firstline.console.export;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.Settings;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Where lists wait to be fetched: twelve hours, and not beyond a restart, which forgets their jobs.
 */
@ApplicationScoped
public class ExportFiles {
  static final Duration KEPT = Duration.ofHours(12);
  private static final System.Logger LOG = System.getLogger(ExportFiles.class.getName());

  @Inject private Clock clock;
  private final Path folder;

  @SuppressWarnings("NullAway.Init")
  ExportFiles() {
    this.folder = Settings.current().home().resolve("tmp").resolve("exports");
  }

  ExportFiles(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  void start(@Observes ClockworkStarted event) {
    event
        .executor()
        .execute(
            Duty.of(
                "exports of the last start", () -> sweep(Instant.parse("9999-12-31T00:00:00Z"))));
    event
        .executor()
        .scheduleWithFixedDelay(
            Duty.of("exports", () -> sweep(clock.instant().minus(KEPT))), 1, 1, TimeUnit.HOURS);
  }

  /** A new file that only this server's user may read. */
  public Path fresh(String ending) throws IOException {
    Files.createDirectories(folder);
    var file =
        Files.createTempFile(
            folder,
            "list",
            "." + ending,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    return file;
  }

  /** Deletes what was written before. */
  @Requirement("R105.7")
  void sweep(Instant before) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.log(System.Logger.Level.WARNING, "exports could not be swept", e);
    }
  }
}
