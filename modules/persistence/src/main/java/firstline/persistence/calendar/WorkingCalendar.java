package firstline.persistence.calendar;

import firstline.persistence.calendar.Holidays.Special;
import firstline.persistence.calendar.WorkingDays.Due;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;

/** Working days of an area. What day it is, is no secret: anybody may ask. */
@ApplicationScoped
@Allows(right = Rights.EVERYONE, reads = true)
public class WorkingCalendar {
  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected WorkingCalendar() {}

  /** For tests without a server. */
  public WorkingCalendar(Sql sql) {
    this.sql = sql;
  }

  /**
   * The area's calendar, read once with one statement more than the area itself.
   *
   * @throws NotFound if there is no such area
   */
  public WorkingDays of(String areaCode) {
    var path = sql.one("select path from area where code = ?", row -> row.text(1), areaCode);
    var own = new HashMap<LocalDate, Special>();
    // From the root down: a nearer area's day replaces a farther one's.
    sql.list(
        """
        select o.day, o.working, o.name
        from calendar_overlay o join area a on a.code = o.area_code
        where starts_with(?, a.path) order by length(a.path)
        """,
        row -> own.put(row.date(1), new Special(row.flag(2), row.text(3))),
        path);
    return new WorkingDays(Holidays.published(), own);
  }

  /** True if people work on that day in that area. */
  public boolean isWorkingDay(LocalDate date, String areaCode) {
    return of(areaCode).day(date).working();
  }

  /** The {@code count}-th working day after the date, as {@link WorkingDays#plus} counts. */
  public Due plusWorkingDays(LocalDate date, int count, String areaCode) {
    return of(areaCode).plus(date, count);
  }
}
