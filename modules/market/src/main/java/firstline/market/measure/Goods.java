package firstline.market.measure;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.text.PlainText;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A line of the list of goods.
 *
 * @param amount above nothing, with at most three places
 * @param spot where they lie
 */
public record Goods(String name, BigDecimal amount, String unit, String spot) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,3})?");
  private static final int NAME = 100;
  private static final int UNIT = 20;

  /**
   * The line as it is typed.
   *
   * @param place of the line on its list, from 1, for the refusal
   * @throws Refusal {@code measure.goods.name}, {@code .amount}, {@code .unit}, {@code .spot}, each
   *     with the place
   */
  @Requirement("R92.3")
  public static Goods read(int place, String name, String amount, String unit, String spot) {
    var number = PlainText.line(amount).replace(",", "");
    var read = NUMBER.matcher(number).matches() ? new BigDecimal(number) : BigDecimal.ZERO;
    if (read.signum() == 0) {
      throw new Refusal("measure.goods.amount", place, number);
    }
    return new Goods(
        line(place, name, NAME, "measure.goods.name"),
        read.stripTrailingZeros(),
        line(place, unit, UNIT, "measure.goods.unit"),
        line(place, spot, NAME, "measure.goods.spot"));
  }

  private static String line(int place, String typed, int most, String code) {
    var line = PlainText.line(typed);
    if (line.isEmpty() || line.length() > most) {
      throw new Refusal(code, place, most);
    }
    return line;
  }

  /** The amount with its unit. */
  public String measured() {
    return amount.toPlainString() + " " + unit;
  }
}
