package firstline.rumour.text;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.time.Clocks;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days and hours as a browser's fields send them, in China's zone. */
public final class TypedTime {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT).withZone(Clocks.ZONE);

  private TypedTime() {}

  /**
   * The instant, or null if nothing was typed.
   *
   * @throws Refusal {@code rumour.day} if it is none
   */
  public static @Nullable Instant instant(String typed) {
    if (typed.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(typed.strip()).atZone(Clocks.ZONE).toInstant();
    } catch (DateTimeException e) {
      throw new Refusal("rumour.day", typed);
    }
  }

  /**
   * The day, or null if nothing was typed.
   *
   * @throws Refusal {@code rumour.day} if it is none
   */
  public static @Nullable LocalDate day(String typed) {
    if (typed.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      throw new Refusal("rumour.day", typed);
    }
  }

  /** What such a field shows for the instant, to the minute that has begun. */
  public static String shown(Instant instant) {
    return MINUTE.format(instant.truncatedTo(ChronoUnit.MINUTES));
  }
}
