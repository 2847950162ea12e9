package firstline.rumour.rumour;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Desk;
import java.util.List;

/** The board of somebody, for tests of other packages. */
public final class BoardQueriesOf {
  private BoardQueriesOf() {}

  public static List<BoardQueries.Lane> lanes(Sql sql, Desk desk) {
    return new BoardQueries(sql, desk).lanes();
  }
}
