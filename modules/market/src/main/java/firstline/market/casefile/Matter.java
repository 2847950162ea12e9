package firstline.market.casefile;

/** What a case is about. Words: {@code case.matter.<name>}. */
public enum Matter {
  /** Spreading word of rises (价格违法行为行政处罚规定 art. 6 (1)). */
  SPREADING,
  /** Hoarding (art. 6 (2)): only after an admonition. */
  HOARDING,
  /** Driving prices up by other means (art. 6 (3)). */
  GOUGING,
  /** Deceiving by prices (art. 7). */
  PRICE_FRAUD,
  /** Prices not marked as ordered (art. 13). */
  PRICE_MARKING,
  COUNTERFEIT,
  UNLICENSED,
  OTHER
}
