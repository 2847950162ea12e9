package firstline.console.circular;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** What an addressee does with a notice: opens it, acknowledges it. Each is kept once. */
@ApplicationScoped
public class ReadCircular {
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ReadCircular() {}

  /** For tests without a server. */
  ReadCircular(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** It was opened. */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R109.2")
  public void open(UUID id) {
    require(id);
    keep(id, "READ");
  }

  /**
   * It is acknowledged, which is to have read it.
   *
   * @throws Refusal {@code circular.withdrawn} if it was taken back, {@code circular.only-read} if
   *     that is not asked
   */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement({"R109.2", "R109.5"})
  public void acknowledge(UUID id) {
    require(id);
    var asked =
        sql.one(
            """
            select c.due_at is not null, exists (select 1 from circular_step s
              where s.circular_id = c.id and s.step = 'WITHDRAWN')
            from circular c where c.id = ?
            """,
            row -> new boolean[] {row.flag(1), row.flag(2)},
            id);
    if (asked[1]) {
      throw new Refusal("circular.withdrawn");
    }
    if (!asked[0]) {
      throw new Refusal("circular.only-read");
    }
    keep(id, "READ");
    keep(id, "ACKNOWLEDGED");
  }

  private void require(UUID id) {
    if (sql.first(
            "select 1 from circular_addressee where circular_id = ? and officer_id = ?",
            row -> row.integer(1),
            id,
            desk.officer().id())
        .isEmpty()) {
      throw new NotFound();
    }
  }

  private void keep(UUID id, String fact) {
    sql.update(
        """
        insert into circular_fact (circular_id, officer_id, fact, at) values (?, ?, ?, ?)
        on conflict do nothing
        """,
        id,
        desk.officer().id(),
        fact,
        clock.instant());
  }
}
