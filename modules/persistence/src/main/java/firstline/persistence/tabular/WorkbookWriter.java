package firstline.persistence.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a table as the one sheet of an XLSX file. Texts are written as texts, so that a
 * spreadsheet runs none of them as a formula; whole numbers as numbers.
 */
public final class WorkbookWriter implements Closeable {
  /** Media type of the file. */
  public static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String VERSION = "1.0";

  private final Workbook workbook;
  private final Worksheet sheet;
  private int rows;

  /** Begins the table. */
  public WorkbookWriter(OutputStream out, String name) {
    workbook = new Workbook(out, "Firstline", VERSION);
    sheet = workbook.newWorksheet(name);
  }

  /** Writes one line of texts and whole numbers. */
  public void line(List<?> cells) {
    var column = 0;
    for (var cell : cells) {
      if (cell instanceof Long number) {
        sheet.value(rows, column, number);
      } else {
        sheet.value(rows, column, String.valueOf(cell));
      }
      column++;
    }
    rows++;
  }

  /** Ends the file. */
  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
