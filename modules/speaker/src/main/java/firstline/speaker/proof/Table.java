package firstline.speaker.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of RFC 4180 with its titles in the first line. An apostrophe before what a spreadsheet
 * would run as a formula is the writer's, and is taken off again.
 */
final class Table {
  private static final String FORMULA = "=+-@＝＋－＠|%";

  private Table() {}

  /** The lines, each by title. */
  static List<Map<String, String>> read(String text) {
    var lines = lines(text);
    var titles = lines.get(0);
    var rows = new ArrayList<Map<String, String>>();
    for (var line : lines.subList(1, lines.size())) {
      var row = new LinkedHashMap<String, String>();
      for (var i = 0; i < titles.size(); i++) {
        row.put(titles.get(i), i < line.size() ? plain(line.get(i)) : "");
      }
      rows.add(row);
    }
    return rows;
  }

  private static String plain(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }

  private static List<List<String>> lines(String text) {
    var lines = new ArrayList<List<String>>();
    var line = new ArrayList<String>();
    var cell = new StringBuilder();
    var quoted = false;
    // A byte order mark is for spreadsheets.
    for (var i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
      var letter = text.charAt(i);
      if (quoted) {
        if (letter != '"') {
          cell.append(letter);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (letter == '"') {
        quoted = true;
      } else if (letter == ',') {
        line.add(cell.toString());
        cell.setLength(0);
      } else if (letter == '\n') {
        line.add(cell.toString());
        cell.setLength(0);
        lines.add(List.copyOf(line));
        line.clear();
      } else if (letter != '\r') {
        cell.append(letter);
      }
    }
    return lines;
  }
}
