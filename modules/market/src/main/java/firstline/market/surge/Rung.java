package firstline.market.surge;

/** Which detector fired. Words: {@code surge.rung.<name>}. */
public enum Rung {
  /** More is earned on a sale than the local rule allows. */
  MARGIN,
  /** The price stands out of its own series. */
  DAILY,
  /** The month stands out of trend and season. */
  MONTHLY,
  /** The price stands out of those at other points on the day. */
  PEERS
}
