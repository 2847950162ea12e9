package firstline.broadcast.fleet;

import firstline.persistence.database.Sql;
import java.time.Clock;

/** The check of tickets without a server, for runs in other packages. */
public final class Knowing {
  private Knowing() {}

  /** Tickets as they are after a start: nobody is known. */
  public static Tickets tickets(Sql sql, Clock clock) {
    return new Tickets(sql, clock);
  }
}
