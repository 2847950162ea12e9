package firstline.publicity.rendition;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.file.FileStore;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.ServerDesk;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Works the queue off on this node: two files at a time, of which at most one is a film. No
 * transaction is open while it works.
 */
@ApplicationScoped
class RenderFiles {
  private static final System.Logger LOG = System.getLogger(RenderFiles.class.getName());

  /** After so long a lane lets others have its thread for a moment. */
  private static final Duration SHIFT = Duration.ofSeconds(20);

  private static final Duration HALF_MADE = Duration.ofHours(3);

  private final UUID worker = Ids.next();

  @Inject private Sql sql;
  @Inject private FileStore store;
  @Inject private KeepRenditions keepRenditions;
  @Inject private ServerDesk server;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "firstline.publicity.ffmpeg", defaultValue = "ffmpeg")
  private String ffmpeg = "ffmpeg";

  @Inject
  @ConfigProperty(name = "firstline.publicity.ffprobe", defaultValue = "ffprobe")
  private String ffprobe = "ffprobe";

  @SuppressWarnings("NullAway.Init")
  RenderFiles() {}

  /** For tests without a server; {@link #render} works there. */
  @SuppressWarnings("NullAway.Init")
  RenderFiles(Sql sql, FileStore store, KeepRenditions keepRenditions, Clock clock) {
    this.sql = sql;
    this.store = store;
    this.keepRenditions = keepRenditions;
    this.clock = clock;
  }

  void start(@Observes ClockworkStarted event) {
    var executor = event.executor();
    executor.execute(Duty.of("renditions before", this::begin));
    executor.scheduleWithFixedDelay(
        Duty.of("renditions", () -> work(false)), 2_000, 500, TimeUnit.MILLISECONDS);
    executor.scheduleWithFixedDelay(
        Duty.of("quick renditions", () -> work(true)), 2_250, 500, TimeUnit.MILLISECONDS);
    executor.scheduleWithFixedDelay(
        Duty.of("renditions' pulse", this::beat), 20, 20, TimeUnit.SECONDS);
  }

  private void begin() {
    sweep(clock.instant().minus(HALF_MADE));
    if (workshop().films().missing().isEmpty()) {
      queue().toolsCame(clock.instant());
    }
  }

  private void beat() {
    queue().beat(clock.instant());
    queue().rescue(clock.instant());
  }

  private void work(boolean quick) {
    var end = clock.instant().plus(SHIFT);
    BooleanSupplier one = () -> render(quick, place());
    while (one.getAsBoolean() && clock.instant().isBefore(end)) {
      // One after the other.
    }
  }

  /**
   * Does the next job; false if there is none.
   *
   * @param place in which it works
   */
  @Requirement({"R69.1", "R69.3"})
  boolean render(boolean quick, Path place) {
    var claimed = queue().claim(clock.instant(), quick);
    if (claimed.isEmpty()) {
      return false;
    }
    var job = claimed.get();
    var ended = false;
    try {
      var folder = Files.createTempDirectory(Files.createDirectories(place), "");
      try {
        make(job, folder);
      } finally {
        delete(folder);
      }
      ended = true;
    } catch (Refusal refusal) {
      queue().failed(job, refusal.code(), clock.instant());
      ended = true;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.INFO, "no renditions of " + job.sha256(), e);
      queue().failed(job, "rendition.unreadable", clock.instant());
      ended = true;
    } finally {
      // Readers of broken files throw what they please, and the duty notes it.
      if (!ended) {
        queue().again(job, clock.instant());
      }
    }
    return true;
  }

  private void make(Queue.Job job, Path folder) throws IOException {
    var total = Workshop.steps(job.mediaType());
    queue().at(job, 0, total, clock.instant());
    var made =
        workshop()
            .make(
                store.path(job.sha256()),
                job.mediaType(),
                folder,
                done -> queue().at(job, done, Math.max(done, total), clock.instant()));
    var command = new KeepRenditions.Command(job.sha256(), worker, made);
    if (server == null) {
      keepRenditions.keep(command);
    } else {
      server.as("renditions", () -> keepRenditions.keep(command));
    }
  }

  private Workshop workshop() {
    return new Workshop(new Films(ffmpeg, ffprobe));
  }

  private Queue queue() {
    return new Queue(sql, worker);
  }

  private static Path place() {
    return Settings.current().home().resolve("renditions-at-work");
  }

  /** Deletes what a crash left half made; another node may be at work on what is young. */
  private static void sweep(Instant before) {
    try {
      if (Files.isDirectory(place())) {
        try (var folders = Files.list(place())) {
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

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
