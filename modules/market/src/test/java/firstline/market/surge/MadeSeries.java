package firstline.market.surge;

import java.util.Random;

/** Daily prices as markets of several natures would bring them; a day without a quote is NaN. */
enum MadeSeries {
  /** Almost constant, with small steps. */
  STAPLE,
  /** Wanders back slowly, with season and a weekly rhythm. */
  VEGETABLE,
  /** As vegetables, with spikes of weather that fade. */
  WEATHER,
  /** Most days repeat the day before. */
  STALE,
  /** A level that wanders a little under heavy noise. */
  NOISY,
  /** Calm and wild times. */
  RESTLESS,
  /** An auction: strong noise about a level. */
  AUCTION;

  static final int DAYS = 240;
  private static final double MISSING = 0.06;

  double[] draw(Random random) {
    var prices = new double[DAYS];
    var level = 0.0;
    var spike = 0.0;
    var volatility = 0.03;
    var size = random.nextDouble();
    var phase = random.nextDouble() * Math.PI * 2;
    for (var day = 0; day < DAYS; day++) {
      var season = 0.3 * Math.sin(2 * Math.PI * day / 365 + phase) + (day % 7 >= 5 ? 0.03 : 0);
      var price =
          switch (this) {
            case STAPLE -> {
              if (random.nextDouble() < 0.02) {
                level += (random.nextBoolean() ? 1 : -1) * (0.01 + 0.05 * random.nextDouble());
              }
              yield 4 * Math.exp(level);
            }
            case VEGETABLE -> {
              level = 0.97 * level + (0.02 + 0.03 * size) * heavy(random, 4);
              yield 6 * Math.exp(level + season + 0.015 * random.nextGaussian());
            }
            case WEATHER -> {
              level = 0.97 * level + (0.03 + 0.03 * size) * heavy(random, 3);
              spike =
                  0.9 * (spike + (random.nextInt(60) == 0 ? 0.15 + 0.35 * random.nextDouble() : 0));
              yield 5 * Math.exp(level + spike);
            }
            case STALE -> {
              level += 0.04 * random.nextGaussian();
              yield day > 0 && random.nextDouble() < 0.6 ? prices[day - 1] : 8 * Math.exp(level);
            }
            case NOISY -> {
              level += 0.02 * random.nextGaussian();
              yield 7 * Math.exp(level + (0.06 + 0.06 * size) * heavy(random, 3));
            }
            case RESTLESS -> {
              volatility =
                  Math.max(0.01, Math.min(0.1, volatility * Math.exp(0.1 * random.nextGaussian())));
              level += volatility * random.nextGaussian();
              yield 5 * Math.exp(level);
            }
            case AUCTION -> {
              level += 0.01 * random.nextGaussian();
              yield 20 * Math.exp(level + (0.1 + 0.06 * size) * random.nextGaussian());
            }
          };
      prices[day] = rounded(price);
    }
    for (var day = 0; day < DAYS; day++) {
      if (random.nextDouble() < MISSING) {
        prices[day] = Double.NaN;
      }
    }
    return prices;
  }

  /** As a market prints it: of staples the fen, of all others the jiao. */
  double rounded(double price) {
    var unit = this == STAPLE ? 100 : 10;
    return Math.max(0.1, Math.rint(price * unit) / unit);
  }

  /** Student's t with unit variance. */
  private static double heavy(Random random, int degrees) {
    var chi = 0.0;
    for (var i = 0; i < degrees; i++) {
      var normal = random.nextGaussian();
      chi += normal * normal;
    }
    return random.nextGaussian() / Math.sqrt(chi / degrees) / Math.sqrt(degrees / (degrees - 2.0));
  }
}
