package firstline.rumour.desk;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.TodoItem;
import firstline.persistence.todo.TodoItemContribution;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Rumours that wait for an officer, row by row. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class RumourItems implements TodoItemContribution {
  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected RumourItems() {}

  /** For tests without a server. */
  RumourItems(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** One statement over what somebody works on; a rumour once, whatever it waits for. */
  @Override
  @Requirement("R102.1")
  public List<TodoItem> items() {
    var officer = desk.signedIn().filter(one -> one.holds(RumourRights.READ));
    if (officer.isEmpty()) {
      return List.of();
    }
    var me = officer.get();
    return sql.list(
        """
        select k.keys, m.id::text, m.number || ' ' || m.title, 'rumour.rumour.state.' || m.state,
          m.due_at, '/console/rumour/rumour?id=' || m.id, k.keys <> '{rumour.open}',
          k.keys && '{rumour.confirm,rumour.closing}'
        from (
          select m.*, rumour_is_late(m) as late, a.path like any (?) as verifies,
            a.path like any (?) as confirms
          from rumour m join area a on a.code = m.area_code
          where m.state not in ('REBUTTED', 'ARCHIVED', 'MERGED', 'CLOSED_SILENT')) m
        cross join lateral (select array_remove(array[
          case when m.state = 'VERDICT_PROPOSED' and m.proposed_by <> ? and confirms
            then 'rumour.confirm' end,
          case when m.closing_by <> ? and confirms then 'rumour.closing' end,
          case when late and verifies then 'rumour.overdue' end,
          case when m.state = 'RESURFACED' and verifies then 'rumour.resurfaced' end,
          case when m.escalated_at is not null and confirms then 'rumour.idle' end,
          case when m.state in ('OPEN', 'HANDED_OVER') and verifies then 'rumour.open' end], null)
            as keys) k
        where k.keys <> '{}'
        order by k.keys && '{rumour.confirm,rumour.closing}' desc, m.due_at, m.id limit ?
        """,
        TodoItem::of,
        me.scope(RumourRights.VERIFY).patterns(),
        me.scope(RumourRights.CONFIRM).patterns(),
        me.id(),
        me.id(),
        TodoItem.MOST);
  }
}
