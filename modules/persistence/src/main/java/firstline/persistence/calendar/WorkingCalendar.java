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
import java.util.LinkedHashMap;
import java.util.Map;

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
   * The area's calendar, read once with two statements more than the area itself.
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
    return new WorkingDays(holidays(sql), own);
  }

  /** The nation's days alone, with the notices that were taken in; one statement. */
  public WorkingDays nation() {
    return new WorkingDays(holidays(sql), Map.of());
  }

  /** What the product brings along, and on top what was taken in, a year's last notice last. */
  static Holidays holidays(Sql sql) {
    record Notice(int year, LocalDate published) {}
    var notices = new LinkedHashMap<Notice, Map<LocalDate, Special>>();
    sql.list(
        """
        select n.year, n.published, d.day, d.working, d.name
        from holiday_notice n join holiday_day d on d.notice_id = n.id order by n.published
        """,
        row ->
            notices
                .computeIfAbsent(new Notice(row.integer(1), row.date(2)), notice -> new HashMap<>())
                .put(row.date(3), new Special(row.flag(4), row.text(5))));
    var holidays = Holidays.published();
    for (var notice : notices.entrySet()) {
      holidays = holidays.with(notice.getKey().year(), notice.getValue());
    }
    return holidays;
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
