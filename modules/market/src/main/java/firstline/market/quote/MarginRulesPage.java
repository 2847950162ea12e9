package firstline.market.quote;

import firstline.market.MarketRights;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The margin rules that hold, and the drafts of others. */
@Named
@RequestScoped
public class MarginRulesPage {
  @Inject private MarginRules rules;
  @Inject private PriceDrafts priceDrafts;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<MarginRules.Line> rows;
  private @Nullable List<PriceDrafts.Line> drafts;
  private @Nullable UUID begun;

  public List<MarginRules.Line> getRows() {
    if (rows == null) {
      rows = rules.list();
    }
    return rows;
  }

  public List<PriceDrafts.Line> getDrafts() {
    if (drafts == null) {
      drafts = priceDrafts.list();
    }
    return drafts;
  }

  public boolean isSetting() {
    return desk.may(MarketRights.PRICE_CHECK);
  }

  public String getTitle() {
    return screen.parameter("title");
  }

  public void begin() {
    screen.run(
        () -> begun = priceDrafts.begin(screen.parameter("title")),
        "price-draft.begun",
        () -> "/console/market/price-draft?id=" + begun);
  }
}
