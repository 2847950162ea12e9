package firstline.market.term;

import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** Looks every minute for terms to project anew and to warn of. */
@ApplicationScoped
class TermsDuty {
  private static final String DUTY = "market.terms";

  @Inject private ServerDesk server;
  @Inject private ReprojectTerms reproject;
  @Inject private WarnOfTerms warn;

  void start(@Observes ClockworkStarted event) {
    event.executor().scheduleWithFixedDelay(Duty.of(DUTY, this::look), 20, 60, TimeUnit.SECONDS);
  }

  private void look() {
    server.as(DUTY, () -> reproject.run() + warn.run());
  }
}
