package firstline.market.surge;

import java.util.Arrays;

/** The latest values of a series, kept in both orders: median and scale without sorting again. */
final class Window {
  /** Makes the median of absolute deviations a standard deviation, were the noise normal. */
  static final double NORMAL = 1.4826;

  private final double[] arrived;
  private final double[] sorted;
  private int size;
  private int oldest;

  Window(int capacity) {
    arrived = new double[capacity];
    sorted = new double[capacity];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
    oldest = 0;
  }

  /** Takes a value in; the oldest leaves when there is no more room. */
  void add(double number) {
    // The search tells a zero from one below zero, the order below does not.
    var value = number + 0.0;
    var from = size;
    if (size == arrived.length) {
      from = Arrays.binarySearch(sorted, 0, size, arrived[oldest]);
    } else {
      size++;
    }
    arrived[oldest] = value;
    oldest = (oldest + 1) % arrived.length;
    // The hole at `from` wanders to where the value belongs.
    while (from > 0 && sorted[from - 1] > value) {
      sorted[from] = sorted[from - 1];
      from--;
    }
    while (from < size - 1 && sorted[from + 1] < value) {
      sorted[from] = sorted[from + 1];
      from++;
    }
    sorted[from] = value;
  }

  /** The median; of an even number the mean of the middle two. */
  double median() {
    return (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
  }

  /** The median of absolute deviations from the median, as a standard deviation. */
  double scale() {
    var median = median();
    var above = size / 2;
    var below = above - 1;
    var lower = 0.0;
    var upper = 0.0;
    // Deviations grow to both sides of the middle: a merge of the two, up to its own middle.
    for (var taken = 0; taken <= size / 2; taken++) {
      lower = upper;
      upper =
          below < 0 || above < size && sorted[above] - median <= median - sorted[below]
              ? sorted[above++] - median
              : median - sorted[below--];
    }
    return NORMAL * (size % 2 == 0 ? (lower + upper) / 2 : upper);
  }
}
