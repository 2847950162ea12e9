package firstline.market.surge;

import firstline.persistence.requirement.Requirement;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The alert for price spikes: how many standard deviations of the residuals a month lies above the
 * trend and season of its series, price = a + b·t + month (least squares). Source: World Food
 * Programme, Technical Guidance Note, Calculation and Use of the Alert for Price Spikes Indicator,
 * April 2014. The standard deviation has n − 1 below the line.
 */
public final class Alps {
  /** Thresholds of the note: stress, alert, crisis. */
  public static final double STRESS = 0.25;

  public static final double ALERT = 1;
  public static final double CRISIS = 2;

  /** Fewer months say nothing of a season. */
  public static final int LEAST = 24;

  private static final double SMALL = 1e-10;

  private Alps() {}

  /** Each month judged by all of them; empty if there are too few. */
  @Requirement("R86.3")
  public static SortedMap<YearMonth, Double> wholeSample(SortedMap<YearMonth, Double> prices) {
    var indicators = new TreeMap<YearMonth, Double>();
    if (prices.size() >= LEAST) {
      var residuals = residuals(prices);
      var scale = deviation(residuals);
      var place = 0;
      for (var month : prices.keySet()) {
        indicators.put(month, ratio(residuals[place++], scale));
      }
    }
    return indicators;
  }

  /** Each month judged by what was known in it: an expanding window up to and with the month. */
  @Requirement("R86.3")
  public static SortedMap<YearMonth, Double> realTime(SortedMap<YearMonth, Double> prices) {
    var indicators = new TreeMap<YearMonth, Double>();
    for (var month : prices.keySet()) {
      latest(prices.headMap(month.plusMonths(1)))
          .ifPresent(indicator -> indicators.put(month, indicator));
    }
    return indicators;
  }

  /** The last month judged by all of them. */
  public static OptionalDouble latest(SortedMap<YearMonth, Double> prices) {
    if (prices.size() < LEAST) {
      return OptionalDouble.empty();
    }
    var residuals = residuals(prices);
    return OptionalDouble.of(ratio(residuals[residuals.length - 1], deviation(residuals)));
  }

  private static double ratio(double residual, double scale) {
    return scale < SMALL ? 0 : residual / scale;
  }

  private static double deviation(double... residuals) {
    return Math.sqrt(Arrays.stream(residuals).map(one -> one * one).sum() / (residuals.length - 1));
  }

  /** What trend and months leave unexplained: the prices less their projection on each column. */
  private static double[] residuals(SortedMap<YearMonth, Double> prices) {
    var rest = prices.values().stream().mapToDouble(Double::doubleValue).toArray();
    var basis = columns(prices);
    for (var place = 0; place < basis.length; place++) {
      var column = basis[place];
      var before = norm(column);
      // Twice is enough: what rounding leaves after one projection, the second takes away.
      for (var round = 0; round < 2; round++) {
        for (var earlier = 0; earlier < place; earlier++) {
          takeAway(column, basis[earlier]);
        }
      }
      var length = norm(column);
      // A month that never occurs, or one that the others explain, spans nothing.
      for (var i = 0; i < column.length; i++) {
        column[i] = length <= before * SMALL ? 0 : column[i] / length;
      }
      takeAway(rest, column);
      takeAway(rest, column);
    }
    return rest;
  }

  private static double[][] columns(Map<YearMonth, Double> prices) {
    var months = prices.keySet().toArray(YearMonth[]::new);
    var columns = new double[13][months.length];
    for (var i = 0; i < months.length; i++) {
      columns[0][i] = 1;
      columns[1][i] = ChronoUnit.MONTHS.between(months[0], months[i]);
      if (months[i].getMonthValue() > 1) {
        columns[months[i].getMonthValue()][i] = 1;
      }
    }
    return columns;
  }

  private static void takeAway(double[] vector, double[] unit) {
    var share = 0.0;
    for (var i = 0; i < vector.length; i++) {
      share += vector[i] * unit[i];
    }
    for (var i = 0; i < vector.length; i++) {
      vector[i] -= share * unit[i];
    }
  }

  private static double norm(double... vector) {
    return Math.sqrt(Arrays.stream(vector).map(one -> one * one).sum());
  }
}
