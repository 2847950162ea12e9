package firstline.market.quote;

import firstline.market.surge.Rung;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of price alerts, and how good they were. */
@Named
@RequestScoped
public class PriceAlertsPage {
  private static final String HERE = "/console/market/price-alerts";

  @Inject private AlertQueries queries;
  @Inject private Screen screen;

  private List<AlertQueries.Line> rows = List.of();
  private List<AlertQueries.Precision> precision = List.of();

  public void load() {
    rows =
        queries.list(
            new AlertQueries.Asked(getState(), getRung(), "", "", ""),
            after(),
            AlertQueries.SIZE + 1);
    precision = queries.precision();
  }

  private @Nullable UUID after() {
    return screen.parameter("after").isEmpty() ? null : screen.id("after");
  }

  private static String known(String name, Stream<? extends Enum<?>> values) {
    return values.map(Enum::name).filter(name::equals).findFirst().orElse("");
  }

  public String getState() {
    return known(screen.parameter("state"), Arrays.stream(AlertState.values()));
  }

  public String getRung() {
    return known(screen.parameter("rung"), Arrays.stream(Rung.values()));
  }

  public List<String> getStates() {
    return Arrays.stream(AlertState.values()).map(Enum::name).toList();
  }

  public List<String> getRungs() {
    return Arrays.stream(Rung.values()).map(Enum::name).toList();
  }

  public List<AlertQueries.Line> getRows() {
    return rows.size() > AlertQueries.SIZE ? rows.subList(0, AlertQueries.SIZE) : rows;
  }

  public List<AlertQueries.Precision> getPrecision() {
    return precision;
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return rows.size() <= AlertQueries.SIZE
        ? ""
        : HERE
            + "?state="
            + getState()
            + "&rung="
            + getRung()
            + "&after="
            + rows.get(AlertQueries.SIZE - 1).id();
  }
}
