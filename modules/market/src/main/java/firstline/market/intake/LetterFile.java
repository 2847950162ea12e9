package firstline.market.intake;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.tabular.Line;
import firstline.persistence.tabular.Tables;
import firstline.persistence.text.PlainText;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A platform's list: its columns, and which field each means. */
final class LetterFile {
  private static final int SHOWN = 20;

  private LetterFile() {}

  /** The headers by the field that each is understood to mean; the first of several. */
  static Map<Field, String> understood(List<String> headers) {
    var understood = new EnumMap<Field, String>(Field.class);
    for (var header : headers) {
      Field.of(header).ifPresent(field -> understood.putIfAbsent(field, header));
    }
    return understood;
  }

  /**
   * The lines.
   *
   * @param columns the header of each field that the list has
   * @throws Refusal as {@link #named}; {@code table.…}
   */
  static List<Line> lines(byte[] content, Map<Field, String> columns) {
    var named = named(columns);
    return Tables.read(content, named, List.copyOf(named.keySet()));
  }

  /** How many lines say what in the column; nothing is said as the empty text. */
  static Map<String, Integer> counted(byte[] content, String header) {
    var rows = Tables.top(content, Integer.MAX_VALUE);
    var at = rows.get(0).indexOf(header.strip());
    var counted = new HashMap<String, Integer>();
    for (var row : rows.subList(1, rows.size())) {
      if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
        var said = at >= 0 && at < row.size() ? PlainText.line(row.get(at)) : "";
        counted.merge(PlainText.start(said, SHOWN), 1, Integer::sum);
      }
    }
    return counted;
  }

  /**
   * The columns as tables are read: by the field's name.
   *
   * @throws Refusal {@code intake.column.<field>} without one that is needed; {@code
   *     intake.column-twice} for a header that means two
   */
  static Map<String, List<String>> named(Map<Field, String> columns) {
    var named = new HashMap<String, List<String>>();
    var taken = new HashSet<String>();
    for (var field : Field.values()) {
      var header = columns.getOrDefault(field, "").strip();
      if (!header.isEmpty()) {
        var key = header.toLowerCase(Locale.ROOT);
        if (!taken.add(key)) {
          throw new Refusal("intake.column-twice", header);
        }
        named.put(field.name(), List.of(key));
      } else if (field.isNeeded()) {
        throw new Refusal("intake.column." + field);
      }
    }
    return named;
  }
}
