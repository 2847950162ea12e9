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

/** What waits for a publisher on the way to the channels, row by row. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class ReleaseItems implements TodoItemContribution {
  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected ReleaseItems() {}

  /** For tests without a server. */
  ReleaseItems(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** One statement; the rows that {@link ReleaseTodos} counts. */
  @Override
  @Requirement("R102.1")
  public List<TodoItem> items() {
    var officer = desk.signedIn().filter(one -> one.holds(RumourRights.PUBLISH));
    if (officer.isEmpty()) {
      return List.of();
    }
    return sql.list(
        """
        select array[k.key], o.id::text, o.number || ' ' || coalesce(v.claim, ''),
          'rumour.release.state.' || o.state, null::timestamptz,
          '/console/rumour/release?id=' || o.id, o.state <> 'SENT', false
        from release o join area a on a.code = o.area_code
        left join rebuttal_version v on v.rebuttal_id = o.rebuttal_id and v.ordinal = o.ordinal
        cross join lateral (select o.channel not in ('WEB', 'FEED', 'CLAIM_REVIEW')
          and o.due_at <= now() and exists (select 1 from release w
            where w.rebuttal_id = o.rebuttal_id and w.ordinal = o.ordinal
              and w.channel = 'WEB' and w.sent_at is not null) as by_hand) is_
        cross join lateral (select case
          when o.state = 'CORRECTION_DUE' then 'rumour.corrections'
          when o.state = 'FAILED' and o.next_at is null then 'rumour.failed'
          when o.state = 'QUEUED' and by_hand then 'rumour.hand-over'
          when o.state = 'SENT' and by_hand then 'rumour.receipts' end as key) k
        where o.state in ('QUEUED', 'SENT', 'FAILED', 'CORRECTION_DUE') and a.path like any (?)
          and k.key is not null
        order by o.state = 'SENT', o.due_at, o.id limit ?
        """,
        TodoItem::of,
        officer.get().scope(RumourRights.PUBLISH).patterns(),
        TodoItem.MOST);
  }
}
