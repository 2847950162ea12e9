package firstline.rumour.claim;

import static firstline.persistence.tabular.JsonLines.text;

import firstline.persistence.tabular.JsonLines;
import firstline.persistence.tabular.RejectedLine;
import firstline.persistence.tabular.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Reads claims from a table (CSV, XLSX) or from JSON Lines: text, seen, area. */
final class ClaimFile {
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "text", List.of("claim", "rumour", "rumor", "传言", "谣言", "内容", "传言内容"),
          "seen", List.of("where", "url", "source", "出处", "来源", "公开出现的地方"),
          "area", List.of("area code", "区划", "区划代码", "行政区划", "行政区划代码"));

  /** The lines that could be read, and those that could not. */
  record Read(List<ClaimLine> lines, List<RejectedLine> rejected) {}

  private ClaimFile() {}

  static Read table(byte[] content) {
    var lines =
        Tables.read(content, COLUMNS, List.of("text")).stream()
            .map(
                line ->
                    new ClaimLine(
                        line.number(), line.value("text"), line.value("seen"), line.value("area")))
            .toList();
    return new Read(lines, List.of());
  }

  /** One object a line; blank lines are passed over. */
  static Read jsonLines(InputStream stream) throws IOException {
    var read =
        JsonLines.read(
            stream,
            ImportClaims.LINES,
            (number, object) ->
                new ClaimLine(
                    number, text(object, "text"), text(object, "seen"), text(object, "area")));
    return new Read(read.lines(), read.rejected());
  }
}
