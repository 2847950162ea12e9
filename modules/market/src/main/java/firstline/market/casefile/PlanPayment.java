package firstline.market.casefile;

import static firstline.market.MarketRights.CASE;
import static firstline.market.MarketRights.HEAD;

import firstline.market.money.Fen;
import firstline.market.money.LateFine;
import firstline.persistence.database.Ids;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Lets a party pay its fine later or in parts, if it asks and the head agrees (行政处罚法 art. 66). */
@ApplicationScoped
public class PlanPayment {
  private static final Set<CaseState> ASKED_IN = Set.of(CaseState.SERVED, CaseState.PAYMENT_DUE);

  /**
   * What the party asks for.
   *
   * @param reason why it cannot pay at once
   * @param parts in the order of their days; together the fine
   */
  public record Apply(
      @NotNull UUID id, @NotNull String reason, @NotNull List<LateFine.Part> parts) {}

  /** The head's answer; a refusal needs a note. */
  public record Decide(@NotNull UUID id, boolean approved, @NotNull String note) {}

  @Inject private Sql sql;
  @Inject private Cases cases;
  @Inject private CaseTerms terms;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected PlanPayment() {}

  /** For tests without a server. */
  PlanPayment(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.cases = new Cases(sql, desk, clock);
    this.terms = new CaseTerms(sql, desk, clock);
    this.desk = desk;
  }

  /**
   * Writes down what the party asks for.
   *
   * @throws Refusal {@code case.gate.not-mine}; {@code case.plan.when} before service or after the
   *     last day; {@code case.plan.reason}; {@code case.plan.days} out of order, before today or
   *     beyond three years; {@code case.plan.amount} of nothing; {@code case.plan.sum} if the parts
   *     are not the fine; {@code case.plan.twice}
   * @throws NotFound outside the scope
   */
  @Allows(right = CASE)
  @Requirement({"R92.15", "R101.5"})
  public void apply(@Valid Apply command) {
    var held = cases.locked(command.id());
    if (!held.facts().mine()) {
      throw new Refusal("case.gate.not-mine");
    }
    var payBy = held.facts().payBy();
    if (!ASKED_IN.contains(held.state()) || payBy == null || terms.today().isAfter(payBy)) {
      throw new Refusal("case.plan.when");
    }
    var reason = CaseText.required(command.reason(), MoveCase.NOTE, "case.plan.reason");
    check(command.parts(), held.owed().fine());
    var plan = Ids.next();
    var applied =
        sql.update(
            """
            insert into case_plan (id, case_id, reason, state, applied_on, officer_name)
            values (?, ?, ?, 'APPLIED', ?, ?)
            on conflict (case_id) where state <> 'REFUSED' do nothing
            """,
            plan,
            held.id(),
            reason,
            terms.today(),
            desk.officer().name());
    if (applied == 0) {
      throw new Refusal("case.plan.twice");
    }
    for (var place = 0; place < command.parts().size(); place++) {
      sql.update(
          "insert into case_instalment (plan_id, place, due, amount) values (?, ?, ?, ?)",
          plan,
          place + 1,
          command.parts().get(place).due(),
          command.parts().get(place).amount());
    }
    cases.write(held, "PLAN", held.state(), reason);
  }

  private void check(List<LateFine.Part> parts, long fine) {
    var before = terms.today().minusDays(1);
    for (var part : parts) {
      Instalments.check(part, before, terms.today());
      before = part.due();
    }
    var sum = parts.stream().mapToLong(LateFine.Part::amount).sum();
    if (parts.isEmpty() || parts.size() > Instalments.MOST || sum != fine) {
      throw new Refusal("case.plan.sum", Fen.write(sum), Fen.write(fine), Instalments.MOST);
    }
  }

  /**
   * Decides about it; if it is approved, the term of the fine ends with its last part.
   *
   * @throws Refusal {@code case.plan.none} if nothing was asked for, {@code case.note} without a
   *     reason, {@code case.plan.awaited} before the party was told to pay; {@code clock.…} once
   *     the term is over
   * @throws NotFound outside the scope
   */
  @Allows(right = HEAD)
  @Requirement("R92.15")
  public void decide(@Valid Decide command) {
    var held = cases.locked(command.id());
    var note =
        command.approved()
            ? CaseText.checked(command.note(), MoveCase.NOTE, "case.note")
            : CaseText.required(command.note(), MoveCase.NOTE, "case.note");
    record Asked(UUID plan, LocalDate last) {}
    var asked =
        sql.first(
                """
                select p.id, max(i.due) from case_plan p join case_instalment i on i.plan_id = p.id
                where p.case_id = ? and p.state = 'APPLIED' group by p.id
                """,
                row -> new Asked(row.id(1), row.date(2)),
                held.id())
            .orElseThrow(() -> new Refusal("case.plan.none"));
    if (command.approved()) {
      if (held.state() != CaseState.PAYMENT_DUE) {
        throw new Refusal("case.plan.awaited");
      }
      terms.payUntil(held, asked.last(), note);
    }
    sql.update(
        "update case_plan set state = ?, decided_on = ?, decided_name = ?, note = ? where id = ?",
        command.approved() ? "APPROVED" : "REFUSED",
        terms.today(),
        desk.officer().name(),
        note,
        asked.plan());
    cases.write(held, command.approved() ? "PLAN_APPROVED" : "PLAN_REFUSED", held.state(), note);
  }
}
