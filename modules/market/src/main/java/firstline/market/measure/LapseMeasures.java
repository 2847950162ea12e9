package firstline.market.measure;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends the preservations whose days have passed without a decision. */
@ApplicationScoped
public class LapseMeasures {
  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected LapseMeasures() {}

  /** For tests without a server. */
  LapseMeasures(Sql sql) {
    this.sql = sql;
  }

  /** Ends them; how many. */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R92.6")
  public int run() {
    return sql.update(
        """
        with over as (
          update measure m set state = 'LAPSED', version = m.version + 1,
            ended_on = (t.ended_at at time zone 'Asia/Shanghai' - interval '1 second')::date
          from term t
          where t.record_id = m.id and t.rule = 'evidence.preserve' and t.state = 'LAPSED'
            and m.state in ('URGENT', 'HELD') and m.kind = 'PRESERVE'
          returning m.id, t.ended_at),
        report as (
          update term t set state = 'CANCELLED', ended_at = o.ended_at, version = t.version + 1
          from over o where t.record_id = o.id and t.rule = 'measure.report' and t.state = 'OPEN')
        insert into measure_step (measure_id, at, action, state, officer_name)
        select id, ended_at, 'LAPSE', 'LAPSED', '' from over
        """);
  }
}
