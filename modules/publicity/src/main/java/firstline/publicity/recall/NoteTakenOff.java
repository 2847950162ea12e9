package firstline.publicity.recall;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Writes down that something which used a recalled version does so no longer. */
@ApplicationScoped
public class NoteTakenOff {
  /**
   * What was stopped.
   *
   * @param holder title of the schedule
   * @param subject its number
   */
  public record Command(UUID version, String area, String holder, String subject) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected NoteTakenOff() {}

  /** For tests without a server. */
  NoteTakenOff(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Allows(right = Rights.SYSTEM)
  @Requirement("R70.2")
  public void note(Command command) {
    var now = clock.instant();
    sql.update(
        """
        insert into recall_task (id, recall_id, version_id, kind, area_code, holder, subject,
          told_at, answered_at)
        select uuidv7(), r.id, v.id, 'SCHEDULE', ?, ?, ?, ?, ?
        from material_version v join material_recall r on r.material_id = v.material_id
        where v.id = ? and (r.version_id is null or r.version_id = v.id)
        order by r.recalled_at desc limit 1
        on conflict do nothing
        """,
        command.area(),
        command.holder(),
        command.subject(),
        now,
        now,
        command.version());
  }
}
