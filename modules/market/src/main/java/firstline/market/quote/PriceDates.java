package firstline.market.quote;

import firstline.persistence.refusal.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates as forms send them. */
final class PriceDates {
  private PriceDates() {}

  /** The date, or null if nothing is typed; refused as {@code quote.date}. */
  static @Nullable LocalDate read(String typed) {
    if (typed.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      throw new Refusal("quote.date", typed);
    }
  }

  /** The date; refused as {@code quote.date} if nothing is typed. */
  static LocalDate needed(String typed) {
    var day = read(typed);
    if (day == null) {
      throw new Refusal("quote.date", typed);
    }
    return day;
  }
}
