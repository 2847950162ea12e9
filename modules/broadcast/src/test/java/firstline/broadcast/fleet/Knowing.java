package firstline.broadcast.fleet;

import firstline.broadcast.signature.ServerKey;
import firstline.persistence.database.Sql;
import java.time.Clock;

/** The check of tickets and the assignments without a server, for runs in other packages. */
public final class Knowing {
  private Knowing() {}

  /** Tickets as they are after a start: nobody is known. */
  public static Tickets tickets(Sql sql, Clock clock) {
    return new Tickets(sql, clock);
  }

  /** Assignments of the server with the key. */
  public static Assignments assignments(Sql sql, ServerKey key) {
    return new Assignments(sql, key, 60_000);
  }
}
