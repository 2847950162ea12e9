package firstline.broadcast.desk;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.TodoItem;
import firstline.persistence.todo.TodoItemContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Alerts, calls, reviews and rules that wait for an officer, row by row. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class BroadcastItems implements TodoItemContribution {
  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected BroadcastItems() {}

  /** For tests without a server. */
  BroadcastItems(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** One statement; the rows that {@link BroadcastDesk} counts. */
  @Override
  @Requirement("R102.1")
  public List<TodoItem> items() {
    var officer = desk.signedIn().filter(one -> one.worksIn("broadcast."));
    if (officer.isEmpty()) {
      return List.of();
    }
    var me = officer.get();
    var emergency = me.scope(BroadcastRights.EMERGENCY).patterns();
    var reads = me.scope(BroadcastRights.READ).patterns();
    return sql.list(
        """
        (select array['broadcast.alerts'], t.id::text, t.headline,
          'broadcast.alert.state.' || t.state, t.expires_at, '/console/broadcast/alert?id=' || t.id,
          true, true
        from alert t join area a on a.code = t.area_code
        where t.state = 'DRAFT' and t.kind = 'EMERGENCY' and a.path like any (?)
          and a.path like any (?)
        order by t.level, t.received_at, t.id limit ?)
        union all
        (select array['broadcast.calls'], c.id::text, a.name || ' ' || s.title,
          'task.state.WAITING', null, '/console/broadcast/calls', true, false
        from call_task c join area a on a.code = c.area_code
          join occurrence o on o.no = c.play_no join schedule s on s.id = o.schedule_id
        where c.acknowledged_at is null and a.path like any (?) and ?
        order by c.opened_at desc, c.id limit ?)
        union all
        (select array['broadcast.review'], s.id::text, s.number || ' ' || s.title,
          'broadcast.schedule.state.' || s.state, null, '/console/broadcast/schedule?id=' || s.id,
          false, true
        from schedule s join area a on a.code = s.area_code
        where (s.state = 'REVIEW' or (s.kind in ('EMERGENCY', 'LIVE') and s.state = 'APPROVED'
          and s.reviewers = '')) and a.path like any (?) and s.writers not like ?
        order by s.submitted_at, s.id limit ?)
        union all
        (select array['broadcast.standing'], r.id::text, '#' || r.no || ' ' || r.sender,
          'standing.state.' || r.state, null, '/console/broadcast/standing', false, true
        from standing_rule r join area a on a.code = r.area_code
        where r.state = 'PROPOSED' and r.written_by <> ? and a.path like any (?)
        order by r.written_at, r.id limit ?)
        union all
        (select array['broadcast.damaged'], s.id::text, s.number || ' ' || s.title,
          'broadcast.schedule.state.' || s.state, null, '/console/broadcast/schedule?id=' || s.id,
          true, false
        from schedule_fault f join schedule s on s.id = f.schedule_id
          join area a on a.code = s.area_code
        where s.state = 'APPROVED' and a.path like any (?) order by s.id limit ?)
        """,
        TodoItem::of,
        emergency,
        reads,
        TodoItem.MOST,
        reads,
        me.holds(BroadcastRights.CALL),
        TodoItem.MOST,
        me.scope(BroadcastRights.REVIEW).patterns(),
        "%" + me.id() + "%",
        TodoItem.MOST,
        me.id(),
        emergency,
        TodoItem.MOST,
        reads,
        TodoItem.MOST);
  }
}
