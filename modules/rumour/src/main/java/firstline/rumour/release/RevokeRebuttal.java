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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/**
 * Takes an order back before anything has left. What is on the page has left: it can be corrected
 * or withdrawn, since somebody has read it.
 */
@ApplicationScoped
public class RevokeRebuttal {
  public record Command(@NotNull UUID id, long version, @NotBlank String reason) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Releases releases;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = PUBLISH)
  @Requirement({"R3.10", "R6.1"})
  public void revoke(@Valid Command command) {
    var rebuttal = rebuttals.at(command.id(), command.version());
    var circulation = releases.of(rebuttal.id());
    var officer = Actor.of(desk);
    circulation.revoke(rebuttal.newest().ordinal(), command.reason(), officer, clock.instant());
    rebuttal.revoke(command.reason(), officer, clock.instant());
    rebuttals.edited(rebuttal);
    rebuttals.keep(rebuttal);
    releases.keep(circulation);
  }
}
