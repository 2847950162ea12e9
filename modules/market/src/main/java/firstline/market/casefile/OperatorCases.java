package firstline.market.casefile;

import static firstline.market.MarketRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Operators and their cases, as officers see them. */
@ApplicationScoped
public class OperatorCases {
  /** Who does business. */
  public record Operator(
      UUID id, String name, String code, boolean person, String premises, String licence) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected OperatorCases() {}

  /** For tests without a server. */
  OperatorCases(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** Other cases of the operator that were decided, the latest first. */
  @Allows(right = READ, reads = true)
  public List<CaseQueries.Line> earlier(UUID operator, UUID not) {
    return sql.list(
        CaseQueries.LINE
            + """
            from market_case c join area a on a.code = c.area_code
              join operator p on p.id = c.operator_id
            where c.operator_id = ? and c.id <> ? and c.decided_on is not null
              and a.path like any (?) order by c.decided_on desc, c.id limit 20
            """,
        CaseQueries::line,
        operator,
        not,
        desk.scope().patterns());
  }

  /**
   * An operator of whom there is a case within the scope.
   *
   * @throws NotFound if there is none
   */
  @Allows(right = READ, reads = true)
  @Requirement("R85.6")
  public Operator operator(UUID id) {
    return sql.one(
        """
        select p.id, p.name, coalesce(p.credit_code, ''), p.person, p.premises, p.licence
        from operator p where p.id = ? and exists (
          select 1 from market_case c join area a on a.code = c.area_code
          where c.operator_id = p.id and a.path like any (?))
        """,
        row ->
            new Operator(
                row.id(1), row.text(2), row.text(3), row.flag(4), row.text(5), row.text(6)),
        id,
        desk.scope().patterns());
  }

  /** Its cases, the latest first. */
  @Allows(right = READ, reads = true)
  @Requirement("R85.6")
  public List<CaseQueries.Line> ofOperator(UUID operator) {
    return sql.list(
        CaseQueries.LINE
            + """
            from market_case c join area a on a.code = c.area_code
              join operator p on p.id = c.operator_id
            where c.operator_id = ? and a.path like any (?)
            order by c.filed_at desc, c.id desc limit 200
            """,
        CaseQueries::line,
        operator,
        desk.scope().patterns());
  }
}
