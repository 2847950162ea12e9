package firstline.broadcast.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** From a zone's clock to instants as RFC 5545, 3.3.5 reads it; quick where no summer time is. */
final class ZoneClock {
  private final ZoneRules rules;

  /** The one offset from {@link Recurrence#FIRST} on; null if there are several. */
  private final @Nullable ZoneOffset only;

  ZoneClock(ZoneId zone) {
    this.rules = zone.getRules();
    var first = Recurrence.FIRST.minusYears(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    this.only = rules.nextTransition(first) == null ? rules.getOffset(first) : null;
  }

  /** The instant of a reading of the clock, in seconds since 1970-01-01T00:00 there. */
  Instant instant(long local) {
    if (only != null) {
      return Instant.ofEpochSecond(local - only.getTotalSeconds());
    }
    var reading = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
    var transition = rules.getTransition(reading);
    var offset = transition == null ? rules.getOffset(reading) : transition.getOffsetBefore();
    return reading.toInstant(offset);
  }

  /** True if the clock never shows this reading. */
  boolean skipped(long local) {
    if (only != null) {
      return false;
    }
    var transition = rules.getTransition(LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC));
    return transition != null && transition.isGap();
  }
}
