package firstline.rumour.rumour;

import static firstline.rumour.RumourRights.VERIFY;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;

/** Says how pressing a rumour is and what it is about; the deadline follows. */
@ApplicationScoped
public class TriageRumour {
  public record Command(
      @NotNull UUID id,
      long version,
      int harm,
      int spread,
      int urgency,
      @NotNull @Size(max = 60) String topic) {}

  @Inject private Rumours rumours;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = VERIFY)
  @Requirement({"R9.2", "R6.1"})
  public void triage(@Valid Command command) {
    var rumour = rumours.at(command.id(), command.version());
    rumour.triage(
        new Triage(command.harm(), command.spread(), command.urgency()),
        command.topic(),
        Targets.current(),
        Actor.of(desk),
        clock.instant());
    rumours.keep(rumour);
  }
}
