package firstline.broadcast.receipt;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.ClockworkStops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the batches that come in while the last ones are being written: the more come, the more
 * share one flush of the disk. Whoever handed one in is answered after the commit, and not before.
 */
@ApplicationScoped
public class Intake {
  private static final System.Logger LOG = System.getLogger(Intake.class.getName());

  /** More wait than a disk writes in seconds: the speaker keeps its journal and comes again. */
  private static final int WAITING = 5_000;

  /** Batches of one transaction. */
  private static final int TOGETHER = 400;

  private record Handed(KeepReceipts.Signed batch, CompletableFuture<KeepReceipts.Kept> answer) {}

  private final Queue<Handed> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicBoolean writing = new AtomicBoolean();
  private volatile @Nullable Executor executor;

  @Inject private KeepReceipts keepReceipts;
  @Inject private ServerDesk server;

  void start(@Observes ClockworkStarted event) {
    executor = event.executor();
  }

  void stop(@Observes ClockworkStops event) {
    executor = null;
  }

  /**
   * Takes a batch; the answer comes once it is on the disk.
   *
   * @throws Refusal {@code receipts.busy} if too many wait, or the server starts or stops
   */
  @Requirement("R33.3")
  public CompletableFuture<KeepReceipts.Kept> take(KeepReceipts.Signed batch) {
    var writers = executor;
    if (writers == null || count.get() >= WAITING) {
      throw new Refusal("receipts.busy");
    }
    var handed = new Handed(batch, new CompletableFuture<>());
    count.incrementAndGet();
    waiting.add(handed);
    if (writing.compareAndSet(false, true)) {
      writers.execute(this::write);
    }
    return handed.answer();
  }

  /** Writes as long as there is something, one transaction after another. */
  private void write() {
    do {
      try {
        var together = together();
        while (!together.isEmpty()) {
          keep(together);
          together = together();
        }
      } finally {
        writing.set(false);
      }
      // Whoever came between the last look and the flag has found it set.
    } while (!waiting.isEmpty() && writing.compareAndSet(false, true));
  }

  private List<Handed> together() {
    var together = new ArrayList<Handed>();
    while (together.size() < TOGETHER) {
      var next = waiting.poll();
      if (next == null) {
        break;
      }
      count.decrementAndGet();
      together.add(next);
    }
    return together;
  }

  private void keep(List<Handed> together) {
    try {
      var batches = together.stream().map(Handed::batch).toList();
      var kept = server.as("broadcast.receipts", () -> keepReceipts.keep(batches));
      for (var i = 0; i < kept.size(); i++) {
        together.get(i).answer().complete(kept.get(i));
      }
    } catch (RuntimeException e) {
      // One that the database does not take must not keep the others out.
      if (together.size() > 1) {
        together.forEach(one -> keep(List.of(one)));
      } else {
        LOG.log(System.Logger.Level.WARNING, "a batch of receipts was not kept", e);
        together.get(0).answer().completeExceptionally(e);
      }
    }
  }
}
