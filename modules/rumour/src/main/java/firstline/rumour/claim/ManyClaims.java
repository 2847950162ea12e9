package firstline.rumour.claim;

import static firstline.rumour.RumourRights.FILE;

import firstline.persistence.bulk.BulkContribution;
import firstline.persistence.bulk.BulkStep;
import firstline.persistence.bulk.BulkStep.Input;
import firstline.persistence.bulk.BulkStep.Option;
import firstline.persistence.requirement.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What may be done to many claims at once. */
@ApplicationScoped
public class ManyClaims implements BulkContribution {
  @Inject private ClaimQueries queries;
  @Inject private DeclineClaim declineClaim;
  @Inject private JoinClaim joinClaim;
  @Inject private TransferClaim transferClaim;

  @Override
  public String list() {
    return "rumour.claims";
  }

  @Override
  @Requirement({"R117.1", "R117.2"})
  public List<BulkStep> steps() {
    return List.of(
        new BulkStep("rumour.claim.join", FILE, List.of(Input.text("number")), this::join),
        new BulkStep(
            "rumour.claim.decline",
            FILE,
            List.of(
                Input.choice(
                    "reason",
                    Arrays.stream(DeclineReason.values())
                        .map(one -> Option.of(one.name(), "rumour.decline." + one))
                        .toList())),
            this::decline),
        new BulkStep(
            "rumour.claim.transfer",
            FILE,
            List.of(Input.department("department"), Input.text("reason")),
            this::transfer));
  }

  private void join(UUID id, Map<String, String> typed) {
    joinClaim.join(new JoinClaim.Command(id, version(id), typed.getOrDefault("number", ""), null));
  }

  private void decline(UUID id, Map<String, String> typed) {
    declineClaim.decline(
        new DeclineClaim.Command(
            id, version(id), DeclineReason.valueOf(typed.getOrDefault("reason", ""))));
  }

  private void transfer(UUID id, Map<String, String> typed) {
    transferClaim.transfer(
        new TransferClaim.Command(
            id,
            version(id),
            typed.getOrDefault("department", ""),
            typed.getOrDefault("reason", "")));
  }

  private long version(UUID id) {
    return queries.one(id).version();
  }
}
