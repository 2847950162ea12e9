package firstline.market.casefile;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.right.Desk;
import java.time.Clock;
import java.util.UUID;

/** A case as an officer reads it, for tests of other slices. */
public final class CaseLook {
  private CaseLook() {}

  /** The case. */
  public static CaseQueries.View at(Desk desk, Clock clock, UUID id) {
    return new CaseQueries(TestDatabase.sql(), desk, clock).one(id);
  }
}
