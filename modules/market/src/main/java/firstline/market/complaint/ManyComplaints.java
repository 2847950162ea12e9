package firstline.market.complaint;

import static firstline.market.MarketRights.HANDLE;
import static firstline.market.MarketRights.INTAKE;

import firstline.persistence.bulk.BulkContribution;
import firstline.persistence.bulk.BulkStep;
import firstline.persistence.bulk.BulkStep.Input;
import firstline.persistence.requirement.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What may be done to many complaints and tip-offs at once. */
@ApplicationScoped
public class ManyComplaints implements BulkContribution {
  @Inject private ActOnComplaint act;

  @Override
  public String list() {
    return "market.complaints";
  }

  @Override
  @Requirement("R117.2")
  public List<BulkStep> steps() {
    return List.of(
        BulkStep.of(
            "market.complaint.triage",
            INTAKE,
            (id, typed) -> act.sort(command(id, Action.TRIAGE, Map.of()))),
        new BulkStep(
            "market.complaint.route",
            INTAKE,
            List.of(Input.department("department")),
            (id, typed) -> act.sort(command(id, Action.ROUTE, typed))),
        BulkStep.of(
            "market.complaint.accept",
            INTAKE,
            (id, typed) -> act.sort(command(id, Action.ACCEPT, Map.of()))),
        BulkStep.of(
            "market.complaint.verify",
            HANDLE,
            (id, typed) -> act.handle(command(id, Action.VERIFY, Map.of()))));
  }

  private static ActOnComplaint.Command command(UUID id, Action action, Map<String, String> typed) {
    return new ActOnComplaint.Command(id, action, "", typed.getOrDefault("department", ""), "");
  }
}
