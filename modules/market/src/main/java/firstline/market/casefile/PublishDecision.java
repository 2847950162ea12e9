package firstline.market.casefile;

import static firstline.market.MarketRights.PUBLISH;

import firstline.persistence.database.Sql;
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

/** Shows a decision to the public, or takes it away before its day (市场监督管理行政处罚信息公示规定). */
@ApplicationScoped
public class PublishDecision {
  /**
   * A publication.
   *
   * @param minor true of a criticism or a fine that the province calls low: three months, not three
   *     years (art. 13)
   */
  public record Publish(@NotNull UUID id, boolean minor) {}

  /**
   * The end of one before its day: the decision was changed, revoked or found unlawful (art. 11).
   */
  public record Withdraw(@NotNull UUID id, @NotNull String reason) {}

  @Inject private Sql sql;
  @Inject private Cases cases;
  @Inject private CaseTerms terms;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected PublishDecision() {}

  /** For tests without a server. */
  PublishDecision(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.cases = new Cases(sql, desk, clock);
    this.terms = new CaseTerms(sql, desk, clock);
    this.desk = desk;
  }

  /**
   * Publishes.
   *
   * @throws Refusal {@code case.publish.served} before service, {@code case.publish.what} of what
   *     is not to be published, {@code case.publish.changed} of what a remedy has changed, {@code
   *     case.publish.twice}
   */
  @Allows(right = PUBLISH)
  @Requirement("R84.8")
  public void publish(@Valid Publish command) {
    var held = cases.locked(command.id());
    var facts = held.facts();
    if (facts.outcome() != Outcome.PENALTY || facts.simple() || facts.penalty().payable() == 0) {
      throw new Refusal("case.publish.what");
    }
    if (facts.payBy() == null) {
      throw new Refusal("case.publish.served");
    }
    sql.first(
            """
            select 1 from case_remedy where case_id = ? and outcome in ('CHANGED', 'REVOKED')
            """,
            row -> row.integer(1),
            held.id())
        .ifPresent(
            other -> {
              throw new Refusal("case.publish.changed");
            });
    var until = terms.publicUntil(held.area(), command.minor());
    var published =
        sql.update(
            """
            insert into case_publication (case_id, published_on, until, officer_name)
            values (?, ?, ?, ?) on conflict (case_id) do nothing
            """,
            held.id(),
            terms.today(),
            until,
            desk.officer().name());
    if (published == 0) {
      throw new Refusal("case.publish.twice");
    }
    terms.published(held, command.minor());
    cases.write(held, "PUBLISH", held.state(), until.toString());
  }

  /**
   * Withdraws.
   *
   * @throws Refusal {@code case.note} without a reason, {@code case.publish.none} if it is not
   *     shown
   */
  @Allows(right = PUBLISH)
  @Requirement("R84.8")
  public void withdraw(@Valid Withdraw command) {
    var held = cases.locked(command.id());
    var reason = CaseText.required(command.reason(), MoveCase.NOTE, "case.note");
    var withdrawn =
        sql.update(
            """
            update case_publication set withdrawn_on = ?, withdrawn_why = ?, withdrawn_name = ?
            where case_id = ? and withdrawn_on is null and until >= ?
            """,
            terms.today(),
            reason,
            desk.officer().name(),
            held.id(),
            terms.today());
    if (withdrawn == 0) {
      throw new Refusal("case.publish.none");
    }
    terms.withdrawn(held.id());
    cases.write(held, "WITHDRAW", held.state(), reason);
  }
}
