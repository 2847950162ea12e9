package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.REVIEW;

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

/** Gives the version back to its writers, with a reason. */
@ApplicationScoped
public class ReturnRebuttal {
  public record Command(
      @NotNull UUID id, long version, @NotBlank String hash, @NotBlank String reason) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = REVIEW)
  @Requirement({"R2.4", "R2.5", "R6.1"})
  public void giveBack(@Valid Command command) {
    var rebuttal = rebuttals.at(command.id(), command.version());
    rebuttal.giveBack(Actor.of(desk.officer()), command.reason(), clock.instant());
    rebuttals.giveBack(rebuttal, command.hash(), command.reason());
    rebuttals.keep(rebuttal);
  }
}
