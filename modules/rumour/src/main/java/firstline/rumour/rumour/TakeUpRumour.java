package firstline.rumour.rumour;

import static firstline.rumour.RumourRights.VERIFY;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the officer at the desk the owner, who verifies it by the deadline. */
@ApplicationScoped
public class TakeUpRumour {
  public record Command(@NotNull UUID id, long version, @Nullable Instant deadline) {}

  @Inject private Rumours rumours;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = VERIFY)
  @Requirement({"R9.2", "R6.1"})
  public void takeUp(@Valid Command command) {
    var rumour = rumours.at(command.id(), command.version());
    rumour.takeUp(command.deadline(), Actor.of(desk), clock.instant());
    rumours.keep(rumour);
  }
}
