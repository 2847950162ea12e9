package firstline.market.complaint;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Desk;
import java.time.Instant;
import java.util.UUID;

/** What happened to complaints and tip-offs, written one way. */
public final class Steps {
  private Steps() {}

  /** Writes a step in the state that the record has now; {@code action} as words name it. */
  public static void write(Sql sql, UUID id, String action, String reason, Desk desk, Instant at) {
    sql.update(
        """
        insert into complaint_step (complaint_id, action, state, reason, officer_name,
          department_name, at)
        select id, ?, state, ?, ?, ?, ? from complaint where id = ?
        """,
        action,
        reason,
        desk.nameInHistory(),
        desk.officer().departmentName(),
        at,
        id);
  }
}
