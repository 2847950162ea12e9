package firstline.market.casefile;

/**
 * Why a fine may be below its range: 减轻处罚 (行政处罚法 art. 32 (1) to (5), art. 33). Words: {@code
 * case.lighter.<name>}.
 */
public enum Lighter {
  REMEDIED,
  COERCED,
  CONFESSED,
  HELPED,
  BY_LAW,
  FIRST_TIME
}
