package firstline.persistence.audit;

import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Anchors the chain once a day, and once soon after each start. */
@ApplicationScoped
class AnchorDaily {
  private static final System.Logger LOG = System.getLogger(AnchorDaily.class.getName());

  @Inject private AuditLog log;
  @Inject private ServerDesk server;

  void start(@Observes ClockworkStarted event) {
    event
        .executor()
        .scheduleAtFixedRate(this::anchor, 60, TimeUnit.DAYS.toSeconds(1), TimeUnit.SECONDS);
  }

  private void anchor() {
    server.as("audit-anchor", this::anchored);
  }

  private boolean anchored() {
    try {
      return log.anchor().isPresent();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "the audit record could not be anchored", e);
      return false;
    }
  }
}
