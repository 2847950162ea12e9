package firstline.persistence.retention;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/**
 * Once a day, and soon after each start. In small batches: each is over before anybody who waits
 * for one of its rows notices.
 */
@ApplicationScoped
class ForgetDaily {
  static final int BATCH = 500;

  @Inject private ServerDesk server;
  @Inject @Any private Instance<RetentionContribution> slices;

  void start(@Observes ClockworkStarted event) {
    event
        .executor()
        .scheduleAtFixedRate(
            Duty.of("retention", this::forget), 120, TimeUnit.DAYS.toSeconds(1), TimeUnit.SECONDS);
  }

  private void forget() {
    server.as("retention", () -> forgotten(slices));
  }

  @Requirement("R17.1")
  static int forgotten(Iterable<? extends RetentionContribution> slices) {
    var all = 0;
    for (var slice : slices) {
      int some;
      do {
        some = slice.forget(BATCH);
        all += some;
      } while (some == BATCH);
    }
    return all;
  }
}
