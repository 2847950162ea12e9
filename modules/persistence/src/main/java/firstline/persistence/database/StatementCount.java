package firstline.persistence.database;

/**
 * Counts the statements that this thread prepared. A list must need the same number for 10 rows as
 * for 10,000, and a test reads it from here.
 */
public final class StatementCount {
  private static final ThreadLocal<int[]> COUNT = ThreadLocal.withInitial(() -> new int[1]);

  private StatementCount() {}

  /** Statements prepared by this thread since {@link #reset()}. */
  public static int now() {
    return COUNT.get()[0];
  }

  public static void reset() {
    COUNT.get()[0] = 0;
  }

  static void add() {
    COUNT.get()[0]++;
  }
}
