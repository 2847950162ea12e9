package firstline.market.casefile;

import static firstline.market.MarketRights.READ;

import firstline.market.money.LateFine;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What runs beside a case: its days, its plan of payment, its remedies. */
@ApplicationScoped
public class CaseMoreQueries {
  /** Where its days stand. */
  public record Days(boolean standing, int extensions) {}

  /** A plan of payment. */
  public record Plan(
      String state,
      String reason,
      LocalDate appliedOn,
      String officerName,
      @Nullable LocalDate decidedOn,
      String decidedName,
      String note,
      List<LateFine.Part> parts) {}

  /** A reconsideration or suit; {@code outcome} is empty while it is open. */
  public record Remedy(
      String kind,
      String body,
      LocalDate filedOn,
      String officerName,
      String outcome,
      @Nullable LocalDate endedOn,
      String note) {}

  /** What a case says beyond its page's view. */
  public record More(
      String ground,
      @Nullable LocalDate refundBy,
      boolean heavier,
      String lighter,
      @Nullable LocalDate heardOn) {}

  @Inject private Sql sql;
  @Inject private CaseTerms terms;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected CaseMoreQueries() {}

  /** For tests without a server. */
  CaseMoreQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.terms = new CaseTerms(sql, desk, clock);
    this.desk = desk;
  }

  /** Where the days of the decision stand. */
  @Allows(right = READ, reads = true)
  @Requirement("R92.12")
  public Days days(UUID id) {
    return new Days(terms.isStanding(id), terms.extensions(id));
  }

  /** What stands beside the view. */
  @Allows(right = READ, reads = true)
  public More more(UUID id) {
    return sql.one(
        """
        select c.ground, c.refund_by, c.heavier, c.lighter, c.heard_on
        from market_case c join area a on a.code = c.area_code
        where c.id = ? and a.path like any (?)
        """,
        row ->
            new More(row.text(1), row.dateOrNull(2), row.flag(3), row.text(4), row.dateOrNull(5)),
        id,
        desk.scope().patterns());
  }

  /** The latest plan, if there is one. */
  @Allows(right = READ, reads = true)
  @Requirement("R92.15")
  public Optional<Plan> plan(UUID id) {
    return sql.first(
        """
        select p.id, p.state, p.reason, p.applied_on, p.officer_name, p.decided_on, p.decided_name,
          p.note
        from case_plan p join market_case c on c.id = p.case_id join area a on a.code = c.area_code
        where c.id = ? and a.path like any (?) order by p.applied_on desc, p.id desc limit 1
        """,
        row ->
            new Plan(
                row.text(2),
                row.text(3),
                row.date(4),
                row.text(5),
                row.dateOrNull(6),
                row.text(7),
                row.text(8),
                parts(row.id(1))),
        id,
        desk.scope().patterns());
  }

  private List<LateFine.Part> parts(UUID plan) {
    return sql.list(
        "select due, amount from case_instalment where plan_id = ? order by place",
        row -> new LateFine.Part(row.date(1), row.number(2)),
        plan);
  }

  /** Its remedies, the first one first. */
  @Allows(right = READ, reads = true)
  @Requirement("R92.16")
  public List<Remedy> remedies(UUID id) {
    return sql.list(
        """
        select r.kind, r.body, r.filed_on, r.officer_name, coalesce(r.outcome, ''), r.ended_on,
          r.note
        from case_remedy r join market_case c on c.id = r.case_id
          join area a on a.code = c.area_code
        where c.id = ? and a.path like any (?) order by r.filed_on, r.id
        """,
        row ->
            new Remedy(
                row.text(1),
                row.text(2),
                row.date(3),
                row.text(4),
                row.text(5),
                row.dateOrNull(6),
                row.text(7)),
        id,
        desk.scope().patterns());
  }
}
