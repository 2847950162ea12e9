package firstline.market.casefile;

import firstline.market.MarketRights;
import firstline.persistence.database.Sql;
import firstline.persistence.openwork.OpenWorkContribution;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Cases that an officer investigates. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class OpenCases implements OpenWorkContribution {
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected OpenCases() {}

  /** For tests without a server. */
  public OpenCases(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "case";
  }

  @Override
  public List<Item> open(UUID officer) {
    return sql.list(
        """
        select c.id, c.number, c.title, a.path from market_case c
          join case_officer o on o.case_id = c.id join area a on a.code = c.area_code
        where o.officer_id = ? and c.state not in ('REJECTED', 'CLOSED', 'ARCHIVED')
        order by c.number, c.id
        """,
        row ->
            new Item(
                "case",
                row.id(1),
                row.text(2),
                row.text(3),
                "/console/market/case?id=" + row.id(1),
                MarketRights.CASE,
                row.text(4)),
        officer);
  }

  @Override
  public boolean has(Item item, UUID successor) {
    return sql.first(
            "select 1 from case_officer where case_id = ? and officer_id = ?",
            row -> row.integer(1),
            item.id(),
            successor)
        .isPresent();
  }

  @Override
  @Requirement("R114.2")
  public void pass(Item item, UUID from, Successor to, String note) {
    var state =
        sql.one(
            "update market_case set version = version + 1 where id = ? returning state",
            row -> row.text(1),
            item.id());
    var passed =
        sql.update(
            """
            update case_officer set officer_id = ?, officer_name = ?
            where case_id = ? and officer_id = ?
            """,
            to.id(),
            to.name(),
            item.id(),
            from);
    if (passed == 0) {
      throw new Conflict();
    }
    CaseEvents.write(
        sql,
        item.id(),
        clock.instant(),
        "PASS_ON",
        CaseState.valueOf(state),
        desk.nameInHistory(),
        note);
  }
}
