package firstline.publicity.order;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** What a unit may have this month. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Quotas {
  /**
   * A unit's month.
   *
   * @param used granted this month; of a closed order what was sent of it
   */
  public record Month(long quota, long used) {
    /** True if so many more are within the quota. */
    boolean has(long more) {
      return more <= quota - used;
    }

    public long left() {
      return Math.max(0, quota - used);
    }
  }

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Quotas() {}

  /** For tests without a server. */
  Quotas(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  /** This month of a unit: the quota of the nearest area above that has one. */
  @Requirement("R62.6")
  Month ofUnit(Unit unit, String area, String path, UUID department) {
    var month = today().withDayOfMonth(1);
    var quota =
        sql.first(
            """
            select q.copies from order_quota q join area a on a.code = q.area_code
            where q.unit = ? and starts_with(?, a.path) and (a.path <> ? or q.unit = 'DEPARTMENT')
              and q.since <= ?
            order by length(a.path) desc, q.since desc limit 1
            """,
            row -> row.number(1),
            unit.name(),
            path,
            path,
            month);
    var used =
        sql.one(
            """
            select coalesce(sum(case when o.closed_at is null then o.granted
                else coalesce(c.received + c.on_the_way, 0) end), 0)::bigint
            from copy_order o left join order_count c on c.order_id = o.id
            where o.area_code = ? and o.unit = ? and (o.unit <> 'DEPARTMENT' or o.department_id = ?)
              and o.asked_at >= ? and o.granted is not null
            """,
            row -> row.number(1),
            area,
            unit.name(),
            department,
            month.atStartOfDay(Clocks.ZONE).toInstant());
    return new Month(quota.orElse(0L), used);
  }
}
