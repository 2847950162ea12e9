package firstline.broadcast.media;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that is done one after the other, in the order in which it comes, and not too much of it.
 */
final class Turns {
  /** What is done in its turn. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  private final Semaphore one = new Semaphore(1, true);
  private final AtomicInteger brought = new AtomicInteger();
  private final int most;

  /**
   * Turns.
   *
   * @param most that may be there at once, the one at work included
   */
  Turns(int most) {
    this.most = most;
  }

  /**
   * Takes one in, for which {@link #leave} is called at its end.
   *
   * @throws Refusal {@code media.busy} when there are enough
   */
  @Requirement("R38.8")
  void come() {
    if (brought.incrementAndGet() > most) {
      brought.decrementAndGet();
      throw new Refusal("media.busy");
    }
  }

  void leave() {
    brought.decrementAndGet();
  }

  /** Waits for its turn and does the work. */
  <T> T inTurn(Work<T> work) throws IOException, InterruptedException {
    one.acquire();
    try {
      return work.run();
    } finally {
      one.release();
    }
  }
}
