package firstline.market.complaint;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.text.PlainText;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it is taken in.
 *
 * @param contact who sent it and how they are reached; empty if nobody says
 */
public record Letter(
    String area,
    Channel channel,
    String operator,
    String place,
    String goods,
    String facts,
    String contact) {
  /** How it came. Words: {@code complaint.channel.<name>}. */
  public enum Channel {
    HALL,
    PHONE,
    LETTER,
    DEPARTMENT,
    PLATFORM_12315,
    HOTLINE_12345,
    PRICE_ALERT,
    INSPECTION;

    /** Those by which somebody sends something: nobody types what the house has found itself. */
    public static List<Channel> sent() {
      return Arrays.stream(values())
          .filter(one -> one != PRICE_ALERT && one != INSPECTION)
          .toList();
    }

    /**
     * The channel by which somebody sent it.
     *
     * @throws Refusal {@code complaint.channel}
     */
    public static Channel named(String typed) {
      return sent().stream()
          .filter(one -> one.name().equals(typed))
          .findFirst()
          .orElseThrow(() -> new Refusal("complaint.channel"));
    }
  }

  private static final int LINE = 100;
  private static final int PLACE = 200;
  private static final int FACTS = 4_000;

  /**
   * As it is kept.
   *
   * @throws Refusal {@code complaint.operator}, {@code .place}, {@code .goods}, {@code .facts},
   *     {@code .contact} with how long it may be
   */
  public Letter checked() {
    return new Letter(
        area,
        channel,
        line("operator", operator, 1, LINE),
        line("place", place, 0, PLACE),
        line("goods", goods, 1, LINE),
        within("facts", PlainText.lines(facts).strip(), 1, FACTS),
        line("contact", contact, 0, PLACE));
  }

  private static String line(String field, @Nullable String typed, int least, int most) {
    return within(field, PlainText.line(typed), least, most);
  }

  private static String within(String field, String text, int least, int most) {
    if (text.length() < least || text.length() > most) {
      throw new Refusal("complaint." + field, most);
    }
    return text;
  }

  @Override
  public String toString() {
    return "a letter";
  }
}
