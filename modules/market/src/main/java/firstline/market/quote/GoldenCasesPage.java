package firstline.market.quote;

import firstline.market.MarketRights;
import firstline.market.quote.GoldenCases.Kind;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The golden cases, and the form of one of them. */
@Named
@RequestScoped
public class GoldenCasesPage {
  private static final String HERE = "/console/market/golden-cases";

  @Inject private GoldenCases cases;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<GoldenCases.Line> rows;
  private GoldenCases.@Nullable Line edited;

  public void load() {
    getRows();
  }

  public List<GoldenCases.Line> getRows() {
    if (rows == null) {
      rows = cases.list();
    }
    return rows;
  }

  public boolean isSetting() {
    return desk.may(MarketRights.PRICE_CHECK);
  }

  /** The id of the case that the form replaces; empty for a new one. */
  public String getCase() {
    return screen.parameter("case");
  }

  private @Nullable UUID earlier() {
    return getCase().isEmpty() ? null : screen.id("case");
  }

  public List<String> getKinds() {
    return List.of(Kind.DAILY.name(), Kind.MARGIN.name());
  }

  /** As typed, or as the case stands that is edited. */
  public String value(String field) {
    var id = earlier();
    if (screen.names("posted") || id == null) {
      return screen.parameter(field);
    }
    if (edited == null) {
      edited = cases.one(id);
    }
    return switch (field) {
      case "name" -> edited.name();
      case "kind" -> edited.kind().name();
      case "cost" -> edited.cost();
      case "base" -> edited.base();
      case "price" -> edited.price();
      case "prices" -> String.join(" ", edited.prices());
      default -> String.valueOf(edited.fires());
    };
  }

  public void put() {
    screen.run(
        () ->
            cases.put(
                earlier(),
                new GoldenCases.Command(
                    screen.parameter("name"),
                    screen.parameter("kind").equals(Kind.MARGIN.name()) ? Kind.MARGIN : Kind.DAILY,
                    screen.parameter("cost"),
                    screen.parameter("base"),
                    screen.parameter("price"),
                    screen.parameter("prices"),
                    screen.parameter("fires").equals("true"))),
        "golden.saved",
        HERE);
  }

  public void remove() {
    screen.run(() -> cases.remove(screen.id("case")), "golden.removed", HERE);
  }
}
