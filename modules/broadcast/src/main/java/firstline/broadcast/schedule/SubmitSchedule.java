package firstline.broadcast.schedule;

import static firstline.broadcast.BroadcastRights.DRAFT;

import firstline.broadcast.conflict.CheckConflicts;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Review.Lane;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Hands a schedule to a reviewer, bound to its hash. */
@ApplicationScoped
public class SubmitSchedule {
  public record Command(@NotNull UUID id, long version) {}

  @Inject private Schedules schedules;
  @Inject private ScheduleQueries queries;
  @Inject private CheckConflicts checkConflicts;
  @Inject private Reviews reviews;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = DRAFT)
  @Requirement({"R36.2", "R41.4"})
  public void submit(@Valid Command command) {
    var schedule = schedules.at(command.id(), command.version());
    var plan = queries.one(command.id(), "zh").plan();
    checkConflicts.requireHeard(Candidates.of(plan, schedule.areaCode(), null));
    schedule.submit(desk.officer(), clock.instant());
    reviews.submit(
        Schedules.subject(schedule), schedule.hash(), Lane.NORMAL, 1, schedule.writers());
    schedules.keep(schedule);
  }
}
