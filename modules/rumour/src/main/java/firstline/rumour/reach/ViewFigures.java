package firstline.rumour.reach;

import firstline.persistence.database.Sql;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** The day's views of each area, for the home page and the bulletin. */
@ApplicationScoped
public class ViewFigures {
  private static final String KEY = "rumour.views";

  @Inject private Sql sql;
  @Inject private Indicators indicators;

  @SuppressWarnings("NullAway.Init")
  protected ViewFigures() {}

  /** For tests without a server. */
  ViewFigures(Sql sql, Indicators indicators) {
    this.sql = sql;
    this.indicators = indicators;
  }

  /** Adds the day up and counts its areas. */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R8.14")
  public int total(LocalDate day) {
    var figures =
        sql.list(
            """
            select r.area_code, sum(v.views)::bigint
            from rumour_view v join rebuttal r on r.id = v.rebuttal_id
            where v.day = ? group by r.area_code order by r.area_code
            """,
            row -> new Indicators.Figure(row.text(1), day, row.number(2)),
            day);
    indicators.set(KEY, KEY, figures);
    return figures.size();
  }
}
