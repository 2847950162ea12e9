package firstline.publicity.ledger;

import firstline.persistence.refusal.Refusal;

/** How many copies. */
public final class Quantity {
  /** The most that one print run, and so one movement, can be. */
  static final long MOST = 10_000_000;

  private Quantity() {}

  /**
   * The same, if copies can be moved by it.
   *
   * @throws Refusal {@code ledger.quantity} if it is not from 1 to {@link #MOST}
   */
  public static long checked(long quantity) {
    return from(1, quantity);
  }

  /** The same, of copies that came or were counted: it may be none. */
  public static long counted(long quantity) {
    return from(0, quantity);
  }

  private static long from(int least, long quantity) {
    if (quantity < least || quantity > MOST) {
      throw new Refusal("ledger.quantity", quantity, least, MOST);
    }
    return quantity;
  }
}
