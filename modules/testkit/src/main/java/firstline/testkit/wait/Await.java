package firstline.testkit.wait;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits until a condition holds, and no longer. */
public final class Await {
  private static final long PAUSE_MILLIS = 20;

  private Await() {}

  /**
   * Asks again and again until the condition holds.
   *
   * @throws AssertionError if it does not hold within the limit, or fails while it is asked
   */
  public static void until(Callable<Boolean> condition, Duration limit) {
    var met = new CompletableFuture<Boolean>();
    var executor = Executors.newSingleThreadScheduledExecutor();
    try {
      executor.scheduleWithFixedDelay(
          () -> ask(condition, met), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      met.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("the condition did not hold within " + limit, e);
    } catch (ExecutionException e) {
      throw new AssertionError("the condition failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } finally {
      executor.shutdownNow();
    }
  }

  private static void ask(Callable<Boolean> condition, CompletableFuture<Boolean> met) {
    try {
      if (condition.call()) {
        met.complete(true);
      }
    } catch (Exception | AssertionError e) {
      met.completeExceptionally(e);
    }
  }
}
