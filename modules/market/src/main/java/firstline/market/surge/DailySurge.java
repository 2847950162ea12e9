package firstline.market.surge;

import firstline.persistence.requirement.Requirement;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Sees a surge in one series of daily prices on its first day. A price is compared with the one
 * before and with the median of the last fourteen; of the two, that counts which has lately been
 * the better foreknowledge (the smaller median of absolute deviations). Some goods wander and do
 * not come back, others flicker about a level: either comparison alone is wrong for the other kind.
 *
 * <p>The state of a series is some 2 KB and a quote takes well under a microsecond. The thresholds
 * are tuned on made series of seven natures, not on any one market; see the test.
 */
public final class DailySurge {
  /** Quotes before the first judgement; until then the peers judge. */
  public static final int LEARNING = 8;

  private static final int FORTNIGHT = 14;
  private static final int SEASON = 60;

  /** After so many days without a quote the series begins anew. */
  private static final int FORGOTTEN = 45;

  /**
   * When a rise fires.
   *
   * @param least the rise, in logarithms, below which nothing fires
   * @param most from which everything does
   * @param scales so many of the series' own scales, between the two
   */
  public record Settings(double least, double most, double scales) {
    /** Tuned on the made series of the test. */
    public static final Settings STANDARD = new Settings(0.15, 0.22, 2.5);

    /** The same with rises in per cent. */
    public static Settings ofPercent(double least, double most, double scales) {
      return new Settings(Math.log1p(least / 100), Math.log1p(most / 100), scales);
    }
  }

  private static final double FINEST = 0.02;

  /** A price that merely returns to where it was is no surge. */
  private static final double ABOVE_MEDIAN = 0.05;

  private static final double ALERT = Math.log(1.25);
  private static final double CRISIS = Math.log(1.6);

  private final Settings settings;
  private final Window levels = new Window(FORTNIGHT);
  private final Window changes = new Window(SEASON);
  private final Window lifts = new Window(SEASON);
  private double last;
  private long lastDay = Long.MIN_VALUE;
  private int quotes;

  /** Fires as it does by standard. */
  public DailySurge() {
    this(Settings.STANDARD);
  }

  public DailySurge(Settings settings) {
    this.settings = settings;
  }

  /** As {@link #add(long, double)}. */
  public @Nullable Signal add(LocalDate day, double price) {
    return add(day.toEpochDay(), price);
  }

  /**
   * Takes the series' next price in.
   *
   * @param day after the last one, in days since 1970
   * @param price above 0
   * @return the signal, or null
   * @throws IllegalArgumentException if the day does not come after the last one
   */
  @Requirement("R86.2")
  public @Nullable Signal add(long day, double price) {
    if (day <= lastDay) {
      throw new IllegalArgumentException("day " + day + " after " + lastDay);
    }
    if (quotes > 0 && day - lastDay > FORGOTTEN) {
      levels.clear();
      changes.clear();
      lifts.clear();
      quotes = 0;
    }
    var level = Math.log(price);
    Signal signal = null;
    if (quotes > 0) {
      var change = level - last;
      var lift = level - levels.median();
      if (quotes >= LEARNING) {
        signal = judged(price, change, lift);
      }
      changes.add(change);
      lifts.add(lift);
    }
    levels.add(level);
    last = level;
    lastDay = day;
    quotes++;
    return signal;
  }

  private @Nullable Signal judged(double price, double change, double lift) {
    // Most quotes need no scale to be seen as calm.
    if (lift < ABOVE_MEDIAN || Math.max(change, lift) < settings.least()) {
      return null;
    }
    var threshold = threshold();
    if ((isWandering() ? change : lift) < threshold) {
      return null;
    }
    return new Signal(
        Rung.DAILY,
        Level.of(Math.max(lift, change), ALERT, CRISIS),
        Signal.figures(
            "price", price,
            "median14", Math.exp(levels.median()),
            "lift", Math.expm1(lift),
            "change", Math.expm1(change),
            "scale", Math.min(changes.scale(), lifts.scale()),
            "threshold", Math.expm1(threshold)));
  }

  /** True if the day before has lately foretold better than the median of the fortnight. */
  private boolean isWandering() {
    return changes.scale() < lifts.scale();
  }

  private double threshold() {
    var scale = Math.min(changes.scale(), lifts.scale());
    return Math.max(
        settings.least(), Math.min(settings.scales() * Math.max(FINEST, scale), settings.most()));
  }

  /** True while there are too few quotes to judge the next one. */
  public boolean isLearning() {
    return quotes < LEARNING;
  }

  /**
   * The price from which the next quote would fire, for the band of a chart; NaN while learning.
   */
  public double band() {
    if (isLearning()) {
      return Double.NaN;
    }
    var from = isWandering() ? last : levels.median();
    return Math.exp(Math.max(from + threshold(), levels.median() + ABOVE_MEDIAN));
  }
}
