package firstline.market.watch;

import firstline.market.MarketRights;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
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

  private @Nullable Page<WatchQueries.Line> page;
  private @Nullable Map<UUID, List<WatchQueries.Step>> steps;

  public void load() {
    page();
  }

  private Page<WatchQueries.Line> page() {
    if (page == null) {
      page =
          queries.list(
              isRunning(), Cursor.read(screen.parameter("after"), screen.parameter("before")));
    }
    return page;
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
    return page().rows();
  }

  public List<WatchQueries.Step> steps(UUID watch) {
    if (steps == null) {
      steps = queries.steps(getRows().stream().map(WatchQueries.Line::id).toList());
    }
    return steps.getOrDefault(watch, List.of());
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page().after().isEmpty() ? "" : list() + "after=" + page().after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page().before().isEmpty() ? "" : list() + "before=" + page().before();
  }

  private String list() {
    return HERE + (isRunning() ? "?running=1&" : "?");
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
