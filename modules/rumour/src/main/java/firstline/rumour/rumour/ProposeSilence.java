package firstline.rumour.rumour;

import static firstline.rumour.RumourRights.VERIFY;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Proposes to leave it unanswered, since an answer would spread it. */
@ApplicationScoped
public class ProposeSilence {
  public record Command(@NotNull UUID id, long version, @NotBlank String reason) {}

  @Inject private Rumours rumours;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = VERIFY)
  @Requirement("R9.8")
  public void propose(@Valid Command command) {
    var rumour = rumours.at(command.id(), command.version());
    rumour.proposeClosing(command.reason(), Actor.of(desk), clock.instant());
    rumours.keep(rumour);
  }
}
