package firstline.market.campaign;

/**
 * What each figure counts, said once: counting sums it up, the list behind a figure shows its rows.
 * A row is {@code figure, key, record, kind, area_code, day, amount, matter, goods, number, title}:
 * what has the same key counts once, on its first day within the campaign; record and kind lead to
 * it; matter is empty of what is no case, goods of what is no letter and no price. Nothing of it
 * says who reported.
 */
final class CountedRecords {
  static final String ALL =
      """
      select 'LETTERS' figure, c.id key, c.id record, 'LETTER' kind, c.area_code,
        (c.received_at at time zone 'Asia/Shanghai')::date as day, 1::bigint amount, '' matter,
        c.goods, c.number, c.operator || ' · ' || c.goods title
      from complaint c
      union all
      select case when s.action in ('AGREE', 'TERMINATE') then 'COMPLAINTS_SETTLED'
          else 'LEADS_HANDLED' end,
        c.id, c.id, 'LETTER', c.area_code, (s.at at time zone 'Asia/Shanghai')::date, 1, '',
        c.goods, c.number, c.operator || ' · ' || c.goods
      from complaint_step s join complaint c on c.id = s.complaint_id
      where s.action in ('AGREE', 'TERMINATE', 'FILE', 'NOT_FILE', 'TRANSFER', 'REFER')
      union all
      select 'INSPECTIONS', i.id, i.id, 'INSPECTION', i.area_code,
        (v.arrived_at at time zone 'Asia/Shanghai')::date, 1, '', '', i.number, i.title
      from inspection_visit v join inspection i on i.id = v.inspection_id
      union all
      select 'MEASURES', m.id, m.id, 'MEASURE', c.area_code, m.held_on, 1, c.matter, '', m.number,
        c.title
      from measure m join market_case c on c.id = m.case_id where m.held_on is not null
      union all
      select 'CASES_FILED', c.id, c.id, 'CASE', c.area_code,
        (e.at at time zone 'Asia/Shanghai')::date, 1, c.matter, '', c.number, c.title
      from case_event e join market_case c on c.id = e.case_id where e.action = 'ASSIGN'
      union all
      select 'CASES_CLOSED', c.id, c.id, 'CASE', c.area_code, c.closed_on, 1, c.matter, '',
        c.number, c.title
      from market_case c where c.closed_on is not null
      union all
      select 'FINES', c.id, c.id, 'CASE', c.area_code, c.decided_on, c.fine, c.matter, '',
        c.decision_number, c.title
      from market_case c where c.decided_on is not null and c.outcome = 'PENALTY' and c.fine > 0
      union all
      select 'FINES_PAID', y.id, c.id, 'CASE', c.area_code, y.paid_on, y.amount, c.matter, '',
        c.number, c.title
      from case_payment y join market_case c on c.id = y.case_id where y.kind = 'FINE'
      union all
      select 'POINTS', p.id, p.id, 'POINT', p.area_code, q.quoted_on, 1, '', g.name, '', p.name
      from price_quote q join price_point p on p.id = q.point_id
        join price_goods g on g.id = q.goods_id
      union all
      select 'ALERTS_JUDGED', l.id, l.id, 'ALERT', p.area_code,
        (s.at at time zone 'Asia/Shanghai')::date, 1, '', g.name, '', g.name || ' · ' || p.name
      from price_alert_step s join price_alert l on l.id = s.alert_id
        join price_point p on p.id = l.point_id join price_goods g on g.id = l.goods_id
      where s.state in ('EXPLAINED', 'ADMONISHED', 'LEAD', 'FALSE')
      union all
      select 'ADMONITIONS', l.id, l.id, 'ALERT', p.area_code,
        (s.at at time zone 'Asia/Shanghai')::date, 1, '', g.name, '', g.name || ' · ' || p.name
      from price_alert_step s join price_alert l on l.id = s.alert_id
        join price_point p on p.id = l.point_id join price_goods g on g.id = l.goods_id
      where s.state = 'ADMONISHED'
      """;

  /**
   * What belongs to a campaign, as {@code belonging} with the area it counts for as {@code part}.
   * Asks for: the campaign's id, the figure or empty, first and last day, path, matters twice,
   * words twice, the campaign's id.
   */
  static final String BELONGING =
      """
      with part as (
        select p.area_code, a.path from market_campaign_area p join area a on a.code = p.area_code
        where p.campaign_id = ?
      ), belonging as (
        select distinct on (f.figure, f.key) f.*, coalesce(p.area_code, c.area_code) part
        from (\
      """
          + ALL
          + """
          ) f
              join area a on a.code = f.area_code
              left join part p on starts_with(a.path, p.path)
              cross join (select area_code from market_campaign where id = ?) c
            where (?::text = '' or f.figure = ?) and f.day between ? and ? and starts_with(a.path, ?)
              and (f.matter = '' or ?::text[] = '{}' or f.matter = any (?::text[]))
              and (f.goods = '' or ?::text[] = '{}' or exists (
                select 1 from unnest(?::text[]) word where position(word in f.goods) > 0))
            order by f.figure, f.key, f.day
          )
          """;

  private CountedRecords() {}
}
