package firstline.market.inspect;

import firstline.persistence.refusal.Refusal;
import java.util.Arrays;

/**
 * What an operator trades in, and so which checklist fits. Words: {@code inspection.group.<name>}.
 */
public enum GoodsGroup {
  /** Masks and protective goods. */
  MASKS,
  /** Food and farm goods. */
  FOOD,
  MEDICINE,
  /** Prices marked plainly. */
  PRICE,
  /** Markets where wild animals may be sold. */
  WILDLIFE;

  /**
   * The group.
   *
   * @throws Refusal {@code inspection.group}
   */
  static GoodsGroup named(String typed) {
    return Arrays.stream(values())
        .filter(one -> one.name().equals(typed))
        .findFirst()
        .orElseThrow(() -> new Refusal("inspection.group"));
  }
}
