package firstline.market.surge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MonthsAndMarginsTest {
  private static final double EXACT = 1e-6;

  private static BigDecimal yuan(String text) {
    return new BigDecimal(text);
  }

  @Test
  @Requirement("R86.1")
  void theMaskThatCostTwoYuanTen() {
    assertEquals(
        138.1, Margin.markup(Margin.Basis.COST, yuan("5"), yuan("2.1")).doubleValue(), .05);
    var surged = Margin.markup(Margin.Basis.COST, yuan("25"), yuan("2.1"));
    assertEquals(1_090.5, surged.doubleValue(), .05);
    assertEquals(58, Margin.markup(Margin.Basis.SALE, yuan("5"), yuan("2.1")).doubleValue(), EXACT);
    var base = Margin.markup(Margin.Basis.COST, yuan("5"), yuan("2.1"));
    var limit = new Margin.Limit(Margin.Basis.COST, BigDecimal.ZERO, true);
    assertNull(Margin.judge(limit, yuan("5"), yuan("2.1"), base));
    assertNull(Margin.judge(limit, yuan("25"), yuan("2.1"), null), "no base, no judgement");
    var signal = Margin.judge(limit, yuan("25"), yuan("2.1"), base);
    assertNotNull(signal);
    assertEquals(Level.CRISIS, signal.level());
    assertEquals(surged.doubleValue(), signal.evidence().get("markup"), EXACT);
    var capped = new Margin.Limit(Margin.Basis.COST, yuan("15"), false);
    assertNull(Margin.judge(capped, yuan("11.5"), yuan("10"), null), "exactly the cap is allowed");
    assertNotNull(Margin.judge(capped, yuan("11.51"), yuan("10"), null));
  }

  @Test
  @Requirement("R86.5")
  void anUnknownSeriesIsComparedWithItsPeers() {
    assertNull(Peers.judge(25, 5, 5.2, 4.9, 5), "four are too few");
    assertNull(Peers.judge(5.5, 5, 5.2, 4.9, 5, 5.1));
    var signal = Peers.judge(25, 5, 5.2, 4.9, 5, 5.1);
    assertNotNull(signal);
    assertEquals(5, signal.evidence().get("peerMedian"), EXACT);
    assertEquals(4, signal.evidence().get("lift"), EXACT);
  }

  private static SortedMap<YearMonth, Double> made(Random random) {
    var prices = new TreeMap<YearMonth, Double>();
    var months = 30 + random.nextInt(80);
    for (var i = 0; i < months; i++) {
      if (random.nextDouble() > 0.1) {
        var month = YearMonth.of(2011, 5).plusMonths(i);
        prices.put(
            month, 5 + 0.03 * i + Math.sin(month.getMonthValue()) + 0.4 * random.nextGaussian());
      }
    }
    return prices;
  }

  @Test
  @Requirement("R86.3")
  void spikesAreThoseOfTheNormalEquations() {
    var random = new Random(7);
    for (var round = 0; round < 30; round++) {
      var prices = made(random);
      var expected = byNormalEquations(prices);
      var place = 0;
      for (var found : Alps.wholeSample(prices).values()) {
        assertEquals(expected.get(place++), found, EXACT);
      }
      assertEquals(expected.size(), place);
      for (var found : Alps.realTime(prices).entrySet()) {
        var known = byNormalEquations(prices.headMap(found.getKey().plusMonths(1)));
        assertEquals(known.get(known.size() - 1), found.getValue(), EXACT);
      }
    }
  }

  /** X'X b = X'y by elimination with a pivot; a month that never occurs has no column. */
  private static List<Double> byNormalEquations(SortedMap<YearMonth, Double> prices) {
    var months = new ArrayList<>(prices.keySet());
    var present = months.stream().map(YearMonth::getMonthValue).distinct().sorted().toList();
    var width = 1 + present.size();
    var system = new double[width][width + 1];
    for (var month : months) {
      var row = row(month, months.get(0), present);
      for (var i = 0; i < width; i++) {
        for (var j = 0; j < width; j++) {
          system[i][j] += row[i] * row[j];
        }
        system[i][width] += row[i] * prices.get(month);
      }
    }
    for (var column = 0; column < width; column++) {
      var pivot = column;
      for (var i = column + 1; i < width; i++) {
        pivot = Math.abs(system[i][column]) > Math.abs(system[pivot][column]) ? i : pivot;
      }
      var swapped = system[pivot];
      system[pivot] = system[column];
      system[column] = swapped;
      for (var i = 0; i < width; i++) {
        if (i != column) {
          var share = system[i][column] / system[column][column];
          for (var j = column; j <= width; j++) {
            system[i][j] -= share * system[column][j];
          }
        }
      }
    }
    var residuals = new ArrayList<Double>();
    for (var month : months) {
      var row = row(month, months.get(0), present);
      var fitted = 0.0;
      for (var i = 0; i < width; i++) {
        fitted += row[i] * system[i][width] / system[i][i];
      }
      residuals.add(prices.get(month) - fitted);
    }
    var mean = residuals.stream().mapToDouble(one -> one).average().orElseThrow();
    var deviation =
        Math.sqrt(
            residuals.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum()
                / (residuals.size() - 1));
    return residuals.stream().map(one -> one / deviation).toList();
  }

  private static double[] row(YearMonth month, YearMonth first, List<Integer> present) {
    var row = new double[1 + present.size()];
    row[0] = (month.getYear() - first.getYear()) * 12 + month.getMonthValue();
    row[1 + present.indexOf(month.getMonthValue())] = 1;
    return row;
  }

  @Test
  @Requirement("R86.4")
  void anomaliesAreThoseOfYearsRepeatedByTheirWeight() {
    var random = new Random(11);
    var judged = 0;
    for (var round = 0; round < 30; round++) {
      var prices = made(random);
      for (var found : Ifpa.of(prices).entrySet()) {
        var month = found.getKey();
        assertEquals(
            0.4 * repeated(prices, month, 3) + 0.6 * repeated(prices, month, 12),
            found.getValue(),
            EXACT,
            () -> month.toString());
        judged++;
      }
    }
    assertTrue(judged > 500, "judged " + judged);
  }

  /** A weight of k is the year k times over. */
  private static double repeated(SortedMap<YearMonth, Double> prices, YearMonth month, int length) {
    var bag = new ArrayList<Double>();
    var years = 0;
    var latest = Double.NaN;
    for (var year = 2011; year <= month.getYear(); year++) {
      var at = YearMonth.of(year, month.getMonth());
      if (prices.containsKey(at) && prices.containsKey(at.minusMonths(length))) {
        years++;
        latest =
            Math.exp(Math.log(prices.get(at) / prices.get(at.minusMonths(length))) / length) - 1;
        for (var copy = 0; copy < years; copy++) {
          bag.add(latest);
        }
      }
    }
    var mean = bag.stream().mapToDouble(one -> one).average().orElseThrow();
    var variance =
        bag.stream().mapToDouble(one -> (one - mean) * (one - mean)).average().orElseThrow();
    return (latest - mean) / Math.sqrt(variance * years / (years - 1));
  }

  @Test
  @Requirement({"R86.3", "R86.4"})
  void aMonthFarAboveItsTrendIsASignal() {
    var prices = made(new Random(3));
    prices.put(prices.lastKey().plusMonths(1), 20.0);
    var signal = Monthly.judge(prices);
    assertNotNull(signal);
    assertEquals(Level.CRISIS, signal.level());
    assertTrue(signal.evidence().get("alps") > 2, signal::toString);
  }

  @Test
  @Requirement("R86.3")
  void twoYearsAreNeededAndAFlatSeriesIsCalm() {
    var prices = new TreeMap<YearMonth, Double>();
    for (var i = 0; i < 23; i++) {
      prices.put(YearMonth.of(2018, 1).plusMonths(i), 3.0);
    }
    assertTrue(Alps.wholeSample(prices).isEmpty());
    prices.put(YearMonth.of(2019, 12), 3.0);
    assertEquals(0, Alps.latest(prices).orElseThrow(), EXACT);
    assertNull(Monthly.judge(prices));
  }
}
