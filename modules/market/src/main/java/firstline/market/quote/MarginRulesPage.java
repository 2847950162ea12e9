package firstline.market.quote;

import firstline.market.MarketRights;
import firstline.market.surge.Margin;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The margin rules, and one as it is typed. */
@Named
@RequestScoped
public class MarginRulesPage {
  @Inject private MarginRules rules;
  @Inject private PriceQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;

  public List<MarginRules.Line> getRows() {
    return rules.list();
  }

  public List<String> getGroups() {
    return queries.groups();
  }

  public List<String> getBases() {
    return Arrays.stream(Margin.Basis.values()).map(Enum::name).toList();
  }

  public boolean isSetting() {
    return desk.may(MarketRights.PRICE_CHECK);
  }

  public String typed(String field) {
    return field.equals("area") && !screen.names("posted")
        ? desk.officer().areaCode()
        : screen.parameter(field);
  }

  public void set() {
    screen.run(
        () ->
            rules.set(
                new MarginRules.Command(
                    screen.parameter("area"),
                    screen.parameter("group"),
                    basis(),
                    cap(),
                    PriceDates.read(screen.parameter("base")),
                    PriceDates.needed(screen.parameter("from")),
                    PriceDates.read(screen.parameter("until")),
                    screen.parameter("source"))),
        "margin.set",
        "/console/market/margin-rules");
  }

  private Margin.Basis basis() {
    return screen.parameter("basis").equals(Margin.Basis.SALE.name())
        ? Margin.Basis.SALE
        : Margin.Basis.COST;
  }

  private BigDecimal cap() {
    var cap = Amounts.read(screen.parameter("cap").strip());
    if (cap == null) {
      throw new Refusal("margin.cap", screen.parameter("cap"));
    }
    return cap;
  }
}
