package firstline.market.quote;

import firstline.persistence.requirement.Requirement;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A series of prices in a picture 1,000 wide and 260 high.
 *
 * @param line path of the prices
 * @param band outline of where a price would have fired, up to the top
 * @param alerts the days on which it fired
 * @param scale lines of the price axis
 * @param ticks days along the foot
 */
public record SeriesChart(
    String line, String band, List<Dot> alerts, List<Mark> scale, List<Mark> ticks) {
  private static final double LEFT = 60;
  private static final double WIDE = 930;
  private static final double TALL = 220;
  private static final int LINES = 4;
  private static final int DAYS = 6;

  /** A day that fired. */
  public record Dot(double x, double y) {}

  /** A word at a place. */
  public record Mark(double at, String text) {}

  /** Draws days in order; an empty list draws nothing. */
  @Requirement("R87.8")
  static SeriesChart of(List<PriceQueries.Day> days) {
    if (days.isEmpty()) {
      return new SeriesChart("", "", List.of(), List.of(), List.of());
    }
    var first = days.get(0).day();
    var last = days.get(days.size() - 1).day();
    var span = Math.max(1, ChronoUnit.DAYS.between(first, last));
    var highest =
        1.1
            * days.stream()
                .mapToDouble(
                    day ->
                        Double.isNaN(day.band()) ? day.price() : Math.max(day.price(), day.band()))
                .max()
                .orElseThrow();
    var line = new StringBuilder();
    var foot = new StringBuilder();
    var alerts = new ArrayList<Dot>();
    var from = 0.0;
    var to = 0.0;
    for (var day : days) {
      var x = LEFT + WIDE * ChronoUnit.DAYS.between(first, day.day()) / span;
      var y = TALL * (1 - day.price() / highest);
      point(line, x, y);
      if (!Double.isNaN(day.band())) {
        from = foot.isEmpty() ? x : from;
        to = x;
        point(foot, x, TALL * (1 - day.band() / highest));
      }
      if (day.fired()) {
        alerts.add(new Dot(x, y));
      }
    }
    var band =
        foot.isEmpty() ? "" : String.format(Locale.ROOT, "%sL%.1f 0L%.1f 0Z", foot, to, from);
    var scale = new ArrayList<Mark>();
    for (var i = 0; i <= LINES; i++) {
      scale.add(
          new Mark(
              TALL * (1 - (double) i / LINES),
              String.format(Locale.ROOT, "%.2f", highest * i / LINES)));
    }
    var ticks = new ArrayList<Mark>();
    for (var i = 0; i <= DAYS; i++) {
      var day = first.plusDays(Math.round((double) span * i / DAYS));
      ticks.add(
          new Mark(
              LEFT + WIDE * ChronoUnit.DAYS.between(first, day) / span,
              String.format(Locale.ROOT, "%02d-%02d", day.getMonthValue(), day.getDayOfMonth())));
    }
    return new SeriesChart(line.toString(), band, alerts, scale, ticks);
  }

  private static void point(StringBuilder path, double x, double y) {
    path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y));
  }
}
