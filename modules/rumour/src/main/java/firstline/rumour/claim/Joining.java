package firstline.rumour.claim;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Rumour;
import firstline.rumour.rumour.RumourClaims;
import firstline.rumour.rumour.RumourState;
import firstline.rumour.rumour.Rumours;
import firstline.rumour.rumour.Targets;
import firstline.rumour.rumour.Wordings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens when a claim becomes a report of a rumour, or is one no longer. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Joining {
  /** The public has the answer, and it stands. */
  private static final Set<RumourState> ANSWERED =
      Set.of(RumourState.REBUTTED, RumourState.RESURFACED, RumourState.ARCHIVED);

  @Inject private Claims claims;
  @Inject private Rumours rumours;
  @Inject private Wordings wordings;
  @Inject private RumourClaims reports;
  @Inject private Clock clock;

  /**
   * Joins the claim to the rumour, which keeps its wording; a rumour that is answered may resurface
   * by it.
   *
   * @param officer null for the engine
   */
  @Requirement({"R9.3", "R9.10"})
  void join(Claim claim, Rumour rumour, @Nullable Double score, @Nullable Actor officer) {
    var now = clock.instant();
    claim.join(rumour.id(), score, officer, ANSWERED.contains(rumour.state()), now);
    claims.keep(claim);
    keepWording(claim, rumour);
    var since = reports.sinceTheAnswer(rumour, now);
    if (since >= Targets.current().resurface()) {
      rumour.resurface(since, now);
      rumours.keep(rumour);
    }
  }

  /** The rumour has been met in the claim's words. */
  void keepWording(Claim claim, Rumour rumour) {
    wordings.met(
        List.of(
            new Wordings.Met(
                rumour.id(), claim.text(), claim.seen(), claim.areaCode(), claim.receivedAt())));
  }

  /** Takes the claim out again: the rumour loses the wording and counts a wrong join. */
  @Requirement("R9.4")
  void detach(Claim claim, Rumour rumour, String reason, Actor officer) {
    claim.detach(reason, officer, clock.instant());
    claims.keep(claim);
    wordings.takeBack(rumour.id(), claim.text());
    rumour.detached();
    rumours.keep(rumour);
  }
}
