package firstline.persistence.export;

import firstline.persistence.page.Cursor;
import java.util.List;

/** A list that can be taken along as a table, read by the very query that shows it. */
public interface ListExport {
  /**
   * A row.
   *
   * @param id of the record, for whoever joins tables
   * @param cells in the order of the columns: text, a number, or null for nothing
   */
  record Line(String id, List<?> cells) {}

  /** Rows, and where the next ones begin; empty after the last. */
  record Part(List<Line> rows, String after) {}

  /** The list's name, as the page has it. */
  String list();

  /** Keys of the columns' titles, as the page has them. */
  List<String> columns();

  /**
   * The next rows, within the officer's right and areas as on the page.
   *
   * @param after where they begin, empty for the first ones
   * @param size about how many at a time
   */
  Part rows(Address asked, String after, int size);

  /** The place in a list that is read by its key. */
  static Cursor cursor(String after, int size) {
    return Cursor.read(after, "").of(size);
  }
}
