package firstline.market.inspect;

import firstline.market.MarketRights;
import firstline.persistence.database.Sql;
import firstline.persistence.openwork.OpenWorkContribution;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Inspections that an officer was named for. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class OpenInspections implements OpenWorkContribution {
  @Inject private Sql sql;
  @Inject private Inspections inspections;

  @SuppressWarnings("NullAway.Init")
  protected OpenInspections() {}

  /** For tests without a server. */
  public OpenInspections(Sql sql, Inspections inspections) {
    this.sql = sql;
    this.inspections = inspections;
  }

  @Override
  public String kind() {
    return "inspection";
  }

  @Override
  public List<Item> open(UUID officer) {
    return sql.list(
        """
        select c.id, c.number, c.title, a.path from inspection c
          join inspection_officer o on o.inspection_id = c.id join area a on a.code = c.area_code
        where o.officer_id = ? and c.state not in ('CONFIRMED', 'NO_FINDING', 'CORRECTED', 'LEAD', 'CASE')
        order by c.number, c.id
        """,
        row ->
            new Item(
                "inspection",
                row.id(1),
                row.text(2),
                row.text(3),
                "/console/market/inspection?id=" + row.id(1),
                MarketRights.INSPECT,
                row.text(4)),
        officer);
  }

  @Override
  public boolean has(Item item, UUID successor) {
    return sql.first(
            "select 1 from inspection_officer where inspection_id = ? and officer_id = ?",
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
            "update inspection set version = version + 1 where id = ? returning state",
            row -> row.text(1),
            item.id());
    var passed =
        sql.update(
            """
            update inspection_officer set officer_id = ?, officer_name = ?
            where inspection_id = ? and officer_id = ?
            """,
            to.id(),
            to.name(),
            item.id(),
            from);
    if (passed == 0) {
      throw new Conflict();
    }
    inspections.write(item.id(), "PASS_ON", InspectionState.valueOf(state), note);
  }
}
