package firstline.console.shell;

import firstline.persistence.indicator.Indicators;
import firstline.persistence.time.Clocks;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Home: what waits, and the figures of the last two weeks. */
@Named
@RequestScoped
public class HomePage {
  private static final int DAYS = 14;

  /**
   * A figure as a small picture.
   *
   * @param bars heights from 0 to 100 of the days, oldest first
   */
  public record Tile(String key, long total, List<Bar> bars) {}

  /** One day's bar, placed in a picture of {@value #DAYS} × 10 by 100 units. */
  public record Bar(int x, int y, int height, LocalDate day, long value) {}

  @Inject private Indicators indicators;
  @Inject private Clock clock;
  @Inject @Any private Instance<TodoContribution> contributions;

  private List<Todo> todos = List.of();
  private List<Tile> tiles = List.of();

  public void load() {
    var first = LocalDate.ofInstant(clock.instant(), Clocks.ZONE).minusDays(DAYS - 1L);
    todos =
        contributions.stream()
            .flatMap(contribution -> contribution.todos().stream())
            .filter(todo -> todo.count() > 0)
            .toList();
    tiles = indicators.since(first).stream().map(series -> tile(series, first)).toList();
  }

  private static Tile tile(Indicators.Series series, LocalDate first) {
    var highest =
        Math.max(1, series.points().stream().mapToLong(Indicators.Point::value).max().orElse(1));
    var bars =
        series.points().stream()
            .map(
                point -> {
                  var height = (int) Math.max(4, Math.round(100.0 * point.value() / highest));
                  var x = (int) (point.day().toEpochDay() - first.toEpochDay()) * 10;
                  return new Bar(x, 100 - height, height, point.day(), point.value());
                })
            .toList();
    return new Tile(series.key(), series.total(), bars);
  }

  public List<Todo> getTodos() {
    return todos;
  }

  public List<Tile> getTiles() {
    return tiles;
  }

  /** A count with separators, the same in both languages. */
  public String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
