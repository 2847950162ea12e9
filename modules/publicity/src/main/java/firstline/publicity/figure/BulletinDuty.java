package firstline.publicity.figure;

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

/** Counts for the bulletin every minute; the first time all that there is. */
@ApplicationScoped
class BulletinDuty {
  private static final String DUTY = "publicity.figures";
  private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

  /** What is told late, from a phone that was off line, is at most so many days old. */
  private static final int LATE = 14;

  @Inject private ServerDesk server;
  @Inject private CountForBulletin countForBulletin;
  @Inject private Clock clock;

  private LocalDate since = BEGINNING;

  void start(@Observes ClockworkStarted event) {
    event.executor().scheduleWithFixedDelay(Duty.of(DUTY, this::count), 25, 60, TimeUnit.SECONDS);
  }

  private void count() {
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    server.as(DUTY, () -> countForBulletin.count(since));
    since = today.minusDays(LATE);
  }
}
