package firstline.rumour.imported;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** JSON Lines from a program: what could be read, and what could not. */
public record JsonLines(List<ImportLine> lines, List<ImportRebuttals.Rejected> rejected) {
  public JsonLines {
    lines = List.copyOf(lines);
    rejected = List.copyOf(rejected);
  }

  /** Reads the whole stream. */
  public static JsonLines read(InputStream stream) throws IOException {
    var read = ImportFile.jsonLines(stream);
    return new JsonLines(read.lines(), read.rejected());
  }
}
