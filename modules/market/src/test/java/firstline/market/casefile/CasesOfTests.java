package firstline.market.casefile;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Desk;
import java.time.Clock;

/** What other slices' tests file cases with. */
public final class CasesOfTests {
  private CasesOfTests() {}

  public static FileCase fileCase(Sql sql, Desk desk, Clock clock) {
    return new FileCase(sql, desk, clock);
  }
}
