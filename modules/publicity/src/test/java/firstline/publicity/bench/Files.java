package firstline.publicity.bench;

import firstline.persistence.database.TestFolder;
import firstline.publicity.likeness.LikenessRun;
import firstline.publicity.rendition.RenditionRun;
import firstline.publicity.upload.TransferRun;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Figures of files: uploads, likenesses, renditions. */
public final class Files {
  private static final long SIZE = 2L << 30;
  private static final int CUTS = 20;
  private static final int PICTURES = 1_000_000;

  private Files() {}

  /** Prints one line for each figure, with what it is to be. */
  public static void main(String[] arguments) throws Exception {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(LikenessRun.run(PICTURES));
    try (var folder = TestFolder.named("firstline-files")) {
      out.println(RenditionRun.run(folder.path(), 2));
      out.println(TransferRun.run(folder.path(), SIZE, CUTS));
    }
  }
}
