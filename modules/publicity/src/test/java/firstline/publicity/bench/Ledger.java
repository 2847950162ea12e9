package firstline.publicity.bench;

import firstline.publicity.ledger.LedgerRun;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Figures of the ledger. */
public final class Ledger {
  private static final int MOVEMENTS = 1_000_000;

  private Ledger() {}

  /**
   * Prints the figure.
   *
   * @param arguments how many movements, if not a million
   */
  public static void main(String[] arguments) throws Exception {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(LedgerRun.run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : MOVEMENTS));
  }
}
