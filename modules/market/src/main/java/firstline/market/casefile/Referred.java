package firstline.market.casefile;

/** Where a case stands with the police. */
public enum Referred {
  NO,
  /** Proposed, sent, or objected to. */
  OPEN,
  TAKEN
}
