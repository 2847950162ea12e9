package firstline.publicity.desk;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.TodoItem;
import firstline.persistence.todo.TodoItemContribution;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Material, uploads and recalls that wait for an officer, row by row. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class PublicityItems implements TodoItemContribution {
  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected PublicityItems() {}

  /** For tests without a server. */
  PublicityItems(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** One statement; the rows that the to-dos of material, uploads and recalls count. */
  @Override
  @Requirement("R102.1")
  public List<TodoItem> items() {
    var officer = desk.signedIn().filter(one -> one.worksIn("publicity."));
    if (officer.isEmpty()) {
      return List.of();
    }
    var me = officer.get();
    var drafts = me.scope(PublicityRights.DRAFT).patterns();
    var reads = me.holds(PublicityRights.READ);
    return sql.list(
        """
        (select array[case v.state when 'IN_REVIEW' then 'publicity.review'
            else 'publicity.publish' end], v.id::text, m.number || ' ' || v.title,
          'publicity.state.' || v.state, null::timestamptz,
          '/console/publicity/material?id=' || m.id, false, true
        from material_version v join material m on m.id = v.material_id
          join area a on a.code = v.area_code
        where v.state = 'IN_REVIEW' and v.writers not like ? and a.path like any (?)
          or v.state = 'APPROVED' and a.path like any (?)
        order by v.submitted_at, v.id limit ?)
        union all
        (select array['recall.answer'], t.id::text, m.number || ' ' || v.title, 'recall.kind.' || t.kind,
          null, '/console/publicity/recalls', true, false
        from recall_task t join material_version v on v.id = t.version_id
          join material m on m.id = v.material_id
        where t.answered_at is null and ?
          and (t.officer_id = ? or t.officer_id is null and t.area_code = ? and ?)
        order by t.told_at, t.id limit ?)
        union all
        (select array['recall.due'], v.id::text, m.number || ' ' || v.title,
          'publicity.state.' || v.state, null, '/console/publicity/material?id=' || m.id, true, false
        from correction_due d join material_version v on v.id = d.version_id
          join material m on m.id = v.material_id join area a on a.code = v.area_code
        where v.state in ('APPROVED', 'PUBLISHED') and a.path like any (?) and ?
        order by d.since, v.id limit ?)
        union all
        (select array['upload.waiting'], u.id::text, u.name, 'task.state.WAITING', null,
          '/console/publicity/upload', false, false
        from upload u where u.officer_id = ? and u.state in ('TAKEN', 'ASKED') and ?
        order by u.at, u.id limit ?)
        """,
        TodoItem::of,
        "%" + me.id() + "%",
        me.scope(PublicityRights.REVIEW).patterns(),
        me.scope(PublicityRights.PUBLISH).patterns(),
        TodoItem.MOST,
        reads,
        me.id(),
        me.areaCode(),
        me.holds(PublicityRights.STOCK) || me.holds(PublicityRights.RECALL),
        TodoItem.MOST,
        drafts,
        reads,
        TodoItem.MOST,
        me.id(),
        me.holds(PublicityRights.DRAFT),
        TodoItem.MOST);
  }
}
