package firstline.persistence.audit;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.ClockworkStops;
import firstline.persistence.time.Duty;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/**
 * Anchors the chain soon after each start, every hour, and when the server stops in order. What was
 * recorded since the last anchor is all that somebody who rewrites the database can hide.
 */
@ApplicationScoped
class AnchorHourly {
  @Inject private AuditLog log;
  @Inject private ServerDesk server;

  @SuppressWarnings("NullAway.Init")
  AnchorHourly() {}

  AnchorHourly(AuditLog log, ServerDesk server) {
    this.log = log;
    this.server = server;
  }

  @Requirement("R10.4")
  void start(@Observes ClockworkStarted event) {
    event
        .executor()
        .scheduleAtFixedRate(
            Duty.of("audit-anchor", this::anchor),
            60,
            TimeUnit.HOURS.toSeconds(1),
            TimeUnit.SECONDS);
  }

  /** After the last duty; whatever happens here, the database must stop. */
  @Requirement("R10.4")
  void stop(@Observes @Priority(3000) ClockworkStops event) {
    Duty.of("audit-anchor", this::anchor).run();
  }

  private void anchor() {
    server.as("audit-anchor", this::anchored);
  }

  private boolean anchored() {
    try {
      return log.anchor().isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
