package firstline.publicity.order;

import static firstline.publicity.PublicityRights.PRINT;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Quotas as they stand. */
@ApplicationScoped
public class QuotaQueries {
  /** A quota. */
  public record Line(
      String areaName, Unit unit, LocalDate since, long copies, String officerName, Instant setAt) {
    /** The month from which it holds. */
    public String month() {
      return since.toString().substring(0, 7);
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;

  /** Those of the officer's areas, in the order of the tree, the newest first. */
  @Allows(right = PRINT, reads = true)
  public List<Line> list() {
    return sql.list(
        """
        select a.name, q.unit, q.since, q.copies, q.officer_name, q.set_at
        from order_quota q join area a on a.code = q.area_code
        where a.path like any (?) order by a.path, q.unit, q.since desc limit 500
        """,
        row ->
            new Line(
                row.text(1),
                Unit.valueOf(row.text(2)),
                row.date(3),
                row.number(4),
                row.text(5),
                row.instant(6)),
        (Object) desk.scope().patterns());
  }
}
