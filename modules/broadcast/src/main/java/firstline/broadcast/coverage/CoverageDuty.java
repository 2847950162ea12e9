package firstline.broadcast.coverage;

import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** Adds up every half minute what has come in. */
@ApplicationScoped
class CoverageDuty {
  private static final String DUTY = "broadcast.coverage";
  private static final int EVERY = 30;

  /** After a long outage the rest waits for the next time: other duties have their turn too. */
  private static final int ROUNDS = 40;

  @Inject private ServerDesk server;
  @Inject private AddUpPlays addUpPlays;

  void start(@Observes ClockworkStarted event) {
    event
        .executor()
        .scheduleWithFixedDelay(Duty.of(DUTY, this::addUp), 20, EVERY, TimeUnit.SECONDS);
  }

  private void addUp() {
    for (var round = 0; round < ROUNDS && server.as(DUTY, addUpPlays::addUp) > 0; round++) {}
  }
}
