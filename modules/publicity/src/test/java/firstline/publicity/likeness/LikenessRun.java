package firstline.publicity.likeness;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Looking fingerprints up among a million: for the bench. */
public final class LikenessRun {
  private static final int ASKED = 2_000;

  private LikenessRun() {}

  /** Fills the index and says how long an answer takes. */
  public static String run(int pictures) {
    var random = new Random(68);
    var index = new FingerprintIndex();
    var begun = System.nanoTime();
    for (var i = 0; i < pictures; i++) {
      index.add(random.nextLong(), i);
    }
    var filled = (System.nanoTime() - begun) / 1e6;
    var times = new double[ASKED];
    var mistaken = 0;
    for (var i = 0; i < ASKED; i++) {
      var wanted = random.nextLong();
      var from = System.nanoTime();
      mistaken += index.near(wanted).isEmpty() ? 0 : 1;
      times[i] = (System.nanoTime() - from) / 1e6;
    }
    Arrays.sort(times);
    return String.format(
        Locale.ROOT,
        "near duplicates among %,d: p50 %.3f ms, p95 %.3f ms, most %.3f ms (at most 5); found by"
            + " chance %.2f %% (at most 1); filled in %.0f ms",
        pictures,
        times[ASKED / 2],
        times[ASKED * 95 / 100],
        times[ASKED - 1],
        100.0 * mistaken / ASKED,
        filled);
  }
}
