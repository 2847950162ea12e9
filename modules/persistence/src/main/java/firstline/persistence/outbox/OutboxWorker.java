package firstline.persistence.outbox;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.ClockworkStops;
import firstline.persistence.usecase.Transactions;
import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Does the duties on this node: once a second, and at once after a commit that added some. Several
 * nodes work side by side, since a duty is claimed with SKIP LOCKED.
 */
@ApplicationScoped
class OutboxWorker {
  private static final System.Logger LOG = System.getLogger(OutboxWorker.class.getName());
  private static final int BATCH = 20;

  private final UUID worker = Ids.next();
  private final ReentrantLock busy = new ReentrantLock();
  private @Nullable ManagedScheduledExecutorService executor;
  private final List<Future<?>> clockwork = new ArrayList<>();

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Transactions transactions;
  @Inject private ServerDesk server;
  @Inject @Any private Instance<OutboxListener> listeners;

  void start(@Observes ClockworkStarted event) {
    var executor = event.executor();
    this.executor = executor;
    clockwork.add(executor.scheduleWithFixedDelay(this::work, 1, 1, TimeUnit.SECONDS));
    clockwork.add(executor.scheduleWithFixedDelay(this::beat, 15, 15, TimeUnit.SECONDS));
  }

  void stop(@Observes @Priority(2000) ClockworkStops event) {
    clockwork.forEach(work -> work.cancel(true));
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Added event) {
    if (executor != null) {
      executor.submit(this::work);
    }
  }

  private void beat() {
    var deliveries = new Deliveries(sql);
    deliveries.beat(worker, clock.instant());
    deliveries.rescue(clock.instant());
  }

  private void work() {
    if (!busy.tryLock()) {
      return;
    }
    try {
      List<Deliveries.Delivery> claimed;
      do {
        claimed = transactions.run(() -> new Deliveries(sql).claim(worker, clock.instant(), BATCH));
        for (var delivery : claimed) {
          deliver(delivery);
        }
      } while (!claimed.isEmpty());
    } catch (Exception e) {
      // The database is away: the next tick tries again.
      LOG.log(System.Logger.Level.WARNING, "the outbox could not be read", e);
    } finally {
      busy.unlock();
    }
  }

  private void deliver(Deliveries.Delivery delivery) {
    try {
      server.as(delivery.listener(), () -> done(delivery));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "duty of " + delivery.listener() + " put off", e);
      var cause = e.getCause() == null ? e : e.getCause();
      new Deliveries(sql).failed(delivery, worker, clock.instant(), String.valueOf(cause));
    }
  }

  private boolean done(Deliveries.Delivery delivery) {
    try {
      return transactions.run(
          () -> {
            listener(delivery.listener()).on(delivery.event());
            if (!new Deliveries(sql).done(delivery, worker, clock.instant())) {
              throw new IllegalStateException("the duty was given to another worker meanwhile");
            }
            return true;
          });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private OutboxListener listener(String name) {
    return listeners.stream()
        .filter(listener -> listener.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no listener " + name));
  }
}
