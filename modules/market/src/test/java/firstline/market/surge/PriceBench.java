package firstline.market.surge;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How well surges are seen in made series, and how long 10,000,000 quotes take. */
public final class PriceBench {
  private static final int SERIES = 10_000;
  private static final int DAYS = 1_000;
  private static final double NANOS = 1e9;

  private PriceBench() {}

  /** Prints a line for each figure. */
  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (var factor : new double[] {1.35, 2}) {
      var trials =
          Arrays.stream(MadeSeries.values())
              .map(nature -> SurgeTrial.of(nature, factor, 88, SurgeTrial.OURS))
              .toList();
      for (var nature : MadeSeries.values()) {
        out.printf(
            Locale.ROOT,
            "%3.0f %% more, %-10s %s%n",
            factor * 100 - 100,
            nature,
            trials.get(nature.ordinal()));
      }
      out.printf(
          Locale.ROOT,
          "%3.0f %% more, %-10s %s%n",
          factor * 100 - 100,
          "all",
          SurgeTrial.mean(trials));
    }
    var began = System.nanoTime();
    var fired = stream();
    out.printf(
        Locale.ROOT,
        "10,000,000 quotes of 10,000 series (aim 15 s) %6.2f s, %,d signals, heap at most %d MB%n",
        (System.nanoTime() - began) / NANOS,
        fired,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  /**
   * Day after day a quote of every series, as it would come in; both processors share the series.
   */
  private static long stream() {
    var states = IntStream.range(0, SERIES).mapToObj(i -> new DailySurge()).toList();
    return IntStream.range(0, 2)
        .parallel()
        .mapToLong(
            half -> {
              var draw = new SplittableRandom(20_200_120 + half);
              var fired = 0L;
              var levels = new double[SERIES];
              for (var day = 0; day < DAYS; day++) {
                for (var one = half; one < SERIES; one += 2) {
                  levels[one] += 0.06 * (draw.nextDouble() - 0.5);
                  fired += states.get(one).add(day, 5 * Math.exp(levels[one])) == null ? 0 : 1;
                }
              }
              return fired;
            })
        .sum();
  }
}
