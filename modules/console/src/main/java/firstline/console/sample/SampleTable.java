package firstline.console.sample;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A table of the sample city, as it lies beside this class. */
public final class SampleTable {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private SampleTable() {}

  /** Lines as maps from column to value. */
  public static List<Map<String, String>> read(String name) {
    try (var stream = SampleTable.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no sample table " + name);
      }
      try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
          var parser = FORMAT.parse(reader)) {
        return parser.stream().map(CSVRecord::toMap).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value of a column; absent is empty. */
  public static String value(Map<String, String> line, String column) {
    return line.getOrDefault(column, "").replace("\uFEFF", "");
  }
}
