package firstline.market.campaign;

import firstline.persistence.requirement.Requirement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was counted each day, in a picture 1,000 wide and 200 high.
 *
 * @param scale lines of the axis
 * @param ticks days along the foot
 */
public record DayChart(List<Bar> bars, List<Mark> scale, List<Mark> ticks) {
  private static final double LEFT = 60;
  private static final double WIDE = 930;
  private static final double TALL = 160;
  private static final int TICKS = 8;

  /** A day. */
  public record Bar(double x, double y, double width, double height) {}

  /** A word at a place. */
  public record Mark(double at, String text) {}

  /** Draws the days in order; days without anything are gaps. */
  @Requirement("R93.2")
  static DayChart of(Figure figure, List<FigureQueries.Day> days) {
    var highest = days.stream().mapToLong(FigureQueries.Day::value).max().orElse(0);
    if (highest <= 0) {
      return new DayChart(List.of(), List.of(), List.of());
    }
    var step = WIDE / days.size();
    var bars = new ArrayList<Bar>();
    var ticks = new ArrayList<Mark>();
    var every = Math.max(1, (days.size() + TICKS - 1) / TICKS);
    for (var i = 0; i < days.size(); i++) {
      var day = days.get(i);
      var x = LEFT + i * step;
      var height = TALL * day.value() / highest;
      if (height > 0) {
        bars.add(new Bar(x + step * 0.1, TALL - height, step * 0.8, height));
      }
      if (i % every == 0) {
        ticks.add(new Mark(x + step / 2, monthAndDay(day.day())));
      }
    }
    return new DayChart(
        bars, List.of(new Mark(0, figure.show(highest)), new Mark(TALL, figure.write(0))), ticks);
  }

  private static String monthAndDay(LocalDate day) {
    return String.format(Locale.ROOT, "%02d-%02d", day.getMonthValue(), day.getDayOfMonth());
  }
}
