package firstline.publicity.bench;

import firstline.publicity.recall.RecallRun;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Figures of a recall. */
public final class Recall {
  private static final int HOLDERS = 10_000;

  private Recall() {}

  /** Prints the figure, with what it is to be. */
  public static void main(String[] arguments) {
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(RecallRun.run(HOLDERS));
  }
}
