package firstline.market.inspect;

/** What an operator trades in, and so which checklist fits. Words: {@code inspection.group.<name>}. */
public enum GoodsGroup {
  /** Masks and protective goods. */
  MASKS,
  /** Food and farm goods. */
  FOOD,
  MEDICINE,
  /** Prices marked plainly. */
  PRICE,
  /** Markets where wild animals may be sold. */
  WILDLIFE
}
