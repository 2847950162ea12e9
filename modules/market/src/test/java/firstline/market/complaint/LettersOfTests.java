package firstline.market.complaint;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Desk;
import java.time.Clock;

/** What other slices' tests take letters in with. */
public final class LettersOfTests {
  private LettersOfTests() {}

  public static TakeInLetter takeIn(Sql sql, Desk desk, Clock clock) {
    return new TakeInLetter(sql, desk, clock, "a secret of tests that is long enough");
  }
}
