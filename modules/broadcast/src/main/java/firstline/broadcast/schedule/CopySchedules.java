package firstline.broadcast.schedule;

import static firstline.broadcast.BroadcastRights.DRAFT;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Drafts schedules anew for another area: a campaign that one county runs, run by the next. */
@ApplicationScoped
public class CopySchedules {
  /**
   * What to copy, and where it is to be heard.
   *
   * @param area 12-digit code
   */
  public record Command(
      @NotEmpty @Size(max = 50) List<@NotNull UUID> schedules, @NotNull String area) {}

  @Inject private ScheduleQueries queries;
  @Inject private Schedules schedules;
  @Inject private Language language;
  @Inject private Desk desk;
  @Inject private Clock clock;

  /** The ids of the drafts, in the same order. */
  @Allows(right = DRAFT)
  @Requirement("R44.7")
  public List<UUID> copy(@Valid Command command) {
    var there = List.of(new Target(true, Target.Kind.AREA, command.area()));
    var drafts = new ArrayList<UUID>();
    for (var id : command.schedules()) {
      var plan = queries.one(id, language.tag()).plan().heardIn(there).audible();
      drafts.add(schedules.add(plan, desk.officer().areaCode(), desk.officer(), clock.instant()));
    }
    return drafts;
  }
}
