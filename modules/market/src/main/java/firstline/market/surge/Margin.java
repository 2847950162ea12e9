package firstline.market.surge;

import firstline.persistence.requirement.Requirement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What is earned on a sale, and whether a local rule allows it. */
public final class Margin {
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final int DIGITS = 10;

  /** What the earnings are a share of. Words: {@code surge.basis.<name>}. */
  public enum Basis {
    /** (price − cost) / cost. */
    COST,
    /** (price − cost) / price. */
    SALE
  }

  /**
   * A rule's limit.
   *
   * @param cap per cent; with a base date, percentage points above the markup of that date
   * @param fromBase true if the markup of the base date counts
   */
  public record Limit(Basis basis, BigDecimal cap, boolean fromBase) {}

  private Margin() {}

  /**
   * The markup in per cent.
   *
   * @param price above 0
   * @param cost above 0
   */
  @Requirement("R86.1")
  public static BigDecimal markup(Basis basis, BigDecimal price, BigDecimal cost) {
    return price
        .subtract(cost)
        .multiply(HUNDRED)
        .divide(basis == Basis.COST ? cost : price, DIGITS, RoundingMode.HALF_UP);
  }

  /**
   * The signal if the markup exceeds the limit, or null; null too if the limit is counted from a
   * base date of which no markup is known.
   *
   * @param base markup of the base date in per cent
   */
  @Requirement("R86.1")
  public static @Nullable Signal judge(
      Limit limit, BigDecimal price, BigDecimal cost, @Nullable BigDecimal base) {
    if (limit.fromBase() && base == null) {
      return null;
    }
    var markup = markup(limit.basis(), price, cost);
    var allowed = limit.fromBase() && base != null ? base.add(limit.cap()) : limit.cap();
    if (markup.compareTo(allowed) <= 0) {
      return null;
    }
    var figures =
        Signal.figures("price", price, "cost", cost, "markup", markup, "cap", limit.cap());
    if (limit.fromBase() && base != null) {
      figures.put("base", base.doubleValue());
    }
    figures.put("allowed", allowed.doubleValue());
    return new Signal(
        Rung.MARGIN,
        markup.compareTo(allowed.max(HUNDRED).multiply(BigDecimal.valueOf(2))) > 0
            ? Level.CRISIS
            : Level.ALERT,
        figures);
  }
}
