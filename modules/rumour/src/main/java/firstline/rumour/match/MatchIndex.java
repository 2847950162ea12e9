package firstline.rumour.match;

import firstline.persistence.database.Sql;
import firstline.persistence.index.Following;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.setting.Settings;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * This node's index of what is published, kept in step with the database.
 *
 * <p>It is never the truth: a folder that cannot be opened, or that does not hold what the database
 * does, is thrown away and built again. It follows the changes by their transactions, before every
 * search that is older than a moment and every second in between; vectors come after the words, as
 * fast as the machine computes them.
 */
@ApplicationScoped
class MatchIndex {
  private static final UUID FIRST = new UUID(0, 0);
  private static final String EVER = "0";
  private static final int BATCH = 2_000;
  private static final int EMBEDDED_AT_ONCE = 64;

  private static final long EVER_LONG = TimeUnit.DAYS.toSeconds(365);

  /** Whoever imports does not hold a connection longer than proxies do. */
  private static final long CATCH_UP_SECONDS = 540;

  private final Following following = new Following(new Kept());
  private final ReentrantLock embedding = new ReentrantLock();
  private final SignIndex signs = new SignIndex();
  private final Path folder;
  private PublishedPieces published;
  private @Nullable WordIndex words;
  private @Nullable Embedder embedder;
  private boolean embedderTried;
  private String wordsMark = EVER;
  private String signsMark = EVER;
  private boolean uncommitted;

  @Inject
  MatchIndex(Sql sql) {
    this(sql, Settings.current().home().resolve("index").resolve("rebuttals"), true);
  }

  /**
   * @param meaning false for the leg of words alone
   */
  MatchIndex(Sql sql, Path folder, boolean meaning) {
    this.published = new PublishedPieces(sql);
    this.folder = folder;
    this.embedderTried = !meaning;
  }

  @SuppressWarnings("NullAway.Init")
  protected MatchIndex() {
    this.folder = Path.of("");
  }

  void start(@Observes ClockworkStarted event) {
    var executor = event.executor();
    executor.scheduleWithFixedDelay(Duty.of("match index", this::keep), 0, 1, TimeUnit.SECONDS);
    executor.scheduleWithFixedDelay(Duty.of("match vectors", this::embed), 1, 1, TimeUnit.SECONDS);
  }

  void stop(@Observes @Priority(1000) Shutdown event) {
    following.stop();
  }

  void close() {
    following.close();
  }

  PublishedPieces published() {
    return published;
  }

  SignIndex signs() {
    return signs;
  }

  /** The embedder, if this machine has one. */
  synchronized Optional<Embedder> embedder() {
    if (!embedderTried) {
      embedderTried = true;
      embedder = Embedder.load().orElse(null);
    }
    return Optional.ofNullable(embedder);
  }

  /**
   * The words of all that was public a moment ago.
   *
   * @throws Refusal if the index is still being built
   */
  WordIndex words() {
    var current = following.isCurrent();
    var open = words;
    if (open == null || !current) {
      throw new Refusal("match.building");
    }
    return open;
  }

  void keep() {
    following.keep();
  }

  /** The index on the disk; one thread at a time comes here. */
  private final class Kept implements Following.Index {
    @Override
    public void takeIn(boolean first) throws IOException {
      var open = open();
      var horizon = published.horizon();
      words(open, wordsMark);
      signs(signsMark);
      if (first && open.rebuttals() != published.count()) {
        // An index of another database, or from before a restore.
        open.index().clear();
        words(open, EVER);
      }
      wordsMark = horizon;
      signsMark = horizon;
    }

    @Override
    public void commit() throws IOException {
      if (uncommitted) {
        open().index().commit(wordsMark);
        uncommitted = false;
      }
    }

    @Override
    public void close() throws IOException {
      if (words != null) {
        words.close();
        words = null;
      }
    }
  }

  private void words(WordIndex index, String since) throws IOException {
    var last = FIRST;
    List<UUID> ids;
    do {
      ids = published.changed(since, last, BATCH);
      var found = published.read(ids);
      index.replaceAll(
          ids, id -> Optional.ofNullable(found.get(id)).map(one -> one.pieces()).orElse(List.of()));
      for (var id : ids) {
        if (!found.containsKey(id)) {
          signs.remove(id);
        }
        last = id;
        uncommitted = true;
      }
    } while (ids.size() == BATCH);
    index.index().refresh();
  }

  private void signs(String since) {
    var last = FIRST;
    List<UUID> ids;
    do {
      ids = published.embedded(since, last, BATCH);
      var found = published.signs(ids);
      for (var id : ids) {
        signs.replace(id, found.getOrDefault(id, Map.of()));
        last = id;
      }
    } while (ids.size() == BATCH);
  }

  /** Opens the index where it was left, or begins a new one. */
  private WordIndex open() throws IOException {
    if (words == null) {
      words = WordIndex.open(folder);
      wordsMark = words.index().mark().isEmpty() ? EVER : words.index().mark();
    }
    return words;
  }

  /** Computes the vectors that are missing; waits for whoever is at it. */
  void embed() {
    embed(EVER_LONG);
  }

  /** Computes the vectors that are missing, as far as one gets in so many seconds. */
  private void embed(long seconds) {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try {
      if (!embedding.tryLock(seconds, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      var waiting = published.waiting(EMBEDDED_AT_ONCE);
      while (!waiting.isEmpty()
          && !following.isStopped()
          && System.nanoTime() - end < 0
          && embedder().isPresent()) {
        published.embed(waiting, embedder().get());
        waiting = published.waiting(EMBEDDED_AT_ONCE);
      }
    } finally {
      embedding.unlock();
    }
  }

  /**
   * Somebody who brought much waits until all of it can be found by its meaning too; of very much,
   * the rest follows.
   */
  void catchUp(@Observes CatchUp event) {
    embed(CATCH_UP_SECONDS);
    following.follow();
  }
}
