package firstline.console.export;

import firstline.console.kept.Arrangement;
import firstline.persistence.export.Address;
import firstline.persistence.export.ListExport;
import firstline.persistence.job.Progress;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.tabular.CsvWriter;
import firstline.persistence.tabular.XlsxWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a list part by part: never more than one part of it is in memory. */
final class ListFile {
  /** Rows of a part. */
  static final int PART = 1_000;

  private static final int BUFFER = 1 << 16;

  private interface Rows extends AutoCloseable {
    void line(List<? extends @Nullable Object> cells) throws IOException;

    @Override
    void close() throws IOException;
  }

  private final ListExport list;
  private final List<Integer> places;

  /** The list with the columns that the officer shows, in their order. */
  ListFile(ListExport list, Arrangement arrangement) {
    this.list = list;
    this.places =
        arrangement.of(list.columns().size()).stream()
            .filter(place -> !arrangement.hidden().contains(place))
            .map(place -> place - 1)
            .toList();
  }

  /** Keys of the titles of what is written, the record's id last. */
  List<String> titles() {
    var titles = new ArrayList<String>();
    places.forEach(place -> titles.add(list.columns().get(place)));
    titles.add("export.id");
    return titles;
  }

  /**
   * Writes all rows and counts them.
   *
   * @throws Refusal {@code export.too-many} for more than a sheet holds
   */
  @Requirement({"R105.5", "R105.6"})
  long write(Format format, List<String> titles, Address asked, OutputStream out, Progress progress)
      throws IOException {
    try (var rows = format == Format.XLSX ? sheet(out) : csv(out)) {
      rows.line(titles);
      var written = 0L;
      var after = "";
      do {
        var part = list.rows(asked, after, PART);
        for (var line : part.rows()) {
          rows.line(cells(line));
        }
        written += part.rows().size();
        if (format == Format.XLSX && written >= XlsxWriter.LINES) {
          throw new Refusal("export.too-many", XlsxWriter.LINES - 1);
        }
        progress.at(written, 0);
        after = part.after();
      } while (!after.isEmpty());
      return written;
    }
  }

  private List<@Nullable Object> cells(ListExport.Line line) {
    var cells = new ArrayList<@Nullable Object>(places.size() + 1);
    for (var place : places) {
      cells.add(line.cells().get(place));
    }
    cells.add(line.id());
    return cells;
  }

  private static Rows sheet(OutputStream out) throws IOException {
    var sheet = new XlsxWriter(out);
    return new Rows() {
      @Override
      public void line(List<? extends @Nullable Object> cells) throws IOException {
        sheet.line(cells);
      }

      @Override
      public void close() throws IOException {
        sheet.close();
      }
    };
  }

  private static Rows csv(OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    var csv = new CsvWriter(writer);
    return new Rows() {
      @Override
      public void line(List<? extends @Nullable Object> cells) throws IOException {
        csv.line(cells.stream().map(cell -> cell == null ? "" : cell.toString()).toList());
      }

      @Override
      public void close() throws IOException {
        writer.close();
      }
    };
  }
}
