package firstline.rumour.claim;

import firstline.persistence.database.Sql;
import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.outbox.OutboxListener;
import firstline.persistence.requirement.Requirement;
import firstline.rumour.api.RumourEvents;
import firstline.rumour.match.Matching;
import firstline.rumour.rumour.Rumours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Set;
import java.util.UUID;

/** Joins a new claim at once when the engine is sure that its rumour has been answered. */
@ApplicationScoped
public class JoinAtOnce implements OutboxListener {
  @Inject private Claims claims;
  @Inject private Rumours rumours;
  @Inject private Joining joining;
  @Inject private Matching matching;
  @Inject private Sql sql;

  @Override
  public String name() {
    return "rumour.join-at-once";
  }

  @Override
  public Set<String> topics() {
    return Set.of(RumourEvents.CLAIM_RECEIVED);
  }

  @Override
  @Requirement("R9.3")
  public void on(OutboxEvent event) {
    var claim = claims.anywhere(id(event));
    // Somebody was faster, or the duty is done again.
    if (!ClaimState.WAITING.contains(claim.state())) {
      return;
    }
    var answer = matching.match(claim.text(), 1);
    if (answer.tier() == Matching.Tier.ANSWERED) {
      var match = answer.matches().get(0);
      var rumour =
          sql.one(
              "select rumour_id from rebuttal where id = ? and withdrawn_at is null",
              row -> row.id(1),
              match.id());
      joining.join(claim, rumours.anywhere(rumour), match.score(), null);
    }
  }

  private static UUID id(OutboxEvent event) {
    try (var reader = Json.createReader(new StringReader(event.payload()))) {
      return UUID.fromString(reader.readObject().getString("id"));
    }
  }
}
