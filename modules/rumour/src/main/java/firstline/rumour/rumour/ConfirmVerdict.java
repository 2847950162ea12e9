package firstline.rumour.rumour;

import static firstline.rumour.RumourRights.CONFIRM;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Confirms the verdict of another person. */
@ApplicationScoped
public class ConfirmVerdict {
  public record Command(@NotNull UUID id, long version) {}

  @Inject private Rumours rumours;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = CONFIRM)
  @Requirement({"R9.7", "R6.1"})
  public void confirm(@Valid Command command) {
    var rumour = rumours.at(command.id(), command.version());
    rumour.confirm(rumours.isDrafted(rumour), Actor.of(desk), clock.instant());
    rumours.keep(rumour);
  }
}
