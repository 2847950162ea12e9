package firstline.broadcast.schedule;

import static firstline.broadcast.BroadcastRights.REVIEW;

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

/** Takes an approved schedule off the air. */
@ApplicationScoped
public class WithdrawSchedule {
  public record Command(
      @NotNull UUID id, long version, @NotBlank @Size(max = 1000) String reason) {}

  @Inject private Schedules schedules;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = REVIEW)
  @Requirement("R36.3")
  public void withdraw(@Valid Command command) {
    var schedule = schedules.at(command.id(), command.version());
    schedules.withdraw(schedule, command.reason(), desk.officer(), clock.instant());
  }
}
