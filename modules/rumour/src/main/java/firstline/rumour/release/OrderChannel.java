package firstline.rumour.release;

import static firstline.rumour.RumourRights.PUBLISH;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rebuttal.Rebuttals;
import firstline.rumour.rumour.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Sends what is public to one more channel. */
@ApplicationScoped
public class OrderChannel {
  /**
   * An order.
   *
   * @param id of the rebuttal
   */
  public record Command(@NotNull UUID id, long version, @NotNull Channel channel) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Releases releases;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = PUBLISH)
  @Requirement({"R3.5", "R6.1"})
  public void order(@Valid Command command) {
    var rebuttal = rebuttals.at(command.id(), command.version());
    var circulation = releases.of(rebuttal.id());
    circulation.further(
        GoPublic.current(rebuttal), command.channel(), Actor.of(desk), clock.instant());
    releases.keep(circulation);
  }
}
