package firstline.persistence.file;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** At each start, and every hour: deletes what a crash left half written. */
@ApplicationScoped
class SweepIncoming {
  /** Nobody is silent that long in the middle of an upload. */
  static final Duration SILENT = Duration.ofHours(1);

  private static final System.Logger LOG = System.getLogger(SweepIncoming.class.getName());

  @Inject private FileStore store;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  SweepIncoming() {}

  SweepIncoming(FileStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  void start(@Observes ClockworkStarted event) {
    event
        .executor()
        .scheduleWithFixedDelay(
            Duty.of("incoming files", this::sweep), 0, SILENT.toSeconds(), TimeUnit.SECONDS);
  }

  @Requirement("R16.5")
  void sweep() {
    try {
      var swept = store.sweep(clock.instant().minus(SILENT));
      if (swept > 0) {
        LOG.log(System.Logger.Level.INFO, swept + " files that were left half written are deleted");
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the incoming files could not be swept", e);
    }
  }
}
