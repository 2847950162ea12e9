package firstline.publicity.catalogue;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.Settings;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * This node's index of the catalogue, kept in step with the database by the transactions of the
 * changes: before every search that is older than a moment, and every second in between.
 */
@ApplicationScoped
class CatalogueIndex {
  private static final System.Logger LOG = System.getLogger(CatalogueIndex.class.getName());
  private static final UUID FIRST = new UUID(0, 0);
  private static final String EVER = "0";
  private static final int BATCH = 2_000;

  /** A search does not look for changes again within this time. */
  private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  /** How long a search waits for an index that is being built. */
  private static final long PATIENCE_SECONDS = 10;

  private final ReentrantLock following = new ReentrantLock();
  private final Path folder;
  private FiledMaterial material;
  private @Nullable Shelf shelf;
  private String mark = EVER;
  private boolean uncommitted;
  private volatile boolean built;
  private volatile long followedAt;
  private volatile boolean stopped;

  @Inject
  CatalogueIndex(Sql sql) {
    this(sql, Settings.current().home().resolve("index").resolve("materials"));
  }

  CatalogueIndex(Sql sql, Path folder) {
    this.material = new FiledMaterial(sql);
    this.folder = folder;
  }

  @SuppressWarnings("NullAway.Init")
  protected CatalogueIndex() {
    this.folder = Path.of("");
  }

  void start(@Observes ClockworkStarted event) {
    event
        .executor()
        .scheduleWithFixedDelay(Duty.of("catalogue", this::keep), 0, 1, TimeUnit.SECONDS);
  }

  void stop(@Observes @Priority(1000) Shutdown event) {
    stopped = true;
    close();
  }

  void close() {
    following.lock();
    try {
      if (shelf != null) {
        shelf.close();
        shelf = null;
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the index did not close", e);
    } finally {
      following.unlock();
    }
  }

  /**
   * The catalogue as it was a moment ago.
   *
   * @throws Refusal {@code catalogue.building} if the index is still being built
   */
  @Requirement("R64.4")
  Shelf shelf() {
    if (!built || System.nanoTime() - followedAt > FRESH_NANOS) {
      follow();
    }
    var open = shelf;
    if (open == null || !built) {
      throw new Refusal("catalogue.building");
    }
    return open;
  }

  /** Takes in what changed; leaves it to whoever is at it already, once there is an index. */
  private void follow() {
    try {
      if (!following.tryLock(built ? 0 : PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      takeIn();
    } finally {
      following.unlock();
    }
  }

  void keep() {
    following.lock();
    try {
      if (!stopped) {
        takeIn();
        if (uncommitted) {
          open().commit(mark);
          uncommitted = false;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      following.unlock();
    }
  }

  /** Everything is taken in again, while searches go on in what there was. */
  @Requirement("R64.5")
  void rebuild() {
    following.lock();
    try {
      mark = EVER;
      keep();
    } finally {
      following.unlock();
    }
  }

  private void takeIn() {
    try {
      var open = open();
      var horizon = material.horizon();
      changes(open, mark);
      if (!built && open.count() != material.count()) {
        // An index of another database, or from before a restore.
        open.clear();
        changes(open, EVER);
      }
      mark = horizon;
      built = true;
      followedAt = System.nanoTime();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** While one batch is written, the next is read. */
  private void changes(Shelf open, String since) throws IOException {
    var writing = CompletableFuture.<Void>completedFuture(null);
    var last = FIRST;
    List<UUID> ids;
    do {
      ids = material.changed(since, last, BATCH);
      var read = ids.isEmpty() ? List.<Filed>of() : material.read(ids);
      writing.join();
      if (!ids.isEmpty()) {
        last = ids.get(ids.size() - 1);
        uncommitted = true;
        writing = CompletableFuture.runAsync(() -> write(open, read), ForkJoinPool.commonPool());
      }
    } while (ids.size() == BATCH);
    writing.join();
    if (uncommitted) {
      open.refresh();
    }
  }

  private static void write(Shelf open, List<Filed> read) {
    try {
      open.replaceAll(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens the index where it was left, or begins a new one. */
  private Shelf open() throws IOException {
    if (shelf == null) {
      shelf = opened();
      mark = shelf.mark().isEmpty() ? EVER : shelf.mark();
    }
    return shelf;
  }

  @Requirement("R64.5")
  private Shelf opened() throws IOException {
    Files.createDirectories(folder);
    try {
      return Shelf.open(folder);
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(System.Logger.Level.WARNING, "the index of materials is built anew", e);
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
      Files.createDirectories(folder);
      return Shelf.open(folder);
    }
  }
}
