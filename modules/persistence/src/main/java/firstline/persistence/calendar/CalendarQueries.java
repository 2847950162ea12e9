package firstline.persistence.calendar;

import firstline.persistence.calendar.Holidays.Special;
import firstline.persistence.calendar.YearOfArea.Day;
import firstline.persistence.calendar.YearOfArea.Own;
import firstline.persistence.calendar.YearOfArea.State;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A year of an area for those who keep its days. */
@ApplicationScoped
public class CalendarQueries {
  private record Area(String name, String path) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected CalendarQueries() {}

  CalendarQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The year, read with three statements.
   *
   * @throws NotFound if there is no such area
   */
  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  @Requirement({"R15.2", "R15.5"})
  public YearOfArea year(String code, int year) {
    var area =
        sql.one(
            "select name, path from area where code = ?",
            row -> new Area(row.text(1), row.text(2)),
            code);
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    var own =
        // From the root down: a nearer area's day replaces a farther one's.
        sql.list(
            """
            select o.day, o.working, o.name, a.name, a.code = ?, coalesce(w.name, '')
            from calendar_overlay o
            join area a on a.code = o.area_code
            left join officer w on w.id = o.declared_by
            where starts_with(?, a.path) and o.day between ? and ?
            order by o.day, length(a.path)
            """,
            row -> {
              var date = row.date(1);
              var here = row.flag(5) && !date.isBefore(today);
              return new Own(date, row.flag(2), row.text(3), row.text(4), here, row.text(6));
            },
            code,
            area.path(),
            LocalDate.of(year, 1, 1),
            LocalDate.of(year, 12, 31));
    var holidays = WorkingCalendar.holidays(sql);
    var holding = new HashMap<LocalDate, Special>();
    own.forEach(one -> holding.put(one.date(), new Special(one.working(), one.reason())));
    return new YearOfArea(
        code,
        area.name(),
        year,
        !holidays.settled(LocalDate.of(year, Month.OCTOBER, 1)),
        desk.scope().covers(area.path()),
        desk.scope().covers(area.path().substring(0, area.path().indexOf('/') + 1)),
        days(year, holidays, holding),
        own);
  }

  private static List<Day> days(int year, Holidays holidays, Map<LocalDate, Special> own) {
    var calendar = new WorkingDays(holidays, own);
    var first = LocalDate.of(year, 1, 1);
    return first
        .datesUntil(first.plusYears(1))
        .map(calendar::day)
        .map(
            day ->
                new Day(
                    day.date(),
                    state(day, own.containsKey(day.date()), holidays),
                    day.name(),
                    day.provisional()))
        .toList();
  }

  private static State state(WorkingDays.Day day, boolean own, Holidays holidays) {
    if (own) {
      return day.working() ? State.OWN_WORKING : State.OWN_OFF;
    }
    // A weekend that stands in a notice is a holiday; a weekday that stands there to be worked on
    // is plain.
    if (holidays.days().containsKey(day.date()) && !(day.working() && weekday(day.date()))) {
      return day.working() ? State.MAKE_UP : State.HOLIDAY;
    }
    return day.working() ? State.WORKING : State.OFF;
  }

  private static boolean weekday(LocalDate date) {
    return date.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
  }
}
