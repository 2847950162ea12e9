package firstline.broadcast.call;

import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** Looks every few seconds which places are silent. */
@ApplicationScoped
class CallsDuty {
  private static final String DUTY = "broadcast.calls";
  private static final int EVERY = 5;

  @Inject private ServerDesk server;
  @Inject private OpenCalls openCalls;

  void start(@Observes ClockworkStarted event) {
    event
        .executor()
        .scheduleWithFixedDelay(
            Duty.of(DUTY, () -> server.as(DUTY, openCalls::open)), EVERY, EVERY, TimeUnit.SECONDS);
  }
}
