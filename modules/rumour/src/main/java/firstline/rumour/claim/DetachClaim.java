package firstline.rumour.claim;

import static firstline.rumour.RumourRights.FILE;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Rumours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Takes a claim out of a rumour that it does not report. */
@ApplicationScoped
public class DetachClaim {
  public record Command(@NotNull UUID id, long version, @NotBlank String reason) {}

  @Inject private Claims claims;
  @Inject private Rumours rumours;
  @Inject private Joining joining;
  @Inject private Desk desk;

  @Allows(right = FILE)
  @Requirement({"R9.4", "R6.1"})
  public void detach(@Valid Command command) {
    var claim = claims.at(command.id(), command.version());
    var id = claim.rumourId();
    if (id == null) {
      throw new Refusal("claim.not-joined");
    }
    joining.detach(claim, rumours.anywhere(id), command.reason(), Actor.of(desk));
  }
}
