package firstline.rumour.appeal;

import static firstline.rumour.RumourRights.APPEAL;

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

/** Puts on record what somebody outside the house says. */
@ApplicationScoped
public class RecordOpinion {
  public record Command(@NotNull UUID id, long version, @NotNull Opinion opinion) {}

  @Inject private Appeals appeals;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = APPEAL)
  @Requirement({"R3.32", "R6.1"})
  public void record(@Valid Command command) {
    var appeal = appeals.at(command.id(), command.version());
    appeal.heard(command.opinion(), Actor.of(desk), clock.instant());
    appeals.keep(appeal);
  }
}
