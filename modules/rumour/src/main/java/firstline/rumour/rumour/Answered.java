package firstline.rumour.rumour;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel has carried the answer: the rumour is answered, and so is everybody who reported it.
 */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Answered {
  @Inject private Rumours rumours;
  @Inject private RumourClaims claims;
  @Inject private Clock clock;

  /**
   * The answer is out.
   *
   * @param actor who holds the receipt; null if the server saw it itself
   */
  @Requirement("R9.9")
  public void by(UUID rumourId, @Nullable Actor actor) {
    var now = clock.instant();
    var rumour = rumours.anywhere(rumourId);
    rumour.answered(actor, now);
    rumours.keep(rumour);
    claims.answered(rumourId, now);
  }
}
