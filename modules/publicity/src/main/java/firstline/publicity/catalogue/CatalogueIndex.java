package firstline.publicity.catalogue;

import firstline.persistence.database.Sql;
import firstline.persistence.index.Following;
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
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * This node's index of the catalogue, kept in step with the database by the transactions of the
 * changes: before every search that is older than a moment, and every second in between.
 */
@ApplicationScoped
class CatalogueIndex {
  private static final UUID FIRST = new UUID(0, 0);
  private static final String EVER = "0";
  private static final int BATCH = 2_000;

  private final Following following = new Following(new Kept());
  private final Path folder;
  private FiledMaterial material;
  private @Nullable Shelf shelf;
  private String mark = EVER;
  private boolean uncommitted;

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
    following.stop();
  }

  void close() {
    following.close();
  }

  /**
   * The catalogue as it was a moment ago.
   *
   * @throws Refusal {@code catalogue.building} if the index is still being built
   */
  @Requirement("R64.4")
  Shelf shelf() {
    var current = following.isCurrent();
    var open = shelf;
    if (open == null || !current) {
      throw new Refusal("catalogue.building");
    }
    return open;
  }

  void keep() {
    following.keep();
  }

  /** Everything is taken in again, while searches go on in what there was. */
  @Requirement("R64.5")
  void rebuild() {
    following.alone(() -> mark = EVER);
  }

  /** The index on the disk; one thread at a time comes here. */
  private final class Kept implements Following.Index {
    @Override
    @Requirement("R64.5")
    public void takeIn(boolean first) throws IOException {
      var open = open();
      var horizon = material.horizon();
      changes(open, mark);
      if (first && open.count() != material.count()) {
        // An index of another database, or from before a restore.
        open.index().clear();
        changes(open, EVER);
      }
      mark = horizon;
    }

    @Override
    public void commit() throws IOException {
      if (uncommitted) {
        open().index().commit(mark);
        uncommitted = false;
      }
    }

    @Override
    public void close() throws IOException {
      if (shelf != null) {
        shelf.close();
        shelf = null;
      }
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
      open.index().refresh();
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
      shelf = Shelf.open(folder);
      mark = shelf.index().mark().isEmpty() ? EVER : shelf.index().mark();
    }
    return shelf;
  }
}
