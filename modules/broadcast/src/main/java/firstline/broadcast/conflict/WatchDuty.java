package firstline.broadcast.conflict;

import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** Looks once a minute, so that nobody's form waits for the first index of a day. */
@ApplicationScoped
class WatchDuty {
  private static final String DUTY = "broadcast.conflicts";

  @Inject private ServerDesk server;
  @Inject private CheckConflicts check;

  void start(@Observes ClockworkStarted event) {
    event.executor().scheduleWithFixedDelay(Duty.of(DUTY, this::look), 90, 60, TimeUnit.SECONDS);
  }

  private void look() {
    server.as(DUTY, check::look);
  }
}
