package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.REVIEW;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.RumourState;
import firstline.rumour.rumour.Rumours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Gives the version back to its writers, with a reason. What the public reads already stays where
 * it is: then the reason is an objection, and the rumour's answer is looked at again.
 */
@ApplicationScoped
public class ReturnRebuttal {
  private static final Set<RumourState> ANSWERED =
      EnumSet.of(RumourState.REBUTTED, RumourState.RESURFACED, RumourState.ARCHIVED);

  public record Command(
      @NotNull UUID id, long version, @NotBlank String hash, @NotBlank String reason) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Rumours rumours;
  @Inject private Looks looks;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = REVIEW)
  @Requirement({"R2.4", "R2.5", "R2.8", "R6.1"})
  public void giveBack(@Valid Command command) {
    var rebuttal = rebuttals.at(command.id(), command.version());
    var reviewer = Actor.of(desk);
    var read = rebuttal.withHash(command.hash());
    looks.keep(rebuttal, read);
    rebuttals.giveBack(rebuttal, command.hash(), command.reason(), reviewer);
    rebuttals.keep(rebuttal);
    if (read.objection() != null) {
      lookAgain(rebuttal.rumourId(), command.reason(), reviewer);
    }
  }

  /** Before a channel has confirmed the answer the rumour is still being answered. */
  private void lookAgain(UUID rumourId, String reason, Actor reviewer) {
    var rumour = rumours.anywhere(rumourId);
    if (ANSWERED.contains(rumour.state())) {
      rumour.review(reason, reviewer, clock.instant());
      rumours.keep(rumour);
    }
  }
}
