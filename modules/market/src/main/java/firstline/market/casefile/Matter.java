package firstline.market.casefile;

import firstline.market.money.FineRange.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a case is about. Words: {@code case.matter.<name>}. */
public enum Matter {
  /** Spreading word of rises (价格违法行为行政处罚规定 art. 6 (1)). */
  SPREADING(Rule.DRIVING_UP),
  /** Hoarding (art. 6 (2)): only after an admonition. */
  HOARDING(Rule.DRIVING_UP),
  /** Driving prices up by other means (art. 6 (3)). */
  GOUGING(Rule.DRIVING_UP),
  /** Deceiving by prices (art. 7). */
  PRICE_FRAUD(Rule.FRAUD),
  /** Prices not marked as ordered (art. 13). */
  PRICE_MARKING(Rule.MARKING),
  COUNTERFEIT(null),
  UNLICENSED(null),
  OTHER(null);

  private final @Nullable Rule rule;

  Matter(@Nullable Rule rule) {
    this.rule = rule;
  }

  /** The line of the price regulations' table of fines; empty of what they do not govern. */
  public Optional<Rule> rule() {
    return Optional.ofNullable(rule);
  }
}
