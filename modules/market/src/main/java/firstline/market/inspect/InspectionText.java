package firstline.market.inspect;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.text.PlainText;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Text of inspections as it is typed. */
final class InspectionText {
  static final int TITLE = 120;
  static final int NOTE = 1_000;

  private InspectionText() {}

  /** One line, which may be empty; refused with the code and the most characters if longer. */
  static String line(String typed, int most, String code) {
    return within(PlainText.line(typed), 0, most, code);
  }

  /** One line that must not be empty. */
  static String required(String typed, int most, String code) {
    return within(PlainText.line(typed), 1, most, code);
  }

  /** Lines, which may be none. */
  static String lines(String typed, int most, String code) {
    return within(PlainText.lines(typed).strip(), 0, most, code);
  }

  private static String within(String text, int least, int most, String code) {
    if (text.length() < least || text.length() > most) {
      throw new Refusal(code, most);
    }
    return text;
  }

  /**
   * A day of at most a year from today on.
   *
   * @throws Refusal {@code inspection.due} with what was typed
   */
  static LocalDate due(String typed, LocalDate today) {
    try {
      var day = LocalDate.parse(typed.strip());
      if (day.isAfter(today) && !day.isAfter(today.plusYears(1))) {
        return day;
      }
    } catch (DateTimeException e) {
      throw new Refusal("inspection.due", typed);
    }
    throw new Refusal("inspection.due", typed);
  }
}
