package firstline.rumour.release;

import static firstline.rumour.RumourRights.PUBLISH;

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

/** An officer has seen that it is no longer on the channel. */
@ApplicationScoped
public class ConfirmTakedown {
  public record Command(@NotNull UUID id, long version, KeepReceipt.@NotNull Seen seen) {}

  @Inject private Releases releases;
  @Inject private KeepReceipt keepReceipt;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = PUBLISH)
  @Requirement({"R3.11", "R3.12", "R6.1"})
  public void confirm(@Valid Command command) {
    var circulation = releases.at(command.id(), command.version());
    var area = circulation.at(command.id()).order().text().areaCode();
    var receipt = keepReceipt.keep(command.seen(), area);
    circulation.takenDown(command.id(), receipt, Actor.of(desk), clock.instant());
    releases.keep(circulation);
  }
}
