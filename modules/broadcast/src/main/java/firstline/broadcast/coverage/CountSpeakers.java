package firstline.broadcast.coverage;

import firstline.persistence.database.Sql;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Counts for the bulletin the speakers that came into use on a day, less those that went. */
@ApplicationScoped
public class CountSpeakers {
  /** Key of the figure, whose total is what is in use. */
  public static final String SPEAKERS = "broadcast.speakers";

  private static final String SOURCE = "broadcast.speakers";

  @Inject private Sql sql;
  @Inject private Indicators indicators;

  @SuppressWarnings("NullAway.Init")
  protected CountSpeakers() {}

  /** For tests without a server. */
  CountSpeakers(Sql sql, Indicators indicators) {
    this.sql = sql;
    this.indicators = indicators;
  }

  /** Counts every day from this one on anew; how many figures there are. */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R45.4")
  public int count(LocalDate since) {
    var figures =
        sql.list(
            """
            select area_code, day, sum(change)::bigint
            from (
              select area_code, (enrolled_at at time zone 'Asia/Shanghai')::date as day, 1 as change
              from speaker where enrolled_at is not null
              union all
              select area_code, (retired_at at time zone 'Asia/Shanghai')::date, -1
              from speaker where enrolled_at is not null and retired_at is not null) changes
            where day >= ? group by area_code, day
            """,
            row -> new Indicators.Figure(row.text(1), row.date(2), row.number(3)),
            since);
    indicators.set(SPEAKERS, SOURCE, figures);
    return figures.size();
  }
}
