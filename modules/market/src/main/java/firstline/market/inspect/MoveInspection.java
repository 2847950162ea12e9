package firstline.market.inspect;

import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.INSPECT;

import firstline.market.number.DocumentNumbers;
import firstline.market.term.Terms;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** Takes a step of an inspection that is neither a visit nor a hand-over. */
@ApplicationScoped
public class MoveInspection {
  /**
   * A step.
   *
   * @param version of the inspection as it was seen
   * @param officers of ASSIGN
   * @param due day of ORDER_CORRECTION, as typed
   * @param note why; of ORDER_CORRECTION what is to be put right
   */
  public record Command(
      @NotNull UUID id,
      long version,
      @NotNull InspectionAction action,
      @NotNull List<UUID> officers,
      @NotNull String due,
      @NotNull String note) {
    /** Only a note. */
    public static Command note(UUID id, long version, InspectionAction action, String note) {
      return new Command(id, version, action, List.of(), "", note);
    }
  }

  @Inject private Sql sql;
  @Inject private Inspections inspections;
  @Inject private DocumentNumbers numbers;
  @Inject private Terms terms;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected MoveInspection() {}

  /** For tests without a server. */
  MoveInspection(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.inspections = new Inspections(sql, desk, clock);
    this.numbers = new DocumentNumbers(sql, clock);
    this.terms = new Terms(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * A step of the head.
   *
   * @throws Refusal {@code inspection.step.…}, {@code inspection.gate.…} with the article; {@code
   *     inspection.officer}, {@code inspection.drawn}, {@code inspection.note}, {@code
   *     inspection.due}
   */
  @Allows(right = HEAD)
  @Requirement({"R90.5", "R90.6", "R90.9", "R90.12"})
  public void byHead(@Valid Command command) {
    move(command, HEAD);
  }

  /** An officer of it is on the spot; refused as a step of the head is. */
  @Allows(right = INSPECT)
  @Requirement("R90.5")
  public void byOfficer(@Valid Command command) {
    if (command.action() != InspectionAction.ARRIVE) {
      // What a visit found is told with the visit.
      throw new Refusal("inspection.step." + command.action());
    }
    move(command, INSPECT);
  }

  private void move(Command command, String right) {
    var held = inspections.locked(command.id(), command.version());
    var action = command.action();
    InspectionTable.after(held.state(), action, right);
    var note = InspectionText.lines(command.note(), InspectionText.NOTE, "inspection.note");
    switch (action) {
      case ASSIGN -> name(held, command.officers(), note);
      case RETURN -> need(note);
      case ORDER_CORRECTION -> order(held, command.due(), note);
      default -> {}
    }
    inspections.step(held, held.state(), action, note);
    if (action == InspectionAction.ORDER_CORRECTION
        && terms.isOpen(held.id(), RecordVisit.VERIFYING)) {
      terms.meet(held.id(), RecordVisit.VERIFYING);
    }
  }

  private static void need(String note) {
    if (note.isEmpty()) {
      throw new Refusal("inspection.note", InspectionText.NOTE);
    }
  }

  private void name(Inspections.Held held, List<UUID> officers, String note) {
    var drawn =
        sql.list(
            "select officer_id from inspection_officer where inspection_id = ? and drawn",
            row -> row.id(1),
            held.id());
    var named = new LinkedHashSet<>(officers);
    if (!drawn.isEmpty() && !named.equals(new LinkedHashSet<>(drawn)) && note.isEmpty()) {
      throw new Refusal("inspection.drawn");
    }
    sql.update("delete from inspection_officer where inspection_id = ?", held.id());
    for (var officer : named) {
      var known =
          sql.update(
              """
              insert into inspection_officer (inspection_id, officer_id, officer_name, drawn)
              select ?, o.id, o.name, ? from officer o
              where o.id = ? and o.active and exists (
                select 1 from officer_role r
                  join role_right k on k.role_id = r.role_id and k.right_key = 'market.inspect'
                  join area a on a.code = r.area_code
                  join area s on s.code = ? and starts_with(s.path, a.path)
                where r.officer_id = o.id)
              """,
              held.id(),
              drawn.contains(officer),
              officer,
              held.area());
      if (known == 0) {
        throw new Refusal("inspection.officer");
      }
    }
  }

  private void order(Inspections.Held held, String due, String note) {
    need(note);
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    sql.update(
        """
        update inspection set due_on = ?, ordered = ?, ordered_on = ?, order_number = ?,
          ordered_visit = (select v.id from inspection_visit v where v.inspection_id = ?
            order by v.place desc limit 1)
        where id = ?
        """,
        InspectionText.due(due, today),
        note,
        today,
        numbers.next("川市监责改"),
        held.id(),
        held.id());
  }
}
