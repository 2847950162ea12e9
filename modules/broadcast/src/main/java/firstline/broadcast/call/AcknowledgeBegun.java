package firstline.broadcast.call;

import static firstline.broadcast.BroadcastRights.CALL;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Settles at once the places of an emergency whose loudspeakers began after all: after an outage
 * these are hundreds, and the one that stayed silent must not be lost among them.
 */
@ApplicationScoped
public class AcknowledgeBegun {
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected AcknowledgeBegun() {}

  /** For tests without a server. */
  AcknowledgeBegun(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Settles them.
   *
   * @param play the number of the emergency's play
   * @return how many places
   * @throws Refusal {@code call.silent} if no open task of the officer's areas has a receipt
   */
  @Allows(right = CALL)
  @Requirement("R46.3")
  public int acknowledge(long play) {
    var settled =
        sql.update(
            """
            update call_task c set acknowledged_at = ?, officer_id = ?, officer_name = ?,
              how = 'BEGUN'
            from area a
            where a.code = c.area_code and a.path like any (?) and c.play_no = ?
              and c.acknowledged_at is null and exists (
                select 1 from receipt r join speaker k on k.no = r.speaker_no
                where r.play_no = c.play_no and r.event = 'STARTED' and k.area_code = c.area_code)
            """,
            clock.instant(),
            desk.officer().id(),
            desk.officer().name(),
            desk.scope().patterns(),
            play);
    if (settled == 0) {
      throw new Refusal("call.silent");
    }
    return settled;
  }
}
