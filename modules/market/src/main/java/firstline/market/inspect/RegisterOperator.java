package firstline.market.inspect;

import static firstline.market.MarketRights.INTAKE;

import firstline.market.operator.Operators;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Keeps the registers that are drawn from: operators with goods and risk, and who is barred. */
@ApplicationScoped
public class RegisterOperator {
  private static final int REASON = 200;

  /** An operator, new or known, and how it is watched. */
  public record Command(
      @NotNull String area,
      @NotNull Operators.Party party,
      @NotNull GoodsGroup group,
      @NotNull Risk risk) {}

  /** An officer who does not go to an operator, and why. */
  public record Bar(@NotNull UUID operator, @NotNull UUID officer, @NotNull String reason) {}

  @Inject private Sql sql;
  @Inject private Operators operators;
  @Inject private Inspections inspections;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected RegisterOperator() {}

  /** For tests without a server. */
  RegisterOperator(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.inspections = new Inspections(sql, desk, clock);
    this.operators = new Operators(sql, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The operator's id.
   *
   * @throws Refusal {@code inspection.area}; {@code operator.…}
   */
  @Allows(right = INTAKE)
  @Requirement("R90.4")
  public UUID register(@Valid Command command) {
    inspections.requireArea(command.area());
    var id = operators.of(command.area(), command.party());
    sql.update(
        """
        insert into operator_supervision (operator_id, goods_group, risk, changed_at, officer_name)
        values (?, ?, ?, ?, ?)
        on conflict (operator_id) do update set goods_group = excluded.goods_group,
          risk = excluded.risk, changed_at = excluded.changed_at,
          officer_name = excluded.officer_name
        """,
        id,
        command.group().name(),
        command.risk().name(),
        clock.instant(),
        desk.officer().name());
    return id;
  }

  /**
   * Bars an officer from an operator; told again, the later reason stands.
   *
   * @throws NotFound if the operator lies outside the scope
   * @throws Refusal {@code inspection.reason}, {@code inspection.officer}
   */
  @Allows(right = INTAKE)
  @Requirement("R90.6")
  public void bar(@Valid Bar command) {
    var reason = InspectionText.required(command.reason(), REASON, "inspection.reason");
    sql.one(
        """
        select 1 from operator p join area a on a.code = p.area_code
        where p.id = ? and a.path like any (?)
        """,
        row -> row.integer(1),
        command.operator(),
        desk.scope().patterns());
    var told =
        sql.update(
            """
            insert into officer_conflict (operator_id, officer_id, reason, told_at, told_name)
            select ?, o.id, ?, ?, ? from officer o where o.id = ?
            on conflict (operator_id, officer_id) do update set reason = excluded.reason,
              told_at = excluded.told_at, told_name = excluded.told_name
            """,
            command.operator(),
            reason,
            clock.instant(),
            desk.officer().name(),
            command.officer());
    if (told == 0) {
      throw new Refusal("inspection.officer");
    }
  }
}
