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
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

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

  private final BlockingQueue<Handed> waiting = new ArrayBlockingQueue<>(WAITING);
  private volatile boolean stopped;

  @Inject private KeepReceipts keepReceipts;
  @Inject private ServerDesk server;

  void start(@Observes ClockworkStarted event) {
    event.executor().execute(this::work);
  }

  void stop(@Observes ClockworkStops event) {
    stopped = true;
  }

  /**
   * Takes a batch; the answer comes once it is on the disk.
   *
   * @throws Refusal {@code receipts.busy} if too many wait
   */
  @Requirement("R33.3")
  public CompletableFuture<KeepReceipts.Kept> take(KeepReceipts.Signed batch) {
    var handed = new Handed(batch, new CompletableFuture<>());
    if (stopped || !waiting.offer(handed)) {
      throw new Refusal("receipts.busy");
    }
    return handed.answer();
  }

  private void work() {
    while (!stopped) {
      try {
        var first = waiting.poll(1, TimeUnit.SECONDS);
        if (first != null) {
          var together = new ArrayList<Handed>();
          together.add(first);
          waiting.drainTo(together, TOGETHER - 1);
          keep(together);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stopped = true;
      }
    }
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
