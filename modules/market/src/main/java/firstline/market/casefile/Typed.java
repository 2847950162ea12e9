package firstline.market.casefile;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is typed into the pages of cases. */
public final class Typed {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private Typed() {}

  /**
   * The day; null if none was typed.
   *
   * @throws Refusal {@code case.date} if it is none, or none of this century
   */
  public static @Nullable LocalDate day(Screen screen, String field) {
    return day(screen.parameter(field));
  }

  /** The same of what was typed. */
  static @Nullable LocalDate day(String typed) {
    var text = typed.strip();
    if (text.isEmpty()) {
      return null;
    }
    try {
      var day = LocalDate.parse(text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() < LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException e) {
      throw new Refusal("case.date", text);
    }
    throw new Refusal("case.date", text);
  }

  /** The value of the name, or the one that is usual. */
  public static <T extends Enum<T>> T of(String name, T[] values, T usual) {
    return Arrays.stream(values).filter(one -> one.name().equals(name)).findFirst().orElse(usual);
  }
}
