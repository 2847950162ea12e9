package firstline.broadcast.receipt;

import firstline.persistence.database.Sql;
import java.time.Clock;
import java.util.List;

/** The take-over of receipts without a server, for runs in other packages. */
public final class Receiving {
  private Receiving() {}

  /** Takes one batch over, in the transaction of the statements. */
  public static KeepReceipts.Kept keep(Sql sql, Clock clock, KeepReceipts.Signed batch) {
    return new KeepReceipts(sql, clock).keep(List.of(batch)).get(0);
  }
}
