package firstline.market.casefile;

import static firstline.market.MarketRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** What came of what: price alerts, leads and cases, each as far as whoever looks may see it. */
@ApplicationScoped
public class Links {
  /** A record and its number. */
  public record Link(UUID id, String number) {}

  /** A lead of which a case is to be filed: never who sent it, nor what they wrote. */
  public record Lead(String number, String area, String operator, String place, String goods) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected Links() {}

  /** For tests without a server. */
  Links(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /**
   * The lead as a case begins with it.
   *
   * @throws NotFound if it is not filed, or outside the scope
   */
  @Allows(right = READ, reads = true)
  @Requirement("R92.1")
  public Lead lead(UUID id) {
    return sql.one(
        """
        select c.number, c.area_code, c.operator, c.place, c.goods
        from complaint c join area a on a.code = c.area_code
        where c.id = ? and c.kind = 'TIPOFF' and c.state = 'FILED' and a.path like any (?)
        """,
        row -> new Lead(row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)),
        id,
        desk.scope().patterns());
  }

  /** The case of a source. */
  @Allows(right = READ, reads = true)
  @Requirement("R92.1")
  public Optional<Link> caseOf(String source) {
    return sql.first(
        """
        select c.id, c.number from market_case c join area a on a.code = c.area_code
        where c.source = ? and c.source <> '' and a.path like any (?)
        """,
        row -> new Link(row.id(1), row.text(2)),
        source,
        desk.scope().patterns());
  }

  /** The lead of the number. */
  @Allows(right = READ, reads = true)
  @Requirement("R92.1")
  public Optional<Link> leadOf(String number) {
    return sql.first(
        """
        select c.id, c.number from complaint c join area a on a.code = c.area_code
        where c.number = ? and c.kind = 'TIPOFF' and a.path like any (?)
        """,
        row -> new Link(row.id(1), row.text(2)),
        number,
        desk.scope().patterns());
  }

  /** The lead that an alert became. */
  @Allows(right = READ, reads = true)
  @Requirement("R92.2")
  public Optional<Link> leadOfAlert(UUID alert) {
    return sql.first(
        """
        select c.id, c.number from lead_origin o join complaint c on c.id = o.lead_id
          join area a on a.code = c.area_code
        where o.alert_id = ? and a.path like any (?)
        """,
        row -> new Link(row.id(1), row.text(2)),
        alert,
        desk.scope().patterns());
  }

  /** The alert that a lead came from. */
  @Allows(right = READ, reads = true)
  @Requirement("R92.2")
  public Optional<UUID> alertOf(UUID lead) {
    return sql.first(
        """
        select o.alert_id from lead_origin o join complaint c on c.id = o.lead_id
          join area a on a.code = c.area_code
        where o.lead_id = ? and a.path like any (?)
        """,
        row -> row.id(1),
        lead,
        desk.scope().patterns());
  }
}
