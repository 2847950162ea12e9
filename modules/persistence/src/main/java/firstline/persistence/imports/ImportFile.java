package firstline.persistence.imports;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.tabular.CsvWriter;
import firstline.persistence.tabular.Line;
import firstline.persistence.tabular.LineReport.Rejection;
import firstline.persistence.tabular.Tables;
import firstline.persistence.tabular.XlsxWriter;
import firstline.persistence.words.Bundles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The file of a {@link TableImport}: its template, and what is read of one that was filled in. */
public final class ImportFile {
  /** Most lines of a file. */
  public static final int MOST = 100_000;

  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@＝＋－＠|%].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9 .,-]*");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]");

  /** The lines without the example, and those whose cells cannot be right. */
  public record Read(List<Line> lines, List<Rejection> faults) {}

  private ImportFile() {}

  /** The header of a column, in both languages. */
  public static String header(Column column) {
    return words("zh", column) + " / " + words("en", column);
  }

  private static String words(String language, Column column) {
    return Bundles.words(language, "import.column." + column.name());
  }

  /** Writes the template. */
  @Requirement("R116.1")
  public static void template(TableImport table, boolean sheet, OutputStream out)
      throws IOException {
    var header = table.columns().stream().map(ImportFile::header).toList();
    var example = table.columns().stream().map(Column::example).toList();
    if (sheet) {
      try (var writer = new XlsxWriter(out)) {
        writer.line(header);
        writer.line(example);
      }
      return;
    }
    try (var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      var csv = new CsvWriter(writer);
      csv.line(header);
      csv.line(example);
    }
  }

  /**
   * Reads a file.
   *
   * @throws Refusal {@code table.…}; {@code table.empty} if nothing but the example stands in it
   */
  @Requirement({"R116.1", "R116.4", "R116.5"})
  public static Read read(TableImport table, byte[] content) {
    var lines = lines(table, content).stream().filter(line -> !isExample(table, line)).toList();
    if (lines.isEmpty()) {
      throw new Refusal("table.empty");
    }
    if (lines.size() > MOST) {
      throw new Refusal("table.too-many-lines", MOST);
    }
    var faults = new ArrayList<Rejection>();
    var seen = new HashMap<String, Set<String>>();
    for (var line : lines) {
      for (var column : table.columns()) {
        var code = fault(column, line.value(column.name()), seen);
        if (code != null) {
          faults.add(line.reject(column.name(), code));
        }
      }
    }
    return new Read(lines, faults);
  }

  private static List<Line> lines(TableImport table, byte[] content) {
    var columns =
        table.columns().stream().collect(Collectors.toMap(Column::name, ImportFile::headers));
    var required = table.columns().stream().filter(Column::required).map(Column::name).toList();
    try {
      return Tables.read(content, columns, required);
    } catch (Refusal refusal) {
      throw refusal.code().equals("table.column-missing") ? named(table, refusal) : refusal;
    }
  }

  /** A header as it is in the template, in one language, or as other tables call it. */
  private static List<String> headers(Column column) {
    var also = "import.also." + column.name();
    return Stream.concat(
            Stream.of(header(column), words("zh", column), words("en", column)),
            Bundles.knows("zh", also)
                ? Stream.of(Bundles.words("zh", also).split("[|]"))
                : Stream.empty())
        .map(header -> header.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Refusal named(TableImport table, Refusal missing) {
    return new Refusal(
        missing.code(),
        table.columns().stream()
            .filter(column -> missing.arguments().contains(column.name()))
            .map(ImportFile::header)
            .collect(Collectors.joining()));
  }

  private static boolean isExample(TableImport table, Line line) {
    return table.columns().stream()
        .allMatch(column -> line.value(column.name()).equals(column.example()));
  }

  private static @Nullable String fault(
      Column column, String value, Map<String, Set<String>> seen) {
    if (value.isEmpty()) {
      return column.required() ? "cell.empty" : null;
    }
    if (value.length() > column.longest()) {
      return "cell.too-long";
    }
    if (CONTROL.matcher(value).find()) {
      return "cell.control";
    }
    if (FORMULA.matcher(value).matches() && !NUMBER.matcher(value).matches()) {
      return "cell.formula";
    }
    var first =
        !column.unique()
            || seen.computeIfAbsent(column.name(), name -> new HashSet<>())
                .add(value.toLowerCase(Locale.ROOT));
    return first ? null : "cell.twice";
  }
}
