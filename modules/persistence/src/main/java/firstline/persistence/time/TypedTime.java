package firstline.persistence.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date or date and time as programs write it: {@code 2026-03-02}, {@code 2026-03-02T06:30}, with
 * seconds, with Z or an offset, or in the form of RFC 5545, {@code 20260302T063000Z}.
 *
 * @param date true if no time of day was given; the time is then midnight
 * @param offset that was given; null for a local time
 */
public record TypedTime(LocalDateTime local, boolean date, @Nullable ZoneOffset offset) {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})(-?)(\\d\\d)\\2(\\d\\d)"
              + "(?:T(\\d\\d)(:?)(\\d\\d)(?:\\6(\\d\\d)(?:\\.0+)?)?(Z|[+-]\\d\\d(?::?\\d\\d)?)?)?");

  /** What the text says; empty if it has none of the forms or names no day or time. */
  public static Optional<TypedTime> read(String text) {
    var match = FORM.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      var day =
          LocalDate.of(number(match.group(1)), number(match.group(3)), number(match.group(4)));
      if (match.group(5) == null) {
        return Optional.of(new TypedTime(day.atStartOfDay(), true, null));
      }
      var time =
          LocalTime.of(number(match.group(5)), number(match.group(7)), number(match.group(8)));
      var offset = match.group(9) == null ? null : ZoneOffset.of(match.group(9));
      return Optional.of(new TypedTime(day.atTime(time), false, offset));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** The clock's reading in the zone. */
  public LocalDateTime in(ZoneId zone) {
    return offset == null ? local : LocalDateTime.ofInstant(local.toInstant(offset), zone);
  }

  /** The instant; a local time that is skipped or repeated is read as RFC 5545, 3.3.5 says. */
  public Instant instant(ZoneId zone) {
    // Java's rule for gaps and overlaps is that of the RFC.
    return offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset);
  }
}
