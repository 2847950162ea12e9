package firstline.broadcast.alert;

import firstline.broadcast.schedule.Schedules;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Takes off the air what its sender has cancelled, or what an update has replaced that is on the
 * air itself.
 */
@ApplicationScoped
public class FollowAlerts {
  @Inject private Sql sql;
  @Inject private Schedules schedules;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected FollowAlerts() {}

  /** For tests without a server. */
  FollowAlerts(Sql sql, Schedules schedules, Clock clock) {
    this.sql = sql;
    this.schedules = schedules;
    this.clock = clock;
  }

  /** How many were taken off. */
  @Allows(right = Rights.SYSTEM, ownRecord = true)
  @Requirement("R34.15")
  public int follow() {
    var over =
        sql.list(
            """
            select s.id, e.identifier from alert a join schedule s on s.id = a.schedule_id
              join alert e on e.id = a.ended_by
            where s.state = 'APPROVED'
              and (a.state = 'CANCELLED' or (a.state = 'SUPERSEDED' and e.state = 'ORDERED'))
            """,
            row -> java.util.Map.entry(row.id(1), row.text(2)));
    over.forEach(
        one -> schedules.takeOff(one.getKey(), "CANCELLED", one.getValue(), clock.instant()));
    return over.size();
  }
}
