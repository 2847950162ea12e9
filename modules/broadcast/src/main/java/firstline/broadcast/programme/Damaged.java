package firstline.broadcast.programme;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Approved schedules that cannot be read, and so are in no programme until somebody mends them. */
final class Damaged {
  private final Sql sql;

  Damaged(Sql sql) {
    this.sql = sql;
  }

  /** These are, and no others. */
  @Requirement("R56.2")
  void keep(Collection<UUID> ids, Instant now) {
    var damaged = ids.stream().map(UUID::toString).toArray(String[]::new);
    sql.update(
        "delete from schedule_fault where not (schedule_id = any (?::text[]::uuid[]))",
        (Object) damaged);
    sql.update(
        """
        insert into schedule_fault (schedule_id, found_at) select unnest(?::text[])::uuid, ?
        on conflict (schedule_id) do nothing
        """,
        damaged,
        now);
  }
}
