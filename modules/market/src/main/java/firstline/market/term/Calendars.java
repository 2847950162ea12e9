package firstline.market.term;

import firstline.market.clock.DayTable;
import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The calendars of areas as tables. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Calendars {
  /** Areas with the same days, and one of them. */
  record Group(String area, List<String> areas) {}

  @Inject private Sql sql;
  @Inject private WorkingCalendar calendar;

  @SuppressWarnings("NullAway.Init")
  protected Calendars() {}

  /** For tests without a server. */
  public Calendars(Sql sql) {
    this.sql = sql;
    this.calendar = new WorkingCalendar(sql);
  }

  DayTable of(String area) {
    return new DayTable(calendar.of(area));
  }

  /** The areas of open terms, together where the same days of their own hold. */
  List<Group> groups() {
    return sql.list(
        """
        select min(t.code), array_agg(t.code)
        from (select distinct a.code::text code, a.path from term t
            join area a on a.code = t.area_code where t.state = 'OPEN') t
          cross join lateral (
            select coalesce(string_agg(o.area_code, ' ' order by o.area_code), '') own
            from (select distinct area_code from calendar_overlay) o
              join area above on above.code = o.area_code
            where starts_with(t.path, above.path)) days
        group by days.own order by 1
        """,
        row -> new Group(row.text(1), row.texts(2)));
  }
}
