package firstline.market.quote;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A quote that can be taken.
 *
 * @param price yuan a unit of the goods
 * @param cost likewise, or null
 * @param unit as on the slip
 * @param typed the price as on the slip
 */
record Quote(
    Series series,
    LocalDate day,
    BigDecimal price,
    @Nullable BigDecimal cost,
    String unit,
    BigDecimal typed,
    @Nullable LocalDate lastTrade) {
  /** Goods at a point. */
  record Series(UUID point, UUID goods) {}
}
