package firstline.persistence.tabular;

import firstline.persistence.tabular.Tables.Raw;
import java.util.ArrayList;
import java.util.List;

/**
 * The header as one row: tables come with a title over them that spans all columns, and with groups
 * of columns whose names stand under the group's own.
 */
final class Headers {
  /** A title is no longer than so many rows, and what follows it no narrower than that. */
  private static final int TITLE = 5;

  private static final int COLUMNS = 3;

  private Headers() {}

  /** The rows from the header on, which is one row. */
  static List<Raw> whole(List<Raw> rows) {
    var begun = rows.subList(title(rows), rows.size());
    return begun.size() > 1 && isGrouped(begun.get(0).cells(), begun.get(1).cells())
        ? grouped(begun)
        : begun;
  }

  private static int title(List<Raw> rows) {
    var at = 0;
    while (at < Math.min(TITLE, rows.size() - 1) && filled(rows.get(at).cells()) <= 1) {
      at++;
    }
    return filled(rows.get(at).cells()) >= COLUMNS ? at : 0;
  }

  private static long filled(List<String> cells) {
    return cells.stream().filter(cell -> !cell.isBlank()).count();
  }

  private static String at(List<String> cells, int place) {
    return place < cells.size() ? cells.get(place).strip() : "";
  }

  /** True if the lower row names what the upper one leaves open, and begins with nothing. */
  private static boolean isGrouped(List<String> upper, List<String> lower) {
    if (!at(lower, 0).isEmpty() || at(upper, 0).isEmpty() || filled(lower) == 0) {
      return false;
    }
    var open = 0;
    for (var place = 0; place < Math.max(upper.size(), lower.size()); place++) {
      if (at(upper, place).isEmpty()) {
        open++;
        if (at(lower, place).isEmpty()) {
          return false;
        }
      }
    }
    return open > 0;
  }

  private static List<Raw> grouped(List<Raw> rows) {
    var upper = rows.get(0).cells();
    var lower = rows.get(1).cells();
    var names = new ArrayList<String>();
    var group = "";
    for (var place = 0; place < Math.max(upper.size(), lower.size()); place++) {
      group = at(upper, place).isEmpty() ? group : at(upper, place);
      names.add(group + at(lower, place));
    }
    var whole = new ArrayList<Raw>();
    whole.add(new Raw(rows.get(1).number(), names));
    whole.addAll(rows.subList(2, rows.size()));
    return whole;
  }
}
