package firstline.broadcast.schedule;

import static firstline.broadcast.BroadcastRights.DRAFT;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Begins a schedule, or writes one anew that is not approved. */
@ApplicationScoped
public class DraftSchedule {
  /**
   * A schedule.
   *
   * @param area 12-digit code of the area for which it is ordered
   */
  public record Command(@NotNull String area, @NotNull Plan plan) {}

  /** Another content for a draft. */
  public record Edit(@NotNull UUID id, long version, @NotNull Plan plan) {}

  @Inject private Schedules schedules;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = DRAFT)
  @Requirement("R36.1")
  public UUID draft(@Valid Command command) {
    return schedules.add(command.plan(), command.area(), desk.officer(), clock.instant());
  }

  @Allows(right = DRAFT)
  @Requirement("R36.1")
  public void edit(@Valid Edit command) {
    var schedule = schedules.at(command.id(), command.version());
    schedule.edit(command.plan(), desk.officer(), clock.instant());
    schedules.rewrite(schedule, command.plan());
    schedules.keep(schedule);
  }
}
