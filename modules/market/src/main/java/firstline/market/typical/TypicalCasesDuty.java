package firstline.market.typical;

import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** Ends every minute the typical cases whose decisions are no longer shown. */
@ApplicationScoped
class TypicalCasesDuty {
  private static final String DUTY = "market.typical-cases";

  @Inject private ServerDesk server;
  @Inject private TypicalCases typicalCases;

  void start(@Observes ClockworkStarted event) {
    event.executor().scheduleWithFixedDelay(Duty.of(DUTY, this::end), 35, 60, TimeUnit.SECONDS);
  }

  private void end() {
    server.as(DUTY, typicalCases::endWithDecisions);
  }
}
