package firstline.persistence.time;

import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/** The one clock of the product, and the zone of its screens. */
@ApplicationScoped
public class Clocks {
  /** Instants are stored in UTC and shown in China's one zone. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /**
   * Milliseconds of the epoch by the machine: for ids, which must grow whatever a test does to its
   * clock, and for codes that somebody's telephone shows.
   */
  public static long millis() {
    return System.currentTimeMillis();
  }

  /** Ticks in microseconds, as PostgreSQL stores: what is written reads back equal. */
  @Produces
  @ApplicationScoped
  public Clock clock() {
    var settings = Settings.current();
    var tempo = Tempo.of(settings.home(), settings.demo(), settings.speed(), millis());
    return SampleTime.seen(tempo.shown(Clock.tick(Clock.system(ZONE), Duration.ofNanos(1_000))));
  }
}
