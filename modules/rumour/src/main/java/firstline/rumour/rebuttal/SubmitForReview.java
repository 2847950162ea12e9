package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.DRAFT;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Review.Lane;
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
  /**
   * What is submitted.
   *
   * @param lane the emergency lane lets it out one review earlier, for the reason given
   */
  public record Command(@NotNull UUID id, long version, @NotNull Lane lane, @NotNull String why) {
    public Command(UUID id, long version) {
      this(id, version, Lane.NORMAL, "");
    }
  }

  @Inject private Rebuttals rebuttals;
  @Inject private Rumours rumours;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = DRAFT)
  @Requirement({"R2.2", "R2.6", "R2.7", "R6.1", "R9.7"})
  public void submit(@Valid Command command) {
    var rebuttal = rebuttals.at(command.id(), command.version());
    rumours.anywhere(rebuttal.rumourId()).requireConfirmed(rebuttal.newest().content().verdict());
    rebuttal.submit(command.lane(), command.why(), Actor.of(desk), clock.instant());
    rebuttals.submitForReview(rebuttal, command.lane());
    rebuttals.keep(rebuttal);
  }
}
