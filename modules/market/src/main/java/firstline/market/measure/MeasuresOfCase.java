package firstline.market.measure;

import firstline.market.MarketRights;
import firstline.market.casefile.CaseQueries;
import firstline.market.casefile.CaseState;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The measures of the case on a page: {@code WEB-INF/market/case-measures.xhtml} shows them. */
@Named
@RequestScoped
public class MeasuresOfCase {
  @Inject private MeasureQueries queries;
  @Inject private CaseQueries cases;
  @Inject private Desk desk;

  private @Nullable List<MeasureQueries.Line> lines;

  /** Its measures, read once. */
  public List<MeasureQueries.Line> of(UUID caseId) {
    if (lines == null) {
      lines = queries.ofCase(caseId);
    }
    return lines;
  }

  /** True if whoever looks may take one now. */
  public boolean mayTake(CaseQueries.View view) {
    return view.line().state() == CaseState.INVESTIGATING
        && desk.may(MarketRights.CASE)
        && cases.isMine(view.line().id());
  }
}
