package firstline.console.figures;

import firstline.persistence.indicator.IndicatorContribution.Indicator;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All figures of an area, or one of them by day and area. */
@Named
@RequestScoped
public class FiguresPage {
  /** Rows that the page shows; a download has them all. */
  static final int ROWS = 100;

  private static final double WIDE = 1000;
  private static final double HIGH = 200;

  /** A line of the overview. */
  public record Overview(Series series, Chart chart) {}

  /**
   * What the page shows; nothing of it if the question was refused.
   *
   * @param figure null for all of them
   */
  public record View(
      Asked asked,
      List<FigureQueries.Above> above,
      List<Overview> overview,
      @Nullable Indicator figure,
      @Nullable Series series,
      @Nullable Chart chart,
      List<FigureQueries.Place> places,
      List<FigureQueries.Line> lines) {}

  @Inject private FigureQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Clock clock;

  private @Nullable View view;

  public void load() {
    screen.attempt(this::read);
  }

  private void read() {
    var asked =
        Asked.read(
            screen.parameter("key"),
            screen.parameter("area"),
            screen.parameter("from"),
            screen.parameter("to"),
            desk.officer().areaCode(),
            LocalDate.ofInstant(clock.instant(), Clocks.ZONE));
    var figure = asked.key().isEmpty() ? null : asked.among(queries.known());
    var above = queries.above(asked.area());
    if (above.isEmpty()) {
      throw new Refusal("figures.area", asked.area());
    }
    var all = queries.all(asked.area(), asked.from(), asked.to());
    view = figure == null ? overview(asked, above, all) : one(asked, above, figure, all);
  }

  private static View overview(Asked asked, List<FigureQueries.Above> above, List<Series> all) {
    var overview =
        all.stream().map(one -> new Overview(one, Chart.of(one.days(), WIDE, HIGH))).toList();
    return new View(asked, above, overview, null, null, null, List.of(), List.of());
  }

  private View one(
      Asked asked, List<FigureQueries.Above> above, Indicator figure, List<Series> all) {
    var series =
        all.stream().filter(one -> one.key().equals(figure.key())).findFirst().orElseThrow();
    return new View(
        asked,
        above,
        List.of(),
        figure,
        series,
        Chart.of(series.days(), WIDE, HIGH),
        queries.places(figure, asked.area(), asked.from(), asked.to()),
        queries.lines(figure.key(), asked.area(), asked.from(), asked.to(), ROWS + 1));
  }

  public @Nullable View getView() {
    return view;
  }

  public List<Indicator> getKnown() {
    return queries.known();
  }

  /** What stands in a field: typed, or what is shown for want of it. */
  public String typed(String field) {
    var typed = screen.parameter(field);
    if (view == null || !typed.isBlank()) {
      return typed;
    }
    return switch (field) {
      case "from" -> view.asked().from().toString();
      case "to" -> view.asked().to().toString();
      case "area" -> view.asked().area();
      default -> typed;
    };
  }

  /** The rows that fit. */
  public List<FigureQueries.Line> getLines() {
    return view == null ? List.of() : view.lines().stream().limit(ROWS).toList();
  }

  public boolean isMore() {
    return view != null && view.lines().size() > ROWS;
  }

  /** Share of the greatest of the areas, 0 to 100: the length of a bar. */
  public long share(FigureQueries.Place place) {
    var most =
        view == null
            ? 0
            : view.places().stream()
                .map(one -> one.change().now())
                .max(Comparator.naturalOrder())
                .orElse(0L);
    return most <= 0 ? 0 : Math.max(0, Math.round(100.0 * place.change().now() / most));
  }
}
