package firstline.market.desk;

import static firstline.market.MarketRights.CASE;
import static firstline.market.MarketRights.HANDLE;
import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.INTAKE;
import static firstline.market.MarketRights.PRICE_CHECK;
import static firstline.market.MarketRights.PRICE_READ;
import static firstline.market.MarketRights.PUBLISH;
import static firstline.market.MarketRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import firstline.persistence.todo.TodoItem;
import firstline.persistence.todo.TodoItemContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Terms, supervisions, prices and texts that wait for an officer, row by row. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class TermItems implements TodoItemContribution {
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TermItems() {}

  /** For tests without a server. */
  TermItems(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  private static final int WEEK = 7;

  /** One statement; the rows that the to-dos of these records count. */
  @Override
  @Requirement("R102.1")
  public List<TodoItem> items() {
    var officer = desk.signedIn().filter(one -> one.worksIn("market."));
    if (officer.isEmpty()) {
      return List.of();
    }
    var me = officer.get();
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, Clocks.ZONE);
    var reads = me.scope(READ).patterns();
    var prices = me.scope(PRICE_READ).patterns();
    return sql.list(
        """
        (select array[case when t.ends_at <= ? then 'term.overdue' else 'term.soon' end],
          t.id::text, t.number || ' ' || coalesce(c.goods, k.title, i.title, ''),
          case when t.ends_at <= ? then 'term.level.OVERDUE' when t.due = ? then 'term.level.TODAY'
            else 'term.level.SOON' end,
          t.ends_at,
          case t.record_kind when 'INSPECTION' then '/console/market/inspection?id='
            when 'CASE' then '/console/market/case?id=' when 'MEASURE' then '/console/market/measure?id='
            when 'REFERRAL' then '/console/market/referral?id='
            else '/console/market/complaint?id=' end || t.record_id,
          true, false
        from term t join area a on a.code = t.area_code
          left join complaint c on c.id = t.record_id left join market_case k on k.id = t.record_id
          left join inspection i on i.id = t.record_id
        where t.state = 'OPEN' and not t.standing and (t.ends_at <= ? or t.due <= ?)
          and t.department_id = ? and a.path like any (?)
        order by t.ends_at, t.id limit ?)
        union all
        (select array['supervise.answer'], s.id::text,
          s.number || ' ' || coalesce(c.goods, k.title, ''), 'task.state.WAITING',
          (s.answer_by + 1)::timestamp at time zone 'Asia/Shanghai',
          case s.record_kind when 'CASE' then '/console/market/case?id='
            else '/console/market/complaint?id=' end || s.record_id, true, false
        from supervision s join area a on a.code = s.area_code
          left join complaint c on c.id = s.record_id left join market_case k on k.id = s.record_id
        where s.answered_at is null and a.path like any (?) and ?
          and (? or coalesce(c.department_id, k.department_id) = ?)
        order by s.answer_by, s.id limit ?)
        union all
        (select array['price-alert.raised'], l.id::text, p.name || ' ' || g.name,
          'price-alert.state.' || l.state, null, '/console/market/price-alert?id=' || l.id, true, false
        from price_alert l join price_point p on p.id = l.point_id
          join price_goods g on g.id = l.goods_id join area a on a.code = p.area_code
        where l.state = 'RAISED' and a.path like any (?) and ?
        order by l.raised_at desc, l.id limit ?)
        union all
        (select array['price-notice.draft'], n.id::text, n.number || ' ' || n.title,
          'price-notice.state.DRAFT', (n.last_day + 1)::timestamp at time zone 'Asia/Shanghai',
          '/console/market/price-notice?id=' || n.id, false, true
        from price_notice n join area a on a.code = n.area_code
        where n.published_at is null and n.last_day >= ? and a.path like any (?) and ?
        order by n.last_day, n.id limit ?)
        """,
        TodoItem::of,
        now,
        now,
        today,
        now,
        today.plusDays(WEEK),
        me.departmentId(),
        reads,
        TodoItem.MOST,
        reads,
        me.holds(HANDLE) || me.holds(CASE),
        me.holds(HEAD) || me.holds(INTAKE),
        me.departmentId(),
        TodoItem.MOST,
        prices,
        me.holds(PRICE_CHECK),
        TodoItem.MOST,
        today,
        prices,
        me.holds(PUBLISH),
        TodoItem.MOST);
  }
}
