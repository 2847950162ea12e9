package firstline.market.quote;

import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goods at a point over time. */
@Named
@RequestScoped
public class PriceSeriesPage {
  @Inject private PriceQueries queries;
  @Inject private Screen screen;

  private PriceQueries.@Nullable Series view;
  private List<PriceQueries.Day> days = List.of();
  private @Nullable SeriesChart chart;

  public void load() {
    view = queries.series(screen.id("point"), screen.id("goods"));
    days = queries.days(screen.id("point"), screen.id("goods"));
    chart = SeriesChart.of(days);
  }

  public PriceQueries.Series getView() {
    return Objects.requireNonNull(view);
  }

  public SeriesChart getChart() {
    return Objects.requireNonNull(chart);
  }

  /** The days, the latest first. */
  public List<PriceQueries.Day> getRows() {
    var rows = new ArrayList<>(days);
    Collections.reverse(rows);
    return rows;
  }

  /** An amount, or nothing where there is none. */
  public String yuan(@Nullable Double amount) {
    return amount == null || Double.isNaN(amount)
        ? ""
        : String.format(Locale.ROOT, "%,.2f", amount);
  }
}
