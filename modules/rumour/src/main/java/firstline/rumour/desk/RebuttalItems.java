package firstline.rumour.desk;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.TodoItem;
import firstline.persistence.todo.TodoItemContribution;
import firstline.rumour.RumourRights;
import firstline.rumour.rebuttal.RebuttalQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Rebuttals and claims that wait for an officer, row by row. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class RebuttalItems implements TodoItemContribution {
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected RebuttalItems() {}

  /** For tests without a server. */
  RebuttalItems(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** One statement; the rows that {@link RumourDesk} counts. */
  @Override
  @Requirement("R102.1")
  public List<TodoItem> items() {
    var officer = desk.signedIn().filter(one -> one.holds(RumourRights.READ));
    if (officer.isEmpty()) {
      return List.of();
    }
    var me = officer.get();
    var mine = "%" + me.id() + "%";
    var now = clock.instant();
    var soon = RebuttalQueries.soon(clock);
    return sql.list(
        """
        (select k.keys, v.id::text, r.number || ' ' || left(v.claim, 80), 'rumour.state.' || v.state,
          case when due then v.due_at
            when k.keys[1] = 'rumour.again' then v.review_by::timestamp at time zone 'Asia/Shanghai' end,
          '/console/rumour/rebuttal?id=' || r.id, k.keys[1] <> 'rumour.again',
          k.keys && '{rumour.third-late,rumour.third,rumour.objected,rumour.review,rumour.publish}'
        from rebuttal_version v join rebuttal r on r.id = v.rebuttal_id
        join area a on a.code = r.area_code
        cross join lateral (select
          v.writers like ? as written,
          v.writers not like ? and v.reviewers not like ? and a.path like any (?) as reviews,
          a.path like any (?) as publishes,
          a.path like any (?) as drafts,
          v.state in ('APPROVED', 'PUBLISHED') and v.due_at is not null
            and v.completed_at is null and v.objected_at is null as due) is_
        cross join lateral (select array_remove(array[
          case when due and reviews and v.due_at < ? then 'rumour.third-late' end,
          case when due and reviews and v.due_at >= ? then 'rumour.third' end,
          case when v.state = 'PUBLISHED' and v.objected_at is not null
            and r.state = 'PUBLISHED' and (publishes or written) then 'rumour.objected' end,
          case when v.state in ('REVIEW_1', 'REVIEW_2', 'REVIEW_3') and reviews
            then 'rumour.review' end,
          case when v.state = 'RETURNED' and written then 'rumour.returned' end,
          case when v.state = 'APPROVED' and publishes and not exists (
            select 1 from release o where o.rebuttal_id = r.id and o.ordinal = v.ordinal
              and o.channel = 'WEB' and o.state = 'QUEUED') then 'rumour.publish' end,
          case when v.state = 'PUBLISHED' and v.review_by <= ? and drafts
            then 'rumour.again' end], null) as keys) k
        where k.keys <> '{}' and v.id in (
          select id from rebuttal_version
          where state in ('REVIEW_1', 'REVIEW_2', 'REVIEW_3', 'RETURNED', 'APPROVED')
          union select id from rebuttal_version
          where state = 'PUBLISHED' and due_at is not null and completed_at is null
          union select id from rebuttal_version
          where state = 'PUBLISHED' and review_by is not null and review_by <= ?)
        order by k.keys[1] = 'rumour.again', v.due_at, v.submitted_at, v.id limit ?)
        union all
        (select array['rumour.claims'], c.id::text, c.number || ' ' || left(c.text, 80),
          'rumour.claim.state.' || c.state, null, '/console/rumour/claim?id=' || c.id, false, false
        from claim c where c.state = 'RECEIVED' and c.area_code = any (array(
          select code from area where path like any (?)))
        order by c.received_at desc, c.id desc limit ?)
        """,
        TodoItem::of,
        mine,
        mine,
        mine,
        me.scope(RumourRights.REVIEW).patterns(),
        me.scope(RumourRights.PUBLISH).patterns(),
        me.scope(RumourRights.DRAFT).patterns(),
        now,
        now,
        soon,
        soon,
        TodoItem.MOST,
        me.scope(RumourRights.FILE).patterns(),
        TodoItem.MOST);
  }
}
