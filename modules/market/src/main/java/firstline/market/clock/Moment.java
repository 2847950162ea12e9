package firstline.market.clock;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.time.Clocks;
import firstline.persistence.time.TypedTime;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day, or an instant with the day it has in China.
 *
 * @param at null if only the day is known
 */
public record Moment(LocalDate day, @Nullable Instant at) {
  private static final int LONGEST = 60;

  /** A day of which no more is known. */
  public static Moment of(LocalDate day) {
    return new Moment(day, null);
  }

  /** An instant. */
  public static Moment of(Instant at) {
    return new Moment(LocalDate.ofInstant(at, Clocks.ZONE), at);
  }

  /**
   * A date or instant as programs write it.
   *
   * @param field for the refusal
   * @throws Refusal {@code clock.moment}, {@code clock.range}
   */
  public static Moment read(String field, @Nullable String text) {
    if (text == null) {
      throw new Refusal("clock.missing", field);
    }
    var typed =
        TypedTime.read(text)
            .orElseThrow(
                () ->
                    new Refusal(
                        "clock.moment",
                        field,
                        text.substring(0, Math.min(LONGEST, text.length()))));
    var moment = typed.date() ? of(typed.local().toLocalDate()) : of(typed.instant(Clocks.ZONE));
    DayTable.place(moment.day());
    return moment;
  }

  boolean isBefore(Moment other) {
    return at != null && other.at != null ? at.isBefore(other.at) : day.isBefore(other.day);
  }
}
