package firstline.testkit.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until a test moves it; in China's zone unless asked otherwise. */
public final class MutableClock extends Clock {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Microseconds since 1970, as fine as PostgreSQL stores. */
  private final AtomicLong now;

  private final ZoneId zone;

  private MutableClock(AtomicLong now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** Stands at the instant, such as {@code 2026-11-24T01:30:00Z}. */
  public static MutableClock at(String instant) {
    return at(Instant.parse(instant));
  }

  public static MutableClock at(Instant instant) {
    return new MutableClock(new AtomicLong(micros(instant)), CHINA);
  }

  /** Moves on, or back if negative. */
  public Instant move(Duration by) {
    return instant(now.addAndGet(by.toNanos() / 1_000));
  }

  public void set(Instant instant) {
    now.set(micros(instant));
  }

  @Override
  public Instant instant() {
    return instant(now.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same hands on another dial: moving one moves both. */
  @Override
  public Clock withZone(ZoneId other) {
    return new MutableClock(now, other);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
