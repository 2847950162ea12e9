package firstline.rumour.release;

import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Carries releases out every few seconds, and at once after a commit that left some to do. */
@ApplicationScoped
class ReleaseDuty {
  private static final int EVERY = 5;
  private static final String NAME = "rumour.release";

  private final ReentrantLock busy = new ReentrantLock();
  private @Nullable ManagedScheduledExecutorService executor;

  @Inject private ServerDesk server;
  @Inject private CarryOut carryOut;

  void start(@Observes ClockworkStarted event) {
    executor = event.executor();
    event
        .executor()
        .scheduleWithFixedDelay(Duty.of(NAME, this::work), EVERY, EVERY, TimeUnit.SECONDS);
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Releases.ServerWork event) {
    if (executor != null) {
      executor.submit(Duty.of(NAME, this::work));
    }
  }

  private void work() {
    // Who waits here has been overtaken; what it was woken for is seen by the one that works, or by
    // the next.
    if (!busy.tryLock()) {
      return;
    }
    try {
      for (var rebuttal : server.as(NAME, carryOut::due)) {
        // One that fails keeps none of the others waiting.
        Duty.of(NAME, () -> server.as(NAME, () -> carryOut.carryOut(rebuttal))).run();
      }
    } finally {
      busy.unlock();
    }
  }
}
