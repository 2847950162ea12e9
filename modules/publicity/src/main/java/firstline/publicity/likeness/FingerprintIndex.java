package firstline.publicity.likeness;

import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fingerprints in memory, 40 bytes each: found by those of their four parts of 16 bits that are
 * nearly the same. Many may look up while one adds.
 */
final class FingerprintIndex {
  /** What was found, and in how many bits it differs. */
  record Near(long number, int distance) {}

  private static final int PARTS = 4;
  private static final int WIDTH = 16;

  /** Two parts of four that differ in eight bits together agree in one but for so many. */
  private static final int SLACK = Fingerprint.NEAR / PARTS;

  private static final int[] MASKS = masks();

  private final int[][] first = new int[PARTS][1 << WIDTH];
  private int[][] next = new int[PARTS][1 << 10];
  private long[] bits = new long[1 << 10];
  private long[] numbers = new long[1 << 10];
  private int size;

  FingerprintIndex() {
    for (var heads : first) {
      Arrays.fill(heads, -1);
    }
  }

  /** Every difference of 16 bits that is looked for: none, one or two of them. */
  private static int[] masks() {
    var masks = new ArrayList<Integer>();
    for (var mask = 0; mask < 1 << WIDTH; mask++) {
      if (Integer.bitCount(mask) <= SLACK) {
        masks.add(mask);
      }
    }
    return masks.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Adds one under a number of the caller's. */
  synchronized void add(long fingerprint, long number) {
    if (size == bits.length) {
      bits = Arrays.copyOf(bits, size * 2);
      numbers = Arrays.copyOf(numbers, size * 2);
      for (var part = 0; part < PARTS; part++) {
        next[part] = Arrays.copyOf(next[part], size * 2);
      }
    }
    bits[size] = fingerprint;
    numbers[size] = number;
    for (var part = 0; part < PARTS; part++) {
      var bucket = bucket(fingerprint, part);
      next[part][size] = first[part][bucket];
      first[part][bucket] = size;
    }
    size++;
  }

  /** All within {@link Fingerprint#NEAR} bits, the nearest first. */
  @Requirement("R68.2")
  synchronized List<Near> near(long fingerprint) {
    var found = new ArrayList<Near>();
    for (var part = 0; part < PARTS; part++) {
      var bucket = bucket(fingerprint, part);
      for (var mask : MASKS) {
        for (var at = first[part][bucket ^ mask]; at >= 0; at = next[part][at]) {
          var difference = bits[at] ^ fingerprint;
          var distance = Long.bitCount(difference);
          if (distance <= Fingerprint.NEAR && foundFirstIn(difference, part)) {
            found.add(new Near(numbers[at], distance));
          }
        }
      }
    }
    found.sort((a, b) -> Integer.compare(a.distance(), b.distance()));
    return found;
  }

  /** False if an earlier part found it already. */
  private static boolean foundFirstIn(long difference, int part) {
    for (var earlier = 0; earlier < part; earlier++) {
      if (Integer.bitCount(bucket(difference, earlier)) <= SLACK) {
        return false;
      }
    }
    return true;
  }

  synchronized int size() {
    return size;
  }

  private static int bucket(long fingerprint, int part) {
    return (int) (fingerprint >>> part * WIDTH) & (1 << WIDTH) - 1;
  }
}
