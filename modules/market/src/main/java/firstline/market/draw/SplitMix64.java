package firstline.market.draw;

/**
 * Numbers that follow from a seed, by SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom
 * Number Generators, OOPSLA 2014, figure 16). Written out, so that no library can change them.
 */
final class SplitMix64 {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final long FIRST = 0xBF58476D1CE4E5B9L;
  private static final long SECOND = 0x94D049BB133111EBL;

  private long state;

  SplitMix64(long seed) {
    this.state = seed;
  }

  /** The next 64 bits. */
  long next() {
    state += GAMMA;
    var mixed = (state ^ (state >>> 30)) * FIRST;
    mixed = (mixed ^ (mixed >>> 27)) * SECOND;
    return mixed ^ (mixed >>> 31);
  }

  /** A number from 0 to {@code bound - 1}, each as likely: what would lean is drawn again. */
  int below(int bound) {
    var fair = Long.MAX_VALUE - Long.MAX_VALUE % bound;
    var drawn = next() >>> 1;
    while (drawn >= fair) {
      drawn = next() >>> 1;
    }
    return (int) (drawn % bound);
  }
}
