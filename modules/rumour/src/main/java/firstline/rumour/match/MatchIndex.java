package firstline.rumour.match;

import firstline.persistence.database.Sql;
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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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
  private static final System.Logger LOG = System.getLogger(MatchIndex.class.getName());
  private static final UUID FIRST = new UUID(0, 0);
  private static final String EVER = "0";
  private static final int BATCH = 2_000;
  private static final int EMBEDDED_AT_ONCE = 64;

  /** A search does not look for changes again within this time. */
  private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private static final long EVER_LONG = TimeUnit.DAYS.toSeconds(365);

  /** Whoever imports does not hold a connection longer than proxies do. */
  private static final long CATCH_UP_SECONDS = 540;

  /** How long a search waits for an index that is being built. */
  private static final long PATIENCE_SECONDS = 10;

  private final ReentrantLock following = new ReentrantLock();
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
  private volatile boolean built;
  private volatile long followedAt;
  private volatile boolean stopped;

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
    stopped = true;
    close();
  }

  void close() {
    following.lock();
    try {
      if (words != null) {
        words.close();
        words = null;
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the index did not close", e);
    } finally {
      following.unlock();
    }
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
    if (!built || System.nanoTime() - followedAt > FRESH_NANOS) {
      follow();
    }
    var open = words;
    if (open == null || !built) {
      throw new Refusal("match.building");
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
          open().commit(wordsMark);
          uncommitted = false;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      following.unlock();
    }
  }

  private void takeIn() {
    try {
      var index = open();
      var horizon = published.horizon();
      words(index, wordsMark);
      signs(signsMark);
      if (!built && index.rebuttals() != published.count()) {
        // An index of another database, or from before a restore.
        index.clear();
        words(index, EVER);
      }
      wordsMark = horizon;
      signsMark = horizon;
      built = true;
      followedAt = System.nanoTime();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    index.refresh();
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
      words = opened();
      wordsMark = words.mark().isEmpty() ? EVER : words.mark();
    }
    return words;
  }

  private WordIndex opened() throws IOException {
    Files.createDirectories(folder);
    try {
      return WordIndex.open(folder);
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(System.Logger.Level.WARNING, "the index of rebuttals is built anew", e);
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
      Files.createDirectories(folder);
      return WordIndex.open(folder);
    }
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
          && !stopped
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
    follow();
  }
}
