package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.DRAFT;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Rumours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Hands the open version to the reviewers, bound to its hash. */
@ApplicationScoped
public class SubmitForReview {
  public record Command(@NotNull UUID id, long version) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Rumours rumours;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = DRAFT)
  @Requirement({"R2.2", "R6.1", "R9.7"})
  public void submit(@Valid Command command) {
    var rebuttal = rebuttals.at(command.id(), command.version());
    rumours.anywhere(rebuttal.rumourId()).requireConfirmed(rebuttal.newest().content().verdict());
    rebuttal.submit(Actor.of(desk.officer()), clock.instant());
    rebuttals.submitForReview(rebuttal);
    rebuttals.keep(rebuttal);
  }
}
