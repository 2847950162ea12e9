package firstline.market.surge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * Injects surges of seven days into made series and counts.
 *
 * @param recall share of the surges seen within their seven days
 * @param firstDay share seen on their first quote
 * @param falseAlarms days on which the untouched series fired, per 100 quotes: every day counts,
 *     also where a clerk sees one alert that lasts
 * @param alerts runs of such days (at most a week apart), per 100 quotes: what a clerk sees
 */
record SurgeTrial(double recall, double firstDay, double falseAlarms, double alerts) {
  private static final int SERIES = 40;
  private static final int SURGES = 3;
  private static final int LEARNED = 30;
  private static final int LENGTH = 7;

  /** A detector's memory of one series: takes the day and the price, says whether it fires. */
  interface Detector extends Supplier<BiPredicate<Integer, Double>> {}

  static final Detector OURS =
      () -> {
        var surge = new DailySurge();
        return (day, price) -> surge.add(day, price) != null;
      };

  static SurgeTrial of(MadeSeries nature, double factor, long seed, Detector detector) {
    var seen = 0;
    var first = 0;
    var surges = 0;
    var fired = 0;
    var runs = 0;
    var quotes = 0;
    for (var one = 0; one < SERIES; one++) {
      var random = new Random(seed * 1_000_003 + nature.ordinal() * 1_009L + one);
      var prices = nature.draw(random);
      var alone = days(prices, detector);
      fired += (int) alone.stream().filter(day -> day >= LEARNED).count();
      for (var place = 0; place < alone.size(); place++) {
        var isNew = place == 0 || alone.get(place) - alone.get(place - 1) > LENGTH;
        runs += isNew && alone.get(place) >= LEARNED ? 1 : 0;
      }
      for (var day = LEARNED; day < prices.length; day++) {
        quotes += Double.isNaN(prices[day]) ? 0 : 1;
      }
      for (var surge = 0; surge < SURGES; surge++) {
        var start = 60 + random.nextInt(MadeSeries.DAYS - 70);
        var surged = prices.clone();
        for (var day = start; day < start + LENGTH; day++) {
          surged[day] = nature.rounded(prices[day] * factor);
        }
        var firstQuote = start;
        while (Double.isNaN(surged[firstQuote])) {
          firstQuote++;
        }
        var when =
            days(surged, detector).stream()
                .filter(day -> day >= start && day < start + LENGTH)
                .toList();
        surges++;
        seen += when.isEmpty() ? 0 : 1;
        first += when.contains(firstQuote) ? 1 : 0;
      }
    }
    return new SurgeTrial(
        (double) seen / surges,
        (double) first / surges,
        100.0 * fired / quotes,
        100.0 * runs / quotes);
  }

  private static List<Integer> days(double[] prices, Detector detector) {
    var memory = detector.get();
    var days = new ArrayList<Integer>();
    for (var day = 0; day < prices.length; day++) {
      if (!Double.isNaN(prices[day]) && memory.test(day, prices[day])) {
        days.add(day);
      }
    }
    return days;
  }

  /** The mean of several. */
  static SurgeTrial mean(List<SurgeTrial> trials) {
    return new SurgeTrial(
        trials.stream().mapToDouble(SurgeTrial::recall).average().orElseThrow(),
        trials.stream().mapToDouble(SurgeTrial::firstDay).average().orElseThrow(),
        trials.stream().mapToDouble(SurgeTrial::falseAlarms).average().orElseThrow(),
        trials.stream().mapToDouble(SurgeTrial::alerts).average().orElseThrow());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "seen %.3f, on its first day %.3f; false alarms per 100 quotes: %.2f days, %.2f alerts",
        recall,
        firstDay,
        falseAlarms,
        alerts);
  }
}
