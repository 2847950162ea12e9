package firstline.broadcast.ebm;

import firstline.persistence.refusal.Refusal;

/**
 * A resource of the emergency broadcast (应急广播资源): 23 digits, of which the first is the level, 1 for
 * the country to 5 for the township, and the next twelve are the area.
 */
public record ResourceId(String digits) {
  static final int LENGTH = 23;

  public ResourceId {
    if (!digits.matches("[0-9]{" + LENGTH + "}")) {
      throw new Refusal("ebm.value", "EBRID", digits);
    }
  }

  /** 12-digit code. */
  public String areaCode() {
    return digits.substring(1, 13);
  }

  @Override
  public String toString() {
    return digits;
  }
}
