package firstline.console.figures;

import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Columns of the days and a line of the days before, in units of a picture.
 *
 * @param zero height of the line from which columns rise, or below which they hang
 * @param line points of the days before, as SVG writes them
 */
public record Chart(
    double width, double height, double zero, long highest, List<Column> columns, String line) {
  /** A day's column. */
  public record Column(Series.Day day, double x, double y, double width, double height) {}

  /** Draws the days into a picture of this size; a value that is not nought is at least 1 high. */
  @Requirement("R104.4")
  public static Chart of(List<Series.Day> days, double width, double height) {
    var most = days.stream().mapToLong(day -> Math.max(day.value(), day.before())).max().orElse(0);
    var least = days.stream().mapToLong(day -> Math.min(day.value(), day.before())).min().orElse(0);
    var high = Math.max(1, most);
    var low = Math.min(0, least);
    var unit = height / (high - low);
    var zero = height + low * unit;
    var step = width / Math.max(1, days.size());
    var columns = new ArrayList<Column>();
    for (var i = 0; i < days.size(); i++) {
      var value = days.get(i).value();
      var tall =
          value == 0 ? 0 : Math.min(Math.max(1, Math.abs(value) * unit), room(value, zero, height));
      columns.add(
          new Column(
              days.get(i),
              i * step + step * 0.09,
              value > 0 ? zero - tall : zero,
              step * 0.82,
              tall));
    }
    var line =
        columns.stream()
            .map(
                column ->
                    String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        column.x() + column.width() / 2,
                        zero - column.day().before() * unit))
            .collect(Collectors.joining(" "));
    return new Chart(width, height, zero, Math.max(0, most), List.copyOf(columns), line);
  }

  /** The columns that are to be seen. */
  public List<Column> bars() {
    return columns.stream().filter(column -> column.height() > 0).toList();
  }

  private static double room(long value, double zero, double height) {
    return value > 0 ? zero : height - zero;
  }
}
