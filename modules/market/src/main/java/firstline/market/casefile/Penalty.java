package firstline.market.casefile;

/**
 * What is proposed or decided.
 *
 * @param fine in fen, as all of these
 * @param confiscated unlawful gains and goods
 * @param refund overcharged money, to be given back first (价格违法行为行政处罚规定 art. 16)
 */
public record Penalty(boolean warning, long fine, long confiscated, long refund) {
  /** Nothing. */
  public static final Penalty NONE = new Penalty(false, 0, 0, 0);

  /** True if it takes something from the party. */
  public boolean any() {
    return warning || fine > 0 || confiscated > 0;
  }

  /** What goes to the treasury, in fen. */
  public long payable() {
    return fine + confiscated;
  }
}
