package firstline.market.surge;

import firstline.persistence.requirement.Requirement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The indicator of food price anomalies: 0.4 of the quarterly and 0.6 of the annual compound growth
 * rate, each as its distance from the mean of the same month of the years so far, weighted 1, 2, 3…
 * from the first year on, in weighted standard deviations. Source: Baquedano, Developing an
 * indicator of price anomalies as an early warning tool: a compound growth approach, FAO 2015,
 * equations 1 and 4 to 7, with the weight of the metadata of SDG indicator 2.c.1 and, as there,
 * without the adjustment for volatility.
 */
public final class Ifpa {
  /** Moderately and abnormally high. */
  public static final double MODERATE = 0.5;

  public static final double HIGH = 1;

  private static final double QUARTERLY = 0.4;
  private static final int QUARTER = 3;
  private static final int YEAR = 12;

  /** Growth rates of a month in fewer years have no spread worth the name. */
  private static final int LEAST = 3;

  private static final double SMALL = 1e-10;

  private Ifpa() {}

  /** Each month judged by the years up to it; months that cannot be judged are absent. */
  @Requirement("R86.4")
  public static SortedMap<YearMonth, Double> of(SortedMap<YearMonth, Double> prices) {
    var indicators = new TreeMap<YearMonth, Double>();
    for (var month : prices.keySet()) {
      var quarterly = anomaly(prices, month, QUARTER);
      var annual = anomaly(prices, month, YEAR);
      if (quarterly != null && annual != null) {
        indicators.put(month, QUARTERLY * quarterly + (1 - QUARTERLY) * annual);
      }
    }
    return indicators;
  }

  private static @Nullable Double anomaly(
      SortedMap<YearMonth, Double> prices, YearMonth month, int length) {
    var rates = new ArrayList<Double>();
    var first = prices.firstKey();
    for (var year = first.getYear(); year <= month.getYear(); year++) {
      var rate = growth(prices, month.withYear(year), length);
      if (rate != null) {
        rates.add(rate);
      }
    }
    var latest = growth(prices, month, length);
    if (latest == null || rates.size() < LEAST) {
      return null;
    }
    var weights = 0.0;
    var sum = 0.0;
    for (var place = 0; place < rates.size(); place++) {
      weights += place + 1;
      sum += (place + 1) * rates.get(place);
    }
    var mean = sum / weights;
    var squares = 0.0;
    for (var place = 0; place < rates.size(); place++) {
      squares += (place + 1) * (rates.get(place) - mean) * (rates.get(place) - mean);
    }
    var count = (double) rates.size();
    var deviation = Math.sqrt(squares / (weights * (count - 1) / count));
    return deviation < SMALL ? 0 : (latest - mean) / deviation;
  }

  private static @Nullable Double growth(
      SortedMap<YearMonth, Double> prices, YearMonth month, int length) {
    var now = prices.get(month);
    var then = prices.get(month.minusMonths(length));
    return now == null || then == null ? null : Math.pow(now / then, 1.0 / length) - 1;
  }
}
