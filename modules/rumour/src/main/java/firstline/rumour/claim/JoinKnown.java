package firstline.rumour.claim;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.rumour.match.Matching;
import firstline.rumour.rumour.Rumours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Joins a new claim by itself when the engine is sure that it reports a rumour which has been
 * answered, or one that is under way.
 */
@ApplicationScoped
public class JoinKnown {
  @Inject private Claims claims;
  @Inject private Rumours rumours;
  @Inject private Joining joining;
  @Inject private Matching matching;
  @Inject private Sql sql;

  @Allows(right = Rights.SYSTEM)
  @Requirement("R9.3")
  public void join(UUID id) {
    var claim = claims.anywhere(id);
    // Somebody was faster, or the duty is done again.
    if (!ClaimState.WAITING.contains(claim.state())) {
      return;
    }
    var answer = matching.match(claim.text(), 1);
    if (answer.tier() == Matching.Tier.ANSWERED) {
      var match = answer.matches().get(0);
      sql.first(
              "select rumour_id from rebuttal where id = ? and withdrawn_at is null",
              row -> row.id(1),
              match.id())
          .ifPresent(rumour -> join(claim, rumour, match.score()));
      return;
    }
    matching.open(claim.text(), 1).stream()
        .filter(Matching.OpenMatch::sure)
        .findFirst()
        .ifPresent(match -> join(claim, match.rumour(), match.score()));
  }

  private void join(Claim claim, UUID rumour, double score) {
    joining.join(claim, rumours.anywhere(rumour), score, null);
  }
}
