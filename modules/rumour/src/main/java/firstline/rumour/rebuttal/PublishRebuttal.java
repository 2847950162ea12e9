package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.PUBLISH;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.api.RumourEvents;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Answered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Publishes what was approved, and nothing else. */
@ApplicationScoped
public class PublishRebuttal {
  public record Command(@NotNull UUID id, long version) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Answered answered;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = PUBLISH)
  @Requirement({"R3.1", "R3.2", "R6.1"})
  public void publish(@Valid Command command) {
    var rebuttal = rebuttals.at(command.id(), command.version());
    rebuttals.requirePublishable(rebuttal);
    rebuttal.publish(Actor.of(desk.officer()), clock.instant());
    rebuttals.keep(rebuttal);
    answered.by(rebuttal.rumourId(), Actor.of(desk.officer()));
    rebuttals.tell(
        rebuttal.newest().ordinal() == 1 ? RumourEvents.PUBLISHED : RumourEvents.CORRECTED,
        rebuttal);
  }
}
