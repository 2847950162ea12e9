package firstline.broadcast.programme;

import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * When schedules begin to sound: the rule, the calendar of the area that ordered it, from its
 * approval until its end, less what it handed over. The number of statements does not depend on the
 * number of schedules, but on how many areas have days of their own.
 */
public final class Starts {
  /**
   * A schedule.
   *
   * @param area 12-digit code of the area that ordered it
   * @param begins before it there are no plays
   * @param ends from when on there are none
   */
  public record Of(UUID id, String area, Recurrence recurrence, Instant begins, Instant ends) {}

  private final Sql sql;
  private final WorkingCalendar calendar;

  public Starts(Sql sql, WorkingCalendar calendar) {
    this.sql = sql;
    this.calendar = calendar;
  }

  /** The starts of each in the window, its end excluded. */
  @Requirement("R44.1")
  public Map<UUID, List<Instant>> between(List<Of> schedules, Instant from, Instant to) {
    var cuts = new Cuts(sql).of(schedules.stream().map(Of::id).toList());
    var own = new Approved(sql).withOwnDays(schedules.stream().map(Of::area).distinct().toList());
    var calendars = new HashMap<String, WorkingDays>();
    var nation = calendar.nation();
    var starts = new HashMap<UUID, List<Instant>>();
    for (var one : schedules) {
      var days =
          own.contains(one.area()) ? calendars.computeIfAbsent(one.area(), calendar::of) : nation;
      var cut = cuts.getOrDefault(one.id(), Cuts.Cut.NONE);
      starts.put(
          one.id(),
          one
              .recurrence()
              .between(from.isAfter(one.begins()) ? from : one.begins(), to, days)
              .stream()
              .map(occurrence -> occurrence.start())
              .filter(at -> at.isBefore(one.ends()) && cut.keeps(at))
              .toList());
    }
    return starts;
  }
}
