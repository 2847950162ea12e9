package firstline.rumour.imported;

import static firstline.persistence.tabular.JsonLines.text;

import firstline.persistence.tabular.JsonLines;
import firstline.persistence.tabular.Line;
import firstline.persistence.tabular.RejectedLine;
import firstline.persistence.tabular.Tables;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Reads what is to be imported: a table whose headers have many names, or JSON Lines. */
final class ImportFile {
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "externalId", List.of("externalid", "_id", "external id", "编号", "外部编号"),
          "claim", List.of("title", "rumour", "rumor", "传言", "谣言", "标题"),
          "verdict", List.of("rumortype", "rating", "结论"),
          "fact", List.of("mainsummary", "headline", "事实", "摘要"),
          "explanation", List.of("body", "text", "说明", "正文"),
          "sources", List.of("sourceurl", "source", "信源", "来源"),
          "language", List.of("lang", "语言"),
          "publishedAt", List.of("publishedat", "crawltime", "pubdate", "published", "发布时间"));

  /** Another system's words for verdicts; what is not here is refused. */
  private static final Map<String, String> VERDICTS =
      Map.ofEntries(
          Map.entry("0", "FALSE"),
          Map.entry("1", "TRUE"),
          Map.entry("2", "UNPROVEN"),
          Map.entry("不实", "FALSE"),
          Map.entry("谣言", "FALSE"),
          Map.entry("部分不实", "PARTLY_FALSE"),
          Map.entry("断章取义", "OUT_OF_CONTEXT"),
          Map.entry("旧闻新传", "OLD_NEWS"),
          Map.entry("属实", "TRUE"),
          Map.entry("可信", "TRUE"),
          Map.entry("尚无定论", "UNPROVEN"));

  /** The lines that could be read, and those that could not. */
  record Read(List<ImportLine> lines, List<RejectedLine> rejected) {}

  private ImportFile() {}

  /** A table: CSV or XLSX. */
  static Read table(byte[] content) {
    var lines =
        Tables.read(content, COLUMNS, List.of("externalId", "claim", "fact", "explanation"));
    return new Read(lines.stream().map(ImportFile::line).toList(), List.of());
  }

  private static ImportLine line(Line line) {
    var source = line.value("sources");
    return new ImportLine(
        line.number(),
        line.value("externalId"),
        line.value("claim"),
        List.of(),
        verdict(line.value("verdict")),
        line.value("fact"),
        line.value("explanation"),
        source.isEmpty() ? List.of() : List.of(source),
        line.value("language"),
        line.value("publishedAt"));
  }

  private static String verdict(String raw) {
    return Objects.requireNonNullElse(
        VERDICTS.get(raw), raw.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  /** JSON Lines, one object a line; blank lines are passed over. */
  static Read jsonLines(InputStream stream) throws IOException {
    var read = JsonLines.read(stream, Integer.MAX_VALUE, ImportFile::line);
    return new Read(read.lines(), read.rejected());
  }

  private static ImportLine line(int number, JsonObject object) {
    return new ImportLine(
        number,
        text(object, "externalId"),
        text(object, "claim"),
        texts(object, "wordings"),
        verdict(text(object, "verdict")),
        text(object, "fact"),
        text(object, "explanation"),
        texts(object, "sources"),
        text(object, "language"),
        text(object, "publishedAt"));
  }

  private static List<String> texts(JsonObject object, String name) {
    if (!(object.get(name) instanceof JsonArray array)) {
      var only = text(object, name);
      return only.isEmpty() ? List.of() : List.of(only);
    }
    return array.stream().map(ImportFile::source).filter(text -> !text.isEmpty()).toList();
  }

  /** A text, or an object with name and url. */
  private static String source(JsonValue value) {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    return value instanceof JsonObject object
        ? (text(object, "name") + ' ' + text(object, "url")).strip()
        : value.toString();
  }
}
