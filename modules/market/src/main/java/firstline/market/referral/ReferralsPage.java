package firstline.market.referral;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The list of referrals. */
@Named
@RequestScoped
public class ReferralsPage {
  @Inject private ReferralQueries queries;
  @Inject private Screen screen;

  private Page<ReferralQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.list(
            getState(), Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public List<String> getStates() {
    return Arrays.stream(ReferralState.values()).map(Enum::name).toList();
  }

  public String getState() {
    return getStates().contains(screen.parameter("state")) ? screen.parameter("state") : "";
  }

  public List<ReferralQueries.Line> getRows() {
    return page.rows();
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page.after().isEmpty() ? "" : here() + "&after=" + page.after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page.before().isEmpty() ? "" : here() + "&before=" + page.before();
  }

  private String here() {
    return "/console/market/referrals?state=" + getState();
  }
}
