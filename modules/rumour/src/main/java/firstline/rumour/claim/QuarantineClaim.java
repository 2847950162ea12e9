package firstline.rumour.claim;

import static firstline.rumour.RumourRights.FILE;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rumour.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Puts spam out of everybody's way. */
@ApplicationScoped
public class QuarantineClaim {
  public record Command(@NotNull UUID id, long version) {}

  @Inject private Claims claims;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = FILE)
  @Requirement({"R9.4", "R6.1"})
  public void quarantine(@Valid Command command) {
    var claim = claims.at(command.id(), command.version());
    claim.quarantine(Actor.of(desk), clock.instant());
    claims.keep(claim);
  }
}
