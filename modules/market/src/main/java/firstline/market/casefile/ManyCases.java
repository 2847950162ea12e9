package firstline.market.casefile;

import static firstline.market.MarketRights.CASE;
import static firstline.market.MarketRights.HEAD;

import firstline.persistence.bulk.BulkContribution;
import firstline.persistence.bulk.BulkStep;
import firstline.persistence.requirement.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What may be done to many cases at once: what needs no word about the single one. */
@ApplicationScoped
public class ManyCases implements BulkContribution {
  @Inject private CaseQueries queries;
  @Inject private MoveCase move;

  @Override
  public String list() {
    return "market.cases";
  }

  @Override
  @Requirement("R117.2")
  public List<BulkStep> steps() {
    return List.of(
        BulkStep.of(
            "market.case.close", HEAD, (id, typed) -> move.byHead(step(id, CaseAction.CLOSE))),
        BulkStep.of(
            "market.case.archive",
            CASE,
            (id, typed) -> move.byOfficer(step(id, CaseAction.ARCHIVE))));
  }

  private MoveCase.Command step(UUID id, CaseAction action) {
    return new MoveCase.Command(id, queries.one(id).version(), action, MoveCase.Input.note(""));
  }
}
