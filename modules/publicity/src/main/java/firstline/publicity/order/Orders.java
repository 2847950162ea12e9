package firstline.publicity.order;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Orders as the use cases change them: one at a time. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Orders {
  /**
   * An order that nobody else changes until the transaction ends.
   *
   * @param decided true if the quota or somebody decided
   * @param decidedName empty if the quota did
   */
  record Order(
      UUID id,
      String area,
      String path,
      Unit unit,
      String departmentName,
      UUID version,
      UUID asker,
      boolean decided,
      String decidedName,
      Standing standing) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Orders() {}

  /** For tests without a server. */
  Orders(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * The order.
   *
   * @throws NotFound if there is none within the scope
   */
  Order locked(UUID id, Scope scope) {
    // The lock is waited for before the facts are read, so that they are those of its end.
    sql.one("select 1 from copy_order where id = ? for update", row -> row.integer(1), id);
    return sql.one(
        """
        select o.id, o.area_code, a.path, o.unit, o.department_name, o.version_id, o.officer_id,
          o.granted is not null or o.declined is not null, o.decided_name,
          o.asked, o.granted::text, o.declined is not null, o.closed_at is not null,
          v.state in ('APPROVED', 'PUBLISHED') and coalesce(v.valid_until >= ?, true),
          coalesce(c.sent, 0), coalesce(c.received, 0), coalesce(c.on_the_way, 0)
        from copy_order o join area a on a.code = o.area_code
          join material_version v on v.id = o.version_id
          left join order_count c on c.order_id = o.id
        where o.id = ? and a.path like any (?)
        """,
        row ->
            new Order(
                row.id(1),
                row.text(2),
                row.text(3),
                Unit.valueOf(row.text(4)),
                row.text(5),
                row.id(6),
                row.id(7),
                row.flag(8),
                row.text(9),
                OrderQueries.standing(row, 10)),
        new Quotas(sql, clock).today(),
        id,
        scope.patterns());
  }
}
