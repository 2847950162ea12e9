package firstline.market.casefile;

import static firstline.market.MarketRights.PRICE_READ;
import static firstline.market.MarketRights.READ;

import firstline.market.complaint.Sight;
import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Everything that the department has of an operator, each record as far as whoever looks may see
 * it: never who sent a letter, nor what they wrote.
 *
 * <p>Letters name an operator by what somebody wrote: those are its own that name it as it is
 * registered, in its county, or that became its case, its inspection's lead or its alert's. A
 * natural person is known by such links alone, since others have their name.
 */
@ApplicationScoped
public class OperatorHistory {
  static final int SIZE = 50;
  private static final int STEPS = 100;

  /** What a record is. Words: {@code operator.record.<name>}. */
  public enum Kind {
    CASE,
    LETTER,
    INSPECTION,
    MEASURE,
    ALERT
  }

  /** A record; {@code at} is when it began. */
  public record Entry(Kind kind, UUID id, String number, String text, String state, Instant at) {}

  /** A step of one; {@code action} is the alert's state, or the action's name. */
  public record Step(
      Kind kind,
      String number,
      Instant at,
      String officerName,
      String departmentName,
      String action) {}

  /** Every branch tells where it is, and which department a letter is shown to. */
  private static final String RECORDS =
      """
      from operator p join area h on h.code = p.area_code cross join lateral (
        select 'CASE' as kind, c.id, c.number, c.title as text, c.state, c.filed_at as at, a.path,
          null::uuid as department
        from market_case c join area a on a.code = c.area_code where c.operator_id = p.id
        union all
        select 'LETTER', c.id, c.number, c.goods, c.state, c.received_at, a.path, c.department_id
        from complaint c join area a on a.code = c.area_code
        where c.id in (
          select n.id from complaint n join area w on w.code = n.area_code
          where not p.person and n.operator = p.name
            and (left(w.path, 39) = left(h.path, 39) or starts_with(h.path, w.path))
          union select n.id from complaint n join market_case k on k.source = n.number
            where k.operator_id = p.id and k.source <> ''
          union select i.lead_id from inspection i where i.operator_id = p.id
          union select o.lead_id from lead_origin o join price_reminder m on m.alert_id = o.alert_id
            where m.operator_id = p.id)
        union all
        select 'INSPECTION', i.id, i.number, i.title, i.state, i.planned_at, a.path, null
        from inspection i join area a on a.code = i.area_code where i.operator_id = p.id
        union all
        select 'MEASURE', m.id, m.number, c.title, m.state, m.made_at, a.path, null
        from measure m join market_case c on c.id = m.case_id join area a on a.code = c.area_code
        where c.operator_id = p.id
        union all
        select 'ALERT', l.id, m.number, t.name || ' · ' || g.name, l.state,
          l.day::timestamp at time zone 'Asia/Shanghai', a.path, null
        from price_reminder m join price_alert l on l.id = m.alert_id
          join price_point t on t.id = l.point_id join price_goods g on g.id = l.goods_id
          join area a on a.code = t.area_code
        where m.operator_id = p.id) r
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected OperatorHistory() {}

  /** For tests without a server. */
  OperatorHistory(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** A page of its records, the newest first; {@code kind} is empty for all. */
  @Allows(right = READ, reads = true)
  @Requirement("R101.4")
  public Page<Entry> records(UUID operator, String kind, Cursor cursor) {
    var select =
        within(
                Select.from("select r.kind, r.id, r.number, r.text, r.state, r.at " + RECORDS),
                operator)
            .whereSet("r.kind = ?", kind)
            .newestFirst("r.at", "r.id", cursor, SIZE);
    return Page.of(
        sql.list(select, OperatorHistory::entry),
        SIZE,
        cursor,
        entry -> Cursor.of(entry.at(), entry.id()));
  }

  /** What happened with them, the latest first. */
  @Allows(right = READ, reads = true)
  @Requirement("R101.4")
  public List<Step> steps(UUID operator) {
    return sql.list(
        within(
                Select.from(
                    "select r.kind, r.number, s.at, s.officer, s.department, s.action "
                        + RECORDS
                        + """
                        cross join lateral (
                          select e.at, e.officer_name as officer, '' as department, e.action
                          from case_event e where r.kind = 'CASE' and e.case_id = r.id
                          union all
                          select e.at, e.officer_name, e.department_name, e.action
                          from complaint_step e where r.kind = 'LETTER' and e.complaint_id = r.id
                          union all
                          select e.at, e.officer_name, '', e.action
                          from inspection_event e
                          where r.kind = 'INSPECTION' and e.inspection_id = r.id
                          union all
                          select e.at, e.officer_name, '', e.action
                          from measure_step e where r.kind = 'MEASURE' and e.measure_id = r.id
                          union all
                          select e.at, e.officer_name, '', e.state
                          from price_alert_step e where r.kind = 'ALERT' and e.alert_id = r.id) s
                        """),
                operator)
            .end("order by s.at desc, r.number limit ?", STEPS),
        row ->
            new Step(
                Kind.valueOf(row.text(1)),
                row.text(2),
                row.instant(3),
                row.text(4),
                row.text(5),
                row.text(6)));
  }

  private Select within(Select select, UUID operator) {
    select
        .where("p.id = ?", operator)
        .where("r.path like any (?)", (Object) desk.scope().patterns())
        .whereSet("r.kind <> 'LETTER' or r.department = ?", Sight.only(desk));
    return desk.may(PRICE_READ) ? select : select.where("r.kind <> 'ALERT'");
  }

  private static Entry entry(Row row) throws SQLException {
    return new Entry(
        Kind.valueOf(row.text(1)),
        row.id(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.instant(6));
  }
}
