package firstline.market.casefile;

import firstline.persistence.refusal.Refusal;
import java.util.Arrays;

/** Why a case is not filed (程序规定 art. 20). Words: {@code case.ground.<name>}. */
public enum Ground {
  SLIGHT,
  FIRST_TIME,
  NO_FAULT,
  NO_BREACH,
  BY_LAW;

  /**
   * The ground of the name.
   *
   * @throws Refusal {@code case.ground} if there is none
   */
  static Ground named(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Refusal("case.ground"));
  }
}
