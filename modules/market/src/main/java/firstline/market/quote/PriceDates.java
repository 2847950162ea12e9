package firstline.market.quote;

import firstline.persistence.refusal.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as forms send them. */
final class PriceDates {
  private static final LocalDate EXCEL = LocalDate.of(1899, 12, 30);
  private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.0*)?");
  private static final Pattern SLASHED = Pattern.compile("(\\d{4})/(\\d{1,2})/(\\d{1,2})");

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

  /**
   * A date of a table, as spreadsheets write it: {@code 2020-01-20}, {@code 2020/1/20}, or the days
   * since 30 December 1899 of a workbook's date cell (ECMA-376 part 1, 18.17.4.1).
   *
   * @throws DateTimeException if it is none of these
   */
  static LocalDate ofTable(String typed) {
    var text = typed.strip();
    var serial = SERIAL.matcher(text);
    if (serial.matches()) {
      return EXCEL.plusDays(Long.parseLong(serial.group(1)));
    }
    var slashed = SLASHED.matcher(text);
    return slashed.matches()
        ? LocalDate.of(
            Integer.parseInt(slashed.group(1)),
            Integer.parseInt(slashed.group(2)),
            Integer.parseInt(slashed.group(3)))
        : LocalDate.parse(text);
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
