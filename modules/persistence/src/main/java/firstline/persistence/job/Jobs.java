package firstline.persistence.job;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of this server. They live in its memory: a job does its work in use cases, each whole or
 * undone, so that a restart loses the report and nothing else. Only its owner sees a job.
 */
@ApplicationScoped
public class Jobs {
  /** How long the report of an ended job is kept. */
  static final Duration KEPT = Duration.ofHours(12);

  /** What a job does; its result is what the page shows at the end. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Progress progress) throws Exception;
  }

  /** Where a job stands. */
  public enum State {
    RUNNING,
    DONE,
    REFUSED,
    CANCELLED,
    FAILED
  }

  /**
   * A job as its owner sees it.
   *
   * @param total 0 while it is unknown
   * @param refusal why it ended, if it was refused or cancelled
   * @param result what the work returned, once it is done
   */
  public record Status(
      UUID id,
      State state,
      long done,
      long total,
      Instant begun,
      @Nullable Refusal refusal,
      @Nullable Object result) {}

  private record Job(UUID owner, Instant begun, Progress progress, Future<?> future) {}

  private final Map<UUID, Job> jobs = new ConcurrentHashMap<>();
  private @Nullable ManagedExecutorService executor;

  @Inject private Desk desk;
  @Inject private ServerDesk serverDesk;
  @Inject private Clock clock;

  void begin(@Observes ClockworkStarted started) {
    executor = started.executor();
  }

  /**
   * Starts the work as the officer at the desk.
   *
   * @throws Refusal {@code job.one} while another job of this officer runs
   */
  public synchronized UUID start(Work<?> work) {
    var officer = desk.officer();
    var now = clock.instant();
    jobs.values().removeIf(job -> job.future().isDone() && job.begun().plus(KEPT).isBefore(now));
    if (jobs.values().stream()
        .anyMatch(job -> job.owner().equals(officer.id()) && !job.future().isDone())) {
      throw new Refusal("job.one");
    }
    if (executor == null) {
      throw new IllegalStateException("The application has not started");
    }
    var progress = new Progress();
    var id = UUID.randomUUID();
    jobs.put(
        id,
        new Job(officer.id(), now, progress, executor.submit(inRequest(officer, work, progress))));
    return id;
  }

  private Callable<Object> inRequest(OfficerOnDuty officer, Work<?> work, Progress progress) {
    return () -> serverDesk.asOfficer(officer, () -> work.run(progress));
  }

  /**
   * Where the job stands.
   *
   * @throws NotFound if the officer at the desk has no such job
   */
  public Status status(UUID id) {
    var job = owned(id);
    var progress = job.progress();
    if (!job.future().isDone()) {
      return new Status(
          id, State.RUNNING, progress.done(), progress.total(), job.begun(), null, null);
    }
    try {
      var result = job.future().get();
      return new Status(
          id, State.DONE, progress.total(), progress.total(), job.begun(), null, result);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        var state = refusal.code().equals("job.cancelled") ? State.CANCELLED : State.REFUSED;
        return new Status(id, state, progress.done(), progress.total(), job.begun(), refusal, null);
      }
      return new Status(
          id, State.FAILED, progress.done(), progress.total(), job.begun(), null, null);
    }
  }

  /** Asks the job to stop at its next step; one that has ended stays as it is. */
  public void cancel(UUID id) {
    owned(id).progress().cancel();
  }

  private Job owned(UUID id) {
    var job = jobs.get(id);
    if (job == null || !job.owner().equals(desk.officer().id())) {
      throw new NotFound();
    }
    return job;
  }
}
