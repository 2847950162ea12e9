package firstline.market.inspect;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Inspections as the use cases change them: one at a time. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Inspections {
  /** An inspection that nobody else changes now. */
  record Held(
      UUID id,
      String number,
      InspectionKind kind,
      UUID operator,
      String operatorName,
      String area,
      UUID department,
      String departmentName,
      UUID checklist,
      InspectionState state,
      long version) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Inspections() {}

  /** For tests without a server. */
  public Inspections(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The inspection, which nobody else changes until the transaction ends.
   *
   * @throws NotFound outside the scope
   */
  Held locked(UUID id) {
    return sql.one(
        """
        select i.id, i.number, i.kind, i.operator_id, p.name, i.area_code, i.department_id,
          i.department_name, i.checklist_id, i.state, i.version
        from inspection i join area a on a.code = i.area_code
          join operator p on p.id = i.operator_id
        where i.id = ? and a.path like any (?) for update of i
        """,
        row ->
            new Held(
                row.id(1),
                row.text(2),
                InspectionKind.valueOf(row.text(3)),
                row.id(4),
                row.text(5),
                row.text(6),
                row.id(7),
                row.text(8),
                row.id(9),
                InspectionState.valueOf(row.text(10)),
                row.number(11)),
        id,
        desk.scope().patterns());
  }

  /**
   * The same as somebody saw it.
   *
   * @throws Conflict if it has moved since
   */
  Held locked(UUID id, long version) {
    var held = locked(id);
    if (held.version() != version) {
      throw new Conflict();
    }
    return held;
  }

  /**
   * Lets an area of the scope pass.
   *
   * @throws Refusal {@code inspection.area}
   */
  void requireArea(String area) {
    var path = sql.first("select path from area where code = ?", row -> row.text(1), area);
    if (path.filter(desk.scope()::covers).isEmpty()) {
      throw new Refusal("inspection.area");
    }
  }

  /** What the gates ask about it. */
  InspectionGates.Facts facts(UUID id) {
    return sql.one(
        """
        select count(*), count(*) filter (where exists (select 1 from officer_conflict c
              where c.operator_id = i.operator_id and c.officer_id = o.officer_id)) > 0,
          count(*) filter (where o.officer_id = ?) > 0,
          (select count(*) from inspection_answer w where w.answer = 'NO' and w.visit_id =
            (select v.id from inspection_visit v where v.inspection_id = ?
              order by v.place desc limit 1)),
          (select count(*) from inspection_picture p
              left join inspection_picture_file f on f.picture_id = p.id
            where f.picture_id is null and p.visit_id = (select v.id from inspection_visit v
              where v.inspection_id = ? order by v.place desc limit 1))
        from inspection i left join inspection_officer o on o.inspection_id = i.id where i.id = ?
          and o.officer_id is not null
        """,
        row ->
            new InspectionGates.Facts(
                row.integer(1), row.flag(2), row.flag(3), row.integer(4), row.integer(5)),
        desk.signedIn().map(officer -> officer.id()).orElse(new UUID(0, 0)),
        id,
        id,
        id);
  }

  /**
   * Takes the step by the table and the gates, and writes it down; the state afterwards.
   *
   * @throws Refusal {@code inspection.step.…}, {@code inspection.gate.…}
   */
  InspectionState step(Held held, InspectionState from, InspectionAction action, String note) {
    var to = InspectionTable.after(from, action, action.right());
    InspectionGates.pass(action, facts(held.id()));
    sql.update(
        "update inspection set state = ?, version = version + 1 where id = ?",
        to.name(),
        held.id());
    write(held.id(), action.name(), to, note);
    return to;
  }

  /** Writes a line of its history. */
  void write(UUID id, String action, InspectionState state, String note) {
    sql.update(
        """
        insert into inspection_event (id, inspection_id, at, action, state, officer_name, note)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        id,
        clock.instant(),
        action,
        state.name(),
        desk.nameInHistory(),
        note);
  }
}
