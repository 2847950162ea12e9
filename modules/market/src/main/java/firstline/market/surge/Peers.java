package firstline.market.surge;

import firstline.persistence.requirement.Requirement;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The same goods on the same day: a robust z of the logarithm of the price. */
public final class Peers {
  /** So many other points are needed. */
  public static final int LEAST = 5;

  private static final double Z = 3.5;
  private static final double LIFT = Math.log(1.2);
  private static final double FINEST = 0.05;
  private static final double ALERT = Math.log(1.5);
  private static final double CRISIS = Math.log(2);

  private Peers() {}

  /**
   * The signal if the price stands out, or null.
   *
   * @param others prices at other points, above 0
   */
  @Requirement("R86.5")
  public static @Nullable Signal judge(double price, double... others) {
    if (others.length < LEAST) {
      return null;
    }
    var window = new Window(others.length);
    Arrays.stream(others).map(Math::log).forEach(window::add);
    var lift = Math.log(price) - window.median();
    var z = lift / Math.max(FINEST, window.scale());
    if (z < Z || lift < LIFT) {
      return null;
    }
    return new Signal(
        Rung.PEERS,
        Level.of(lift, ALERT, CRISIS),
        Signal.figures(
            "price",
            price,
            "peerMedian",
            Math.exp(window.median()),
            "peers",
            others.length,
            "lift",
            Math.expm1(lift),
            "z",
            z));
  }
}
