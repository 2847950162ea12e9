package firstline.rumour.claim;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.tabular.Tables;
import firstline.rumour.text.PlainText;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
  record Read(List<ClaimLine> lines, List<ImportClaims.Rejected> rejected) {}

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
    var lines = new ArrayList<ClaimLine>();
    var rejected = new ArrayList<ImportClaims.Rejected>();
    var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    var number = 0;
    for (var text = reader.readLine(); text != null; text = reader.readLine()) {
      number++;
      if (number > ImportClaims.LINES) {
        throw new Refusal("table.too-many-lines", ImportClaims.LINES);
      }
      if (!text.isBlank()) {
        try (var json = Json.createReader(new StringReader(text))) {
          var object = json.readObject();
          lines.add(
              new ClaimLine(
                  number, text(object, "text"), text(object, "seen"), text(object, "area")));
        } catch (JsonException | IllegalStateException | ClassCastException e) {
          rejected.add(
              new ImportClaims.Rejected(
                  number, "import.line", PlainText.line(PlainText.start(text, 80))));
        }
      }
    }
    return new Read(lines, rejected);
  }

  private static String text(JsonObject object, String name) {
    return !object.containsKey(name) || object.isNull(name) ? "" : object.getString(name, "");
  }
}
