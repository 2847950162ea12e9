package firstline.persistence.tabular;

import java.io.IOException;
import java.util.List;

/**
 * Writes a table as CSV (RFC 4180) that spreadsheets open as it is meant: every cell quoted, a
 * byte-order mark before the first line so that Chinese is read as UTF-8, and no cell that a
 * spreadsheet would run as a formula.
 */
public final class CsvWriter {
  /** What begins a formula; in Chinese and Japanese editions the wide forms do so too. */
  private static final String FORMULA = "=+-@＝＋－＠|%";

  private final Appendable out;

  /** Begins the table. */
  public CsvWriter(Appendable out) throws IOException {
    this.out = out;
    out.append('\uFEFF');
  }

  /** Writes one line. */
  public void line(List<String> cells) throws IOException {
    var joint = "";
    for (var cell : cells) {
      out.append(joint).append('"').append(harmless(cell).replace("\"", "\"\"")).append('"');
      joint = ",";
    }
    out.append("\r\n");
  }

  /** An apostrophe before what would run; a plain number stays a number. */
  private static String harmless(String cell) {
    var text = cell.stripLeading();
    if (text.isEmpty() || text.matches("[+-]?[0-9]+([.][0-9]+)?")) {
      return cell;
    }
    return FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
