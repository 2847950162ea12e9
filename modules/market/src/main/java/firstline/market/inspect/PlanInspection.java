package firstline.market.inspect;

import static firstline.market.MarketRights.INTAKE;

import firstline.market.operator.Operators;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans an inspection: of one operator, for a reason, or to follow another one up. */
@ApplicationScoped
public class PlanInspection {
  /** Kind of its numbers. */
  static final String NUMBERS = "market-inspection";

  static final String PREFIX = "J-";

  private record Before(UUID operator, String area, InspectionState state) {}

  /**
   * A targeted one.
   *
   * @param area 12 digits: where the operator does business
   * @param title why
   */
  public record Target(
      @NotNull String area,
      @NotNull Operators.Party party,
      @NotNull GoodsGroup group,
      @NotNull String title) {}

  /** One that follows another up, of the same operator. */
  public record FollowUp(@NotNull UUID before, @NotNull GoodsGroup group, @NotNull String title) {}

  /** What is planned, whoever decided it. */
  record Plan(
      InspectionKind kind,
      UUID operator,
      String area,
      GoodsGroup group,
      String title,
      @Nullable UUID draw,
      @Nullable UUID before) {}

  @Inject private Sql sql;
  @Inject private Operators operators;
  @Inject private Numbering numbering;
  @Inject private Inspections inspections;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected PlanInspection() {}

  /** For tests without a server. */
  PlanInspection(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.operators = new Operators(sql, clock);
    this.numbering = new Numbering(sql, clock);
    this.inspections = new Inspections(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The inspection's id.
   *
   * @throws Refusal {@code inspection.area}, {@code inspection.title}, {@code operator.…}
   */
  @Allows(right = INTAKE)
  @Requirement("R90.13")
  public UUID target(@Valid Target command) {
    var title = title(command.title());
    inspections.requireArea(command.area());
    var operator = operators.of(command.area(), command.party());
    return plan(
        new Plan(
            InspectionKind.TARGETED, operator, command.area(), command.group(), title, null, null));
  }

  /**
   * The inspection's id.
   *
   * @throws NotFound if the one before lies outside the scope
   * @throws Refusal {@code inspection.open} while the one before is not at its end
   */
  @Allows(right = INTAKE)
  @Requirement("R90.13")
  public UUID followUp(@Valid FollowUp command) {
    var title = title(command.title());
    var before =
        sql.one(
            """
            select i.operator_id, i.area_code, i.state from inspection i
              join area a on a.code = i.area_code where i.id = ? and a.path like any (?)
            """,
            row -> new Before(row.id(1), row.text(2), InspectionState.valueOf(row.text(3))),
            command.before(),
            desk.scope().patterns());
    if (!InspectionTable.next(before.state()).isEmpty()) {
      throw new Refusal("inspection.open");
    }
    return plan(
        new Plan(
            InspectionKind.FOLLOW_UP,
            before.operator(),
            before.area(),
            command.group(),
            title,
            null,
            command.before()));
  }

  /** As a part of a use case that has seen to whose area it is. */
  @Allows(right = Rights.WITHIN)
  UUID plan(Plan plan) {
    var officer = desk.officer();
    var id = Ids.next();
    sql.update(
        """
        insert into inspection (id, number, kind, draw_id, before_id, operator_id, area_code,
          department_id, department_name, checklist_id, title, state, version, planned_at,
          planned_name)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, (select c.id from checklist c where c.goods_group = ?
          order by c.version desc limit 1), ?, 'PLANNED', 1, ?, ?)
        """,
        id,
        numbering.next(NUMBERS, PREFIX, 4, 1).get(0),
        plan.kind().name(),
        plan.draw(),
        plan.before(),
        plan.operator(),
        plan.area(),
        officer.departmentId(),
        officer.departmentName(),
        plan.group().name(),
        plan.title(),
        clock.instant(),
        officer.name());
    inspections.write(id, "PLAN", InspectionState.PLANNED, plan.title());
    return id;
  }

  static String title(String typed) {
    return InspectionText.required(typed, InspectionText.TITLE, "inspection.title");
  }
}
