package firstline.rumour.rumour;

import static firstline.rumour.RumourRights.CONFIRM;

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

/** Gives another person's verdict back, with a reason. */
@ApplicationScoped
public class ReturnVerdict {
  public record Command(@NotNull UUID id, long version, @NotBlank String reason) {}

  @Inject private Rumours rumours;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = CONFIRM)
  @Requirement("R9.7")
  public void giveBack(@Valid Command command) {
    var rumour = rumours.at(command.id(), command.version());
    rumour.returnVerdict(command.reason(), Actor.of(desk), clock.instant());
    rumours.keep(rumour);
  }
}
