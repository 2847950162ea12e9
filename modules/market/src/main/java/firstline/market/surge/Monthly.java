package firstline.market.surge;

import firstline.persistence.requirement.Requirement;
import java.time.YearMonth;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The last month of a series, by both indicators of the food organisations. */
public final class Monthly {
  private Monthly() {}

  /**
   * The signal if the month is at least on alert by the first, or abnormally high by the second.
   *
   * @param prices means of months, above 0
   */
  @Requirement({"R86.3", "R86.4"})
  public static @Nullable Signal judge(SortedMap<YearMonth, Double> prices) {
    var alps = Alps.latest(prices);
    if (alps.isEmpty()) {
      return null;
    }
    var ifpa = Ifpa.of(prices).get(prices.lastKey());
    var isSpike = alps.getAsDouble() >= Alps.ALERT;
    var isAnomaly = ifpa != null && ifpa >= Ifpa.HIGH;
    if (!isSpike && !isAnomaly) {
      return null;
    }
    var figures =
        Signal.figures(
            "price", prices.getOrDefault(prices.lastKey(), 0.0), "alps", alps.getAsDouble());
    if (ifpa != null) {
      figures.put("ifpa", ifpa);
    }
    figures.put("months", (double) prices.size());
    return new Signal(
        Rung.MONTHLY, alps.getAsDouble() >= Alps.CRISIS ? Level.CRISIS : Level.ALERT, figures);
  }
}
