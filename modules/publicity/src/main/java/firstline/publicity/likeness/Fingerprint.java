package firstline.publicity.likeness;

import firstline.persistence.requirement.Requirement;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** How a picture looks, in 64 bits. */
public final class Fingerprint {
  /** Two whose bits differ in at most so many look alike. */
  public static final int NEAR = 8;

  /** What the longer side of a picture should keep at least for it. */
  public static final int SIDE = 256;

  private static final int GRID = 32;
  private static final int LOW = 8;
  private static final double[][] COSINES = cosines();

  private Fingerprint() {}

  /**
   * The fingerprint.
   *
   * @param picture upright, in sRGB, of any size
   */
  @Requirement("R68.1")
  public static long of(BufferedImage picture) {
    return of(grey(picture));
  }

  /** From brightness, row by row. */
  private static long of(double[] grey) {
    var low = new double[LOW * LOW];
    for (var v = 0; v < LOW; v++) {
      for (var u = 0; u < LOW; u++) {
        low[v * LOW + u] = frequency(grey, u, v);
      }
    }
    // The first is the mean brightness, which says nothing of what is seen.
    var sorted = Arrays.copyOfRange(low, 1, low.length);
    Arrays.sort(sorted);
    var median = sorted[sorted.length / 2];
    var bits = 0L;
    for (var i = 1; i < low.length; i++) {
      if (low[i] > median) {
        bits |= 1L << i;
      }
    }
    return bits;
  }

  private static double frequency(double[] grey, int u, int v) {
    var sum = 0.0;
    for (var y = 0; y < GRID; y++) {
      var row = 0.0;
      for (var x = 0; x < GRID; x++) {
        row += grey[y * GRID + x] * COSINES[u][x];
      }
      sum += row * COSINES[v][y];
    }
    return sum;
  }

  private static double[][] cosines() {
    var cosines = new double[LOW][GRID];
    for (var u = 0; u < LOW; u++) {
      for (var x = 0; x < GRID; x++) {
        cosines[u][x] = Math.cos(Math.PI * u * (2 * x + 1) / (2.0 * GRID));
      }
    }
    return cosines;
  }

  /** Means of brightness over 32 × 32 fields: what no resizing changes by much. */
  private static double[] grey(BufferedImage picture) {
    var width = picture.getWidth();
    var height = picture.getHeight();
    if (width < GRID || height < GRID) {
      return grey(enlarged(picture, Math.max(GRID, width), Math.max(GRID, height)));
    }
    var sums = new double[GRID * GRID];
    var counts = new int[GRID * GRID];
    var line = new int[width];
    for (var y = 0; y < height; y++) {
      picture.getRGB(0, y, width, 1, line, 0, width);
      var row = (int) ((long) y * GRID / height) * GRID;
      for (var x = 0; x < width; x++) {
        var colour = line[x];
        var field = row + (int) ((long) x * GRID / width);
        // ITU-R BT.601.
        sums[field] +=
            0.299 * (colour >> 16 & 0xFF) + 0.587 * (colour >> 8 & 0xFF) + 0.114 * (colour & 0xFF);
        counts[field]++;
      }
    }
    for (var i = 0; i < sums.length; i++) {
      sums[i] /= counts[i];
    }
    return sums;
  }

  private static BufferedImage enlarged(BufferedImage picture, int width, int height) {
    var larger = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = larger.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    canvas.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
    canvas.dispose();
    return larger;
  }
}
