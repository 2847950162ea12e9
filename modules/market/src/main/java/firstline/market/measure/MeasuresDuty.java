package firstline.market.measure;

import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** Looks every minute for preservations that are over. */
@ApplicationScoped
class MeasuresDuty {
  private static final String DUTY = "market.measures";

  @Inject private ServerDesk server;
  @Inject private LapseMeasures lapse;

  void start(@Observes ClockworkStarted event) {
    event.executor().scheduleWithFixedDelay(Duty.of(DUTY, this::look), 40, 60, TimeUnit.SECONDS);
  }

  private void look() {
    server.as(DUTY, lapse::run);
  }
}
