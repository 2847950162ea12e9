package firstline.market.inspect;

import static firstline.market.MarketRights.INTAKE;

import firstline.market.casefile.FileCase;
import firstline.market.casefile.Matter;
import firstline.market.complaint.MakeLead;
import firstline.market.operator.Operators;
import firstline.market.term.Terms;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import java.util.stream.Collectors;

/** Hands what an inspection found over: to a case, or as a lead to be verified. */
@ApplicationScoped
public class HandOver {
  private static final int FACTS = 3_900;

  private record Party(
      String name, boolean person, String code, String premises, String licence, String group) {}

  /**
   * To a case.
   *
   * @param version of the inspection as it was seen
   * @param grave true if it touches great public interest or is complex
   */
  public record ToCase(
      @NotNull UUID id,
      long version,
      @NotNull Matter matter,
      @NotNull String title,
      boolean simple,
      boolean grave) {}

  /** As a lead. */
  public record ToLead(@NotNull UUID id, long version, @NotNull String note) {}

  @Inject private Sql sql;
  @Inject private Inspections inspections;
  @Inject private FileCase fileCase;
  @Inject private MakeLead makeLead;
  @Inject private Terms terms;

  @SuppressWarnings("NullAway.Init")
  protected HandOver() {}

  /** For tests without a server. */
  HandOver(Sql sql, Inspections inspections, FileCase fileCase, MakeLead makeLead, Terms terms) {
    this.sql = sql;
    this.inspections = inspections;
    this.fileCase = fileCase;
    this.makeLead = makeLead;
    this.terms = terms;
  }

  /**
   * The case's id. Its source is the number of the inspection, of which there is one case.
   *
   * @throws Refusal {@code inspection.step.…}, {@code inspection.gate.…}; what {@link FileCase}
   *     refuses
   */
  @Allows(right = INTAKE)
  @Requirement("R90.11")
  public UUID toCase(@Valid ToCase command) {
    var held = inspections.locked(command.id(), command.version());
    inspections.step(held, held.state(), InspectionAction.TO_CASE, "");
    var party = party(held.operator());
    var id =
        fileCase.file(
            new FileCase.Command(
                held.area(),
                new Operators.Party(
                    party.name(), party.person(), party.code(), party.premises(), party.licence()),
                held.number(),
                command.matter(),
                command.title(),
                found(held),
                command.simple(),
                command.grave()));
    sql.update("update inspection set case_id = ? where id = ?", id, held.id());
    verified(held);
    return id;
  }

  /** The lead's id; refused as {@link #toCase} is. Nobody reported it: it has no identity. */
  @Allows(right = INTAKE)
  @Requirement({"R90.11", "R101.1"})
  public UUID toLead(@Valid ToLead command) {
    var held = inspections.locked(command.id(), command.version());
    var note = InspectionText.lines(command.note(), InspectionText.NOTE, "inspection.note");
    inspections.step(held, held.state(), InspectionAction.TO_LEAD, note);
    var party = party(held.operator());
    var id =
        makeLead.make(
            new MakeLead.Seen(
                held.area(),
                PlainText.start(party.name(), 100),
                party.premises(),
                party.group(),
                held.number() + "：" + found(held)));
    sql.update("update inspection set lead_id = ? where id = ?", id, held.id());
    verified(held);
    return id;
  }

  private void verified(Inspections.Held held) {
    if (terms.isOpen(held.id(), RecordVisit.VERIFYING)) {
      terms.meet(held.id(), RecordVisit.VERIFYING);
    }
  }

  private Party party(UUID operator) {
    return sql.one(
        """
        select p.name, p.person, coalesce(p.credit_code, ''), p.premises, p.licence,
          coalesce((select i.title from inspection i where i.operator_id = p.id
            order by i.planned_at desc limit 1), p.name)
        from operator p where p.id = ?
        """,
        row ->
            new Party(
                row.text(1),
                row.flag(2),
                row.text(3),
                row.text(4),
                row.text(5),
                PlainText.start(row.text(6), 100)),
        operator);
  }

  /** What the last visit found, item by item, each with its rule. */
  private String found(Inspections.Held held) {
    var found =
        sql
            .list(
                """
                select c.text_zh, w.note, c.rule_zh from inspection_answer w
                  join checklist_item c on c.checklist_id = ? and c.place = w.place
                where w.answer = 'NO' and w.visit_id = (select v.id from inspection_visit v
                  where v.inspection_id = ? order by v.place desc limit 1)
                order by w.place
                """,
                row ->
                    "不符合："
                        + row.text(1)
                        + (row.text(2).isEmpty() ? "" : "（" + row.text(2) + "）")
                        + row.text(3),
                held.checklist(),
                held.id())
            .stream()
            .collect(Collectors.joining("\n"));
    return PlainText.start(found, FACTS);
  }
}
