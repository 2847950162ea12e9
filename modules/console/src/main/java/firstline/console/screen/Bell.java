package firstline.console.screen;

import firstline.persistence.right.OfficerOnDuty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How many to-dos wait, as every page says it. All modules count for it, a dozen statements; so a
 * number is kept for some seconds, and let go when its officer does something. The list of what
 * waits itself is always counted.
 */
@ApplicationScoped
public class Bell {
  static final Duration KEPT = Duration.ofSeconds(10);
  private static final int MOST = 1_000;

  private record Rung(long count, Instant until) {}

  private final Map<OfficerOnDuty, Rung> rung = new ConcurrentHashMap<>();

  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Bell() {}

  /** For tests without a server. */
  Bell(Clock clock) {
    this.clock = clock;
  }

  /** The number that is kept of the officer with just these rights, or what is counted now. */
  public long count(OfficerOnDuty officer, LongSupplier counted) {
    var now = clock.instant();
    var kept = rung.get(officer);
    return kept != null && now.isBefore(kept.until()) ? kept.count() : keep(officer, counted);
  }

  /** Counts now, and keeps it. */
  public long keep(OfficerOnDuty officer, LongSupplier counted) {
    var now = clock.instant();
    if (rung.size() >= MOST) {
      rung.values().removeIf(one -> !now.isBefore(one.until()));
    }
    var count = counted.getAsLong();
    rung.put(officer, new Rung(count, now.plus(KEPT)));
    return count;
  }

  /** What the officer did may have changed what waits. */
  public void letGo(OfficerOnDuty officer) {
    rung.keySet().removeIf(one -> one.id().equals(officer.id()));
  }
}
