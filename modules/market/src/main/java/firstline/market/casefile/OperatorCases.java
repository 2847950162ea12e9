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

/** Operators and their earlier cases, as officers see them. */
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
   * An operator who is at home within the scope, or of whom there is a case, an inspection or a
   * reminder letter there.
   *
   * @throws NotFound if there is none
   */
  @Allows(right = READ, reads = true)
  @Requirement({"R85.6", "R101.4"})
  public Operator operator(UUID id) {
    return sql.one(
        """
        select p.id, p.name, coalesce(p.credit_code, ''), p.person, p.premises, p.licence
        from operator p where p.id = ? and exists (
          select 1 from area a where a.path like any (?) and (a.code = p.area_code
            or a.code in (select c.area_code from market_case c where c.operator_id = p.id)
            or a.code in (select i.area_code from inspection i where i.operator_id = p.id)
            or a.code in (select t.area_code from price_reminder m
              join price_alert l on l.id = m.alert_id join price_point t on t.id = l.point_id
              where m.operator_id = p.id)))
        """,
        row ->
            new Operator(
                row.id(1), row.text(2), row.text(3), row.flag(4), row.text(5), row.text(6)),
        id,
        desk.scope().patterns());
  }
}
