package firstline.broadcast.receipt;

import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** Looks once a day whether there are parts for the months ahead. */
@ApplicationScoped
class MonthsDuty {
  private static final String DUTY = "broadcast.months";

  @Inject private ServerDesk server;
  @Inject private MakeMonths months;

  void start(@Observes ClockworkStarted event) {
    event.executor().scheduleAtFixedRate(Duty.of(DUTY, this::look), 60, 86_400, TimeUnit.SECONDS);
  }

  private void look() {
    server.as(DUTY, months::make);
  }
}
