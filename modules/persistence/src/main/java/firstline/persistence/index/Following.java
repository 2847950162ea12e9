package firstline.persistence.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps an index in step with the database: before every look that is older than a moment, and
 * whenever its owner's clockwork says so. One thread at a time takes in what changed.
 */
public final class Following {
  /** An index that follows. Called by one thread at a time. */
  public interface Index {
    /**
     * Takes in what changed since the last time.
     *
     * @param first until it has succeeded once since the start
     */
    void takeIn(boolean first) throws IOException;

    /** Writes down what was taken in, if anything was. */
    void commit() throws IOException;

    /** Lets go of it. */
    void close() throws IOException;
  }

  private static final System.Logger LOG = System.getLogger(Following.class.getName());

  /** A look does not ask for changes again within this time. */
  private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  /** How long a look waits for an index that is being built. */
  private static final long PATIENCE_SECONDS = 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final Index index;
  private volatile boolean built;
  private volatile long followedAt;
  private volatile boolean stopped;

  public Following(Index index) {
    this.index = index;
  }

  /** Brings it up to a moment ago; false while it is still being built. */
  public boolean isCurrent() {
    if (!built || System.nanoTime() - followedAt > FRESH_NANOS) {
      follow();
    }
    return built;
  }

  /** Takes in what changed; leaves it to whoever is at it already, once there is an index. */
  public void follow() {
    try {
      if (!lock.tryLock(built ? 0 : PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      takeIn();
    } finally {
      lock.unlock();
    }
  }

  /** Takes in what changed, and writes it down. */
  public void keep() {
    alone(() -> {});
  }

  /** The same after something that nobody must come between. */
  public void alone(Runnable before) {
    lock.lock();
    try {
      if (!stopped) {
        before.run();
        takeIn();
        index.commit();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  private void takeIn() {
    try {
      index.takeIn(!built);
      built = true;
      followedAt = System.nanoTime();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True once it was told to stop. */
  public boolean isStopped() {
    return stopped;
  }

  /** The server ends: nothing is taken in any more. */
  public void stop() {
    stopped = true;
    close();
  }

  /** Lets go of the index. */
  public void close() {
    lock.lock();
    try {
      index.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the index did not close", e);
    } finally {
      lock.unlock();
    }
  }
}
