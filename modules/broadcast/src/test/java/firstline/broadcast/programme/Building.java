package firstline.broadcast.programme;

import firstline.broadcast.signature.ServerKey;
import firstline.persistence.database.Sql;
import java.time.Clock;

/** The building of programmes without a server, for runs in other packages. */
public final class Building {
  private Building() {}

  /** A builder as it is after a start: it remembers nothing. */
  public static BuildProgrammes builder(Sql sql, ServerKey key, Clock clock, int poll) {
    return new BuildProgrammes(sql, key, clock, poll);
  }
}
