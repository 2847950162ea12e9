package firstline.market.desk;

import static firstline.market.MarketRights.CASE;
import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.INSPECT;
import static firstline.market.MarketRights.INTAKE;
import static firstline.market.MarketRights.LEGAL;
import static firstline.market.MarketRights.POLICE;

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

/** Leads, inspections, cases, measures and referrals that wait for an officer, row by row. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class CaseItems implements TodoItemContribution {
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected CaseItems() {}

  /** For tests without a server. */
  CaseItems(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** One statement; the rows that the to-dos of these records count. */
  @Override
  @Requirement("R102.1")
  public List<TodoItem> items() {
    var officer = desk.signedIn().filter(one -> one.worksIn("market."));
    if (officer.isEmpty()) {
      return List.of();
    }
    var me = officer.get();
    var head = me.scope(HEAD).patterns();
    return sql.list(
        """
        (select array['case.lead'], c.id::text, c.number || ' ' || c.goods,
          'complaint.state.' || c.state, null::timestamptz, '/console/market/complaint?id=' || c.id,
          false, false
        from complaint c join area a on a.code = c.area_code
        where c.kind = 'TIPOFF' and c.state = 'FILED' and a.path like any (?)
          and not exists (select 1 from market_case m where m.source = c.number)
        order by c.received_at, c.id limit ?)
        union all
        (select array[case when c.state = 'FILED' then 'case.approve'
            when c.state = 'IN_REVIEW' then 'case.review' else 'case.serve' end],
          c.id::text, c.number || ' ' || c.title, 'case.state.' || c.state, null,
          '/console/market/case?id=' || c.id, false, c.state <> 'DECIDED'
        from market_case c join area a on a.code = c.area_code
        where c.state = 'FILED' and a.path like any (?)
          or c.state = 'IN_REVIEW' and a.path like any (?)
          or c.state = 'DECIDED' and ? and exists (select 1 from case_officer o
            where o.case_id = c.id and o.officer_id = ?)
        order by c.filed_at, c.id limit ?)
        union all
        (select array[case i.state when 'PLANNED' then 'inspection.assign'
            when 'SUBMITTED' then 'inspection.confirm' when 'ASSIGNED' then 'inspection.visit'
            else 'inspection.recheck' end],
          i.id::text, i.number || ' ' || i.title, 'inspection.state.' || i.state,
          case i.state when 'CORRECTION_ORDERED'
            then (i.due_on + 1)::timestamp at time zone 'Asia/Shanghai' end,
          '/console/market/inspection?id=' || i.id, false, i.state in ('PLANNED', 'SUBMITTED')
        from inspection i join area a on a.code = i.area_code
        where i.state in ('PLANNED', 'SUBMITTED') and a.path like any (?)
          or (i.state = 'ASSIGNED' or i.state = 'CORRECTION_ORDERED' and i.due_on <= ?) and ?
            and exists (select 1 from inspection_officer o
              where o.inspection_id = i.id and o.officer_id = ?)
        order by i.due_on, i.planned_at, i.id limit ?)
        union all
        (select array[case m.state when 'URGENT' then 'measure.urgent' else 'measure.approve' end],
          m.id::text, m.number || ' ' || c.title, 'measure.state.' || m.state, null,
          '/console/market/measure?id=' || m.id, m.state = 'URGENT', true
        from measure m join market_case c on c.id = m.case_id join area a on a.code = c.area_code
        where m.state in ('PROPOSED', 'URGENT') and a.path like any (?)
        order by m.state = 'PROPOSED', m.made_at, m.id limit ?)
        union all
        (select array[case r.state when 'PROPOSED' then 'referral.decide'
            when 'SENT' then 'referral.review' else 'referral.again' end],
          r.id::text, r.number || ' ' || r.offence, 'referral.state.' || r.state, null,
          '/console/market/referral?id=' || r.id, true, true
        from referral r join market_case c on c.id = r.case_id join area a on a.code = c.area_code
        where r.state = 'PROPOSED' and a.path like any (?)
          or r.state in ('SENT', 'OBJECTED') and a.path like any (?)
        order by r.made_at, r.id limit ?)
        """,
        TodoItem::of,
        me.scope(INTAKE).patterns(),
        TodoItem.MOST,
        head,
        me.scope(LEGAL).patterns(),
        me.holds(CASE),
        me.id(),
        TodoItem.MOST,
        head,
        LocalDate.ofInstant(clock.instant(), Clocks.ZONE),
        me.holds(INSPECT),
        me.id(),
        TodoItem.MOST,
        head,
        TodoItem.MOST,
        head,
        me.scope(POLICE).patterns(),
        TodoItem.MOST);
  }
}
