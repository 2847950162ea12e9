package firstline.market.money;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Money in fen, exactly. */
public final class Fen {
  /** The largest amount: ten thousand million yuan, above any fine. */
  public static final long MOST = 1_000_000_000_000L;

  private static final Pattern YUAN =
      Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d{1,16})(\\.\\d{1,20})?");
  private static final int PLACES = 2;

  private Fen() {}

  /**
   * The fen of an amount in yuan as it is typed, such as {@code 3,000} or {@code 12.5}; empty is 0.
   *
   * @throws Refusal {@code money.form}, {@code money.fraction} below a fen, {@code money.large}
   */
  @Requirement("R85.1")
  public static long read(String typed) {
    var text = typed.strip();
    if (text.isEmpty()) {
      return 0;
    }
    if (!YUAN.matcher(text).matches()) {
      throw new Refusal("money.form", text);
    }
    var yuan = new BigDecimal(text.replace(",", "")).stripTrailingZeros();
    if (yuan.scale() > PLACES) {
      throw new Refusal("money.fraction", text);
    }
    var fen = yuan.movePointRight(PLACES);
    if (fen.compareTo(BigDecimal.valueOf(MOST)) > 0) {
      throw new Refusal("money.large", text, write(MOST));
    }
    return fen.longValueExact();
  }

  /** The yuan of an amount, with two places and no marks between thousands. */
  public static String write(long fen) {
    return BigDecimal.valueOf(fen, PLACES).toPlainString();
  }

  /** The same with marks between thousands, for the eye. */
  public static String show(long fen) {
    return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, PLACES));
  }
}
