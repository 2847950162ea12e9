package firstline.testkit.seed;

/**
 * Runs a property over many drawn cases. Runs are the same every time; {@code -Dfirstline.seed=n}
 * runs the one case that failed.
 */
public final class Seeded {
  /** A property: throws if it does not hold. */
  @FunctionalInterface
  public interface Property {
    void holds(Draw draw) throws Exception;
  }

  private static final long START = 20_200_121L;

  private Seeded() {}

  /**
   * Runs the cases.
   *
   * @throws AssertionError naming the case and its seed, with the failure as its cause
   */
  public static void cases(int count, Property property) {
    var chosen = System.getProperty("firstline.seed", "");
    if (!chosen.isEmpty()) {
      run(Long.parseLong(chosen), "the chosen case", property);
      return;
    }
    for (var i = 0; i < count; i++) {
      // Neighbouring seeds draw similar first values; the odd factor spreads them.
      run((START + i) * 0x9E37_79B9_7F4A_7C15L, "case " + (i + 1) + " of " + count, property);
    }
  }

  private static void run(long seed, String name, Property property) {
    try {
      property.holds(new Draw(seed));
    } catch (Exception | AssertionError e) {
      var message = name + " fails; run it again with -Dfirstline.seed=" + seed + ": " + e;
      System.err.println(message);
      throw new AssertionError(message, e);
    }
  }
}
