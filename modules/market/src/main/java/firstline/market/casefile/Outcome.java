package firstline.market.casefile;

/** How a case is decided (行政处罚法 art. 57). Words: {@code case.outcome.<name>}. */
public enum Outcome {
  PENALTY,
  NO_PENALTY,
  NOT_ESTABLISHED,
  REFERRED
}
