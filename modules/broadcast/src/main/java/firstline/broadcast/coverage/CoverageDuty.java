package firstline.broadcast.coverage;

import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.Clocks;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** Adds up every half minute what has come in. */
@ApplicationScoped
class CoverageDuty {
  private static final String DUTY = "broadcast.coverage";
  private static final String SPEAKERS = "broadcast.speakers";
  private static final int EVERY = 30;
  private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

  /** After a long outage the rest waits for the next time: other duties have their turn too. */
  private static final int ROUNDS = 40;

  @Inject private ServerDesk server;
  @Inject private AddUpPlays addUpPlays;
  @Inject private CountSpeakers countSpeakers;
  @Inject private Clock clock;

  private LocalDate since = BEGINNING;

  void start(@Observes ClockworkStarted event) {
    event
        .executor()
        .scheduleWithFixedDelay(Duty.of(DUTY, this::addUp), 20, EVERY, TimeUnit.SECONDS);
    event
        .executor()
        .scheduleWithFixedDelay(Duty.of(SPEAKERS, this::countSpeakers), 22, 60, TimeUnit.SECONDS);
  }

  /** The first time all that there is, then what yesterday and today brought. */
  private void countSpeakers() {
    server.as(SPEAKERS, () -> countSpeakers.count(since));
    since = LocalDate.ofInstant(clock.instant(), Clocks.ZONE).minusDays(1);
  }

  private void addUp() {
    for (var round = 0; round < ROUNDS && server.as(DUTY, addUpPlays::addUp) > 0; round++) {}
  }
}
