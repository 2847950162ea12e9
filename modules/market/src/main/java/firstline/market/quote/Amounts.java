package firstline.market.quote;

import firstline.persistence.refusal.Refusal;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amounts of money as they are typed. */
final class Amounts {
  private static final BigDecimal LEAST = new BigDecimal("0.01");
  private static final BigDecimal MOST = new BigDecimal("10000000");
  private static final int DECIMALS = 4;

  private Amounts() {}

  /** A plain decimal number, or null: no sign, exponent or thousands. */
  static @Nullable BigDecimal read(String typed) {
    return typed.matches("[0-9]{1,18}(\\.[0-9]{1,9})?") ? new BigDecimal(typed) : null;
  }

  /**
   * An amount in yuan.
   *
   * @throws Refusal with the code if it is no number from 0.01 to 10,000,000 with at most four
   *     decimals
   */
  static BigDecimal yuan(String typed, String code) {
    var amount = read(typed.strip());
    if (amount == null
        || amount.compareTo(LEAST) < 0
        || amount.compareTo(MOST) > 0
        || amount.stripTrailingZeros().scale() > DECIMALS) {
      throw new Refusal(code, typed);
    }
    return amount;
  }
}
