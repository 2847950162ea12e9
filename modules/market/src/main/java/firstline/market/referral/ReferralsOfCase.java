package firstline.market.referral;

import firstline.market.MarketRights;
import firstline.market.casefile.CaseQueries;
import firstline.market.casefile.CaseState;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The referrals of the case on a page, and the form that proposes one. */
@Named
@RequestScoped
public class ReferralsOfCase {
  @Inject private ReferralQueries queries;
  @Inject private CaseQueries cases;
  @Inject private ProposeReferral proposeReferral;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<ReferralQueries.Line> lines;
  private @Nullable UUID proposed;

  /** Its referrals, read once. */
  public List<ReferralQueries.Line> of(UUID caseId) {
    if (lines == null) {
      lines = queries.ofCase(caseId);
    }
    return lines;
  }

  /** True if whoever looks may propose one now. */
  public boolean mayPropose(CaseQueries.View view) {
    var state = view.line().state();
    return state.compareTo(CaseState.FILED) > 0
        && state.compareTo(CaseState.DECIDED) < 0
        && of(view.line().id()).stream()
            .allMatch(one -> one.state().isEnd() && one.state() != ReferralState.HANDED_OVER)
        && desk.may(MarketRights.CASE)
        && cases.isMine(view.line().id());
  }

  public String typed(String field) {
    return screen.parameter(field);
  }

  public void propose() {
    screen.run(
        () ->
            proposed =
                proposeReferral.propose(
                    new ProposeReferral.Command(
                        screen.id(), screen.parameter("offence"), screen.parameter("ground"))),
        "referral.proposed",
        () -> "/console/market/referral?id=" + Objects.requireNonNull(proposed));
  }
}
