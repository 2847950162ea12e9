package firstline.persistence.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of the thread that founds the sample city, which has worked for a month before it is
 * shown. Every other thread, and every server that founds no sample, has the system's clock.
 */
@ApplicationScoped
public class SampleTime {
  private static final ThreadLocal<Duration> AGO = ThreadLocal.withInitial(() -> Duration.ZERO);

  /** From now on it was so long ago, on this thread. */
  public void ago(Duration before) {
    AGO.set(before);
  }

  /** So much time passes, on this thread, but never beyond the present. */
  public void pass(Duration time) {
    var left = AGO.get().minus(time);
    AGO.set(left.isNegative() ? Duration.ZERO : left);
  }

  /** It is now again. */
  public void over() {
    AGO.remove();
  }

  /** The clock, as this thread sees it. */
  static Clock seen(Clock clock) {
    return new Clock() {
      @Override
      public Instant instant() {
        return clock.instant().minus(AGO.get());
      }

      @Override
      public ZoneId getZone() {
        return clock.getZone();
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return seen(clock.withZone(zone));
      }
    };
  }
}
