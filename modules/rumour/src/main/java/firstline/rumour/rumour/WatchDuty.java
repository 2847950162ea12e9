package firstline.rumour.rumour;

import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** Looks for idle rumours every few minutes. */
@ApplicationScoped
class WatchDuty {
  private static final int EVERY = 300;

  @Inject private ServerDesk server;
  @Inject private WatchIdle watch;

  void start(@Observes ClockworkStarted event) {
    event
        .executor()
        .scheduleAtFixedRate(Duty.of("rumour.idle", this::look), EVERY, EVERY, TimeUnit.SECONDS);
  }

  private void look() {
    server.as("rumour.idle", () -> watch.run());
  }
}
