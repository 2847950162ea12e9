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

/** Looks at the answer again. */
@ApplicationScoped
public class ReviewAnswer {
  public record Command(@NotNull UUID id, long version, @NotBlank String reason) {}

  @Inject private Rumours rumours;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = VERIFY)
  @Requirement("R9.1")
  public void review(@Valid Command command) {
    var rumour = rumours.at(command.id(), command.version());
    rumour.review(command.reason(), Actor.of(desk), clock.instant());
    rumours.keep(rumour);
  }
}
