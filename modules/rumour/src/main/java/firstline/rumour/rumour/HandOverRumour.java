package firstline.rumour.rumour;

import static firstline.rumour.RumourRights.VERIFY;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Hands it to another area or department, or sends it back, with a reason. */
@ApplicationScoped
public class HandOverRumour {
  public record Command(
      @NotNull UUID id, long version, @NotBlank String department, @NotBlank String reason) {}

  @Inject private Rumours rumours;
  @Inject private Departments departments;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = VERIFY)
  @Requirement("R9.5")
  public void handOver(@Valid Command command) {
    var rumour = rumours.at(command.id(), command.version());
    var to = departments.at(command.department());
    rumour.handOver(
        to.areaCode(), to.id(), to.name(), command.reason(), Actor.of(desk), clock.instant());
    rumours.keep(rumour);
  }
}
