package firstline.market.casefile;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import java.time.Instant;
import java.util.UUID;

/** Lines of a case's history. */
public final class CaseEvents {
  private CaseEvents() {}

  public static void write(
      Sql sql,
      UUID id,
      Instant at,
      String action,
      CaseState state,
      String officerName,
      String note) {
    sql.update(
        """
        insert into case_event (id, case_id, at, action, state, officer_name, note)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        id,
        at,
        action,
        state.name(),
        officerName,
        note);
  }
}
