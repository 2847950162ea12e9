package firstline.market.campaign;

import firstline.market.MarketRights;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The list of campaigns. */
@Named
@RequestScoped
public class MarketCampaignsPage {
  private static final String HERE = "/console/market/market-campaigns?";

  @Inject private CampaignQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private Page<CampaignQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page = queries.list(Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public boolean isLeading() {
    return desk.may(MarketRights.CAMPAIGN);
  }

  public List<CampaignQueries.Line> getRows() {
    return page.rows();
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page.after().isEmpty() ? "" : HERE + "after=" + page.after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page.before().isEmpty() ? "" : HERE + "before=" + page.before();
  }
}
