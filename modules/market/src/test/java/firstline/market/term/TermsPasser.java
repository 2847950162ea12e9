package firstline.market.term;

import firstline.persistence.database.TestDatabase;
import java.time.Clock;

/** Lets terms lapse that are over, as the server does every minute. */
public final class TermsPasser {
  private TermsPasser() {}

  public static void pass(Clock clock) {
    TestDatabase.inTransaction(sql -> new WarnOfTerms(sql, clock).run());
  }
}
