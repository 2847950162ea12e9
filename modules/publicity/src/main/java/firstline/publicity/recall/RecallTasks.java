package firstline.publicity.recall;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Tells whoever has something of a recalled version. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class RecallTasks {
  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected RecallTasks() {}

  /** For tests without a server. */
  RecallTasks(Sql sql) {
    this.sql = sql;
  }

  /**
   * Writes a task for each of them, in one statement however many there are. An address for
   * outsiders serves the notice from now on, so that its task is done as it is written.
   */
  @Requirement("R70.2")
  int tell(UUID recall, UUID version, Instant now) {
    return sql.update(
        """
        insert into recall_task (id, recall_id, version_id, kind, area_code, officer_id, holder,
          subject, quantity, told_at, answered_at)
        select uuidv7(), ?, t.version_id, t.kind, t.area_code, t.officer_id, t.holder, t.subject,
          t.quantity, ?, case when t.kind = 'SHARE' then ?::timestamptz end
        from (
          select r.version_id, 'STOCK' kind, h.area_code, null::uuid officer_id, a.name holder,
            r.number subject, h.quantity
          from print_run r join holding h on h.batch_id = r.id join area a on a.code = h.area_code
          where h.quantity > 0
          union all
          select r.version_id, 'TRANSIT', c.to_area, null, a.name, r.number, c.open
          from print_run r join consignment c on c.batch_id = r.id join area a on a.code = c.to_area
          where c.open > 0
          union all
          select d.version_id, 'DOWNLOAD', o.area_code, o.id, o.name, '', 0
          from download_by_officer d join officer o on o.id = d.officer_id
          union all
          select s.version_id, 'SHARE', o.area_code, o.id, s.officer_name, '', 0
          from share_link s join officer o on o.id = s.officer_id where s.revoked_at is null
          union all
          select v.id, 'REBUTTAL', v.area_code, null, a.name, v.source_ref, 0
          from material_version v join area a on a.code = v.area_code where v.source = 'REBUTTAL'
        ) t where t.version_id = ?
        """,
        recall,
        now,
        now,
        version);
  }
}
