package firstline.rumour.claim;

import static firstline.rumour.RumourRights.FILE;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rumour.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Looks again at what was declined or quarantined. */
@ApplicationScoped
public class ReconsiderClaim {
  public record Command(@NotNull UUID id, long version, @NotBlank String reason) {}

  @Inject private Claims claims;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = FILE)
  @Requirement({"R1.4", "R6.1"})
  public void reconsider(@Valid Command command) {
    var claim = claims.at(command.id(), command.version());
    claim.reconsider(command.reason(), Actor.of(desk), clock.instant());
    claims.keep(claim);
  }
}
