package firstline.broadcast.alert;

import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** Looks every two seconds what was cancelled: nobody should hear on what is no longer true. */
@ApplicationScoped
class AlertsDuty {
  private static final String DUTY = "alert.cancelled";
  private static final int EVERY = 2;

  @Inject private ServerDesk server;
  @Inject private FollowAlerts followAlerts;

  void start(@Observes ClockworkStarted event) {
    event
        .executor()
        .scheduleWithFixedDelay(
            Duty.of(DUTY, () -> server.as(DUTY, followAlerts::follow)), 5, EVERY, TimeUnit.SECONDS);
  }
}
