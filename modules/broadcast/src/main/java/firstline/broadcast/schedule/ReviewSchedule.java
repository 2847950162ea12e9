package firstline.broadcast.schedule;

import static firstline.broadcast.BroadcastRights.REVIEW;

import firstline.broadcast.programme.ProgrammeChange;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Reviews;
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

/** Approves what the reviewer has read, with which it is on; or gives it back. */
@ApplicationScoped
public class ReviewSchedule {
  /**
   * An approval.
   *
   * @param hash of what was read
   */
  public record Approve(@NotNull UUID id, long version, @NotBlank String hash) {}

  /** Given back with a reason. */
  public record Return(
      @NotNull UUID id,
      long version,
      @NotBlank String hash,
      @NotBlank @Size(max = 1000) String reason) {}

  @Inject private Schedules schedules;
  @Inject private Replacements replacements;
  @Inject private Reviews reviews;
  @Inject private ProgrammeChange change;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = REVIEW)
  @Requirement({"R36.2", "R39.2", "R44.5"})
  public void approve(@Valid Approve command) {
    var schedule = schedules.at(command.id(), command.version());
    var subject = Schedules.subject(schedule);
    schedules.requireStanding(schedule);
    reviews.approve(subject, command.hash());
    reviews.requirePublishable(subject, schedule.hash());
    if (schedule.state() == ScheduleState.APPROVED) {
      schedule.confirm(desk.officer(), clock.instant());
      schedules.keep(schedule);
    } else {
      schedule.approve(desk.officer(), clock.instant());
      schedules.keep(schedule);
      replacements
          .carryOut(schedule.id(), clock.instant())
          .ifPresent(taken -> schedules.tell(taken, desk.officer(), clock.instant()));
      change.note();
    }
  }

  @Allows(right = REVIEW)
  @Requirement("R36.2")
  public void giveBack(@Valid Return command) {
    var schedule = schedules.at(command.id(), command.version());
    reviews.giveBack(Schedules.subject(schedule), command.hash(), command.reason());
    schedule.giveBack(command.reason(), desk.officer(), clock.instant());
    schedules.keep(schedule);
  }
}
