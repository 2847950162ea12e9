package firstline.broadcast.receipt;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** Makes the parts of the months ahead, in which receipts are kept: a server may run for years. */
@ApplicationScoped
public class MakeMonths {
  private static final int AHEAD = 6;

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected MakeMonths() {}

  /** For tests without a server. */
  MakeMonths(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** The last day for which there is to be a part. */
  @Allows(right = Rights.SYSTEM, ownRecord = true)
  public LocalDate make() {
    var until = LocalDate.ofInstant(clock.instant(), Clocks.ZONE).plusMonths(AHEAD);
    sql.list("select broadcast_months(?::date)::text", row -> "", until);
    return until;
  }
}
