package firstline.rumour.release;

import static firstline.rumour.RumourRights.PUBLISH;

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

/** An officer says that a channel did not take it. */
@ApplicationScoped
public class FailRelease {
  public record Command(@NotNull UUID id, long version, @NotBlank String reason) {}

  @Inject private Releases releases;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = PUBLISH)
  @Requirement({"R3.9", "R6.1"})
  public void fail(@Valid Command command) {
    var circulation = releases.at(command.id(), command.version());
    circulation.fail(command.id(), command.reason(), Actor.of(desk), clock.instant());
    releases.keep(circulation);
  }
}
