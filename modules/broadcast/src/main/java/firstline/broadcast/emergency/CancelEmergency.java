package firstline.broadcast.emergency;

import static firstline.broadcast.BroadcastRights.EMERGENCY;

import firstline.broadcast.schedule.Schedules;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;

/** Takes an emergency off the air. */
@ApplicationScoped
public class CancelEmergency {
  public record Command(
      @NotNull UUID id, long version, @NotBlank @Size(max = 1000) String reason) {}

  @Inject private Schedules schedules;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = EMERGENCY)
  @Requirement("R39.3")
  public void cancel(@Valid Command command) {
    var schedule = schedules.at(command.id(), command.version());
    schedule.requireEmergency();
    schedules.withdraw(schedule, command.reason(), desk.officer(), clock.instant());
  }
}
