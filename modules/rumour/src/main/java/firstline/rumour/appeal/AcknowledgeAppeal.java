package firstline.rumour.appeal;

import static firstline.rumour.RumourRights.APPEAL;

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

/** Tells the party that its appeal is there, and notes how. */
@ApplicationScoped
public class AcknowledgeAppeal {
  public record Command(@NotNull UUID id, long version, @NotBlank String how) {}

  @Inject private Appeals appeals;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = APPEAL)
  @Requirement({"R3.33", "R6.1"})
  public void acknowledge(@Valid Command command) {
    var appeal = appeals.at(command.id(), command.version());
    appeal.acknowledge(command.how(), Actor.of(desk), clock.instant());
    appeals.keep(appeal);
  }
}
