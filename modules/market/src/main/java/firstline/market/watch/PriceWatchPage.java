package firstline.market.watch;

import firstline.market.MarketRights;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The watches on prices, and what is done with them. */
@Named
@RequestScoped
public class PriceWatchPage {
  private static final String HERE = "/console/market/price-watches";

  @Inject private WatchQueries queries;
  @Inject private KeepWatch keepWatch;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<WatchQueries.Line> rows;
  private @Nullable Map<UUID, List<WatchQueries.Step>> steps;

  public void load() {
    rows();
  }

  private List<WatchQueries.Line> rows() {
    if (rows == null) {
      rows =
          queries.list(
              isRunning(),
              screen.parameter("after").isEmpty() ? null : screen.id("after"),
              WatchQueries.SIZE + 1);
    }
    return rows;
  }

  public boolean isRunning() {
    return screen.names("running");
  }

  public boolean isChecking() {
    return desk.may(MarketRights.PRICE_CHECK);
  }

  public List<String> getWatched() {
    return queries.watched();
  }

  public List<WatchQueries.Line> getRows() {
    return rows().size() > WatchQueries.SIZE ? rows().subList(0, WatchQueries.SIZE) : rows();
  }

  public List<WatchQueries.Step> steps(UUID watch) {
    if (steps == null) {
      steps = queries.steps(getRows().stream().map(WatchQueries.Line::id).toList());
    }
    return steps.getOrDefault(watch, List.of());
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return rows().size() <= WatchQueries.SIZE
        ? ""
        : HERE
            + (isRunning() ? "?running=1&after=" : "?after=")
            + rows().get(WatchQueries.SIZE - 1).id();
  }

  public String typed(String field) {
    return screen.parameter(field);
  }

  public void prolong() {
    keep(false, "price-watch.prolonged");
  }

  public void end() {
    keep(true, "price-watch.ended");
  }

  private void keep(boolean end, String done) {
    screen.run(
        () ->
            keepWatch.keep(
                new KeepWatch.Command(screen.id("watch"), end, screen.parameter("reason"))),
        done,
        HERE + "?running=1");
  }
}
