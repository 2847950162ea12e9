package firstline.market.clock;

/** Who extends a term; in this order. */
public enum Rank {
  /** The head of the authority (部门负责人批准). */
  HEAD,
  /** Its heads together (负责人集体讨论). */
  COLLECTIVE
}
