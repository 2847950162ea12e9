package firstline.console.signin;

import firstline.persistence.database.Row;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.OfficerOnDuty.Grant;
import java.sql.SQLException;

/**
 * Reads who sits at the desk, whatever let them in: nine columns from the officer's id to the
 * language, and the grants, each as {@code right path}.
 */
final class Seat {
  private Seat() {}

  static OfficerOnDuty of(Row row, int grants) throws SQLException {
    return new OfficerOnDuty(
        row.id(1),
        row.text(2),
        row.text(3),
        row.id(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.text(9),
        row.texts(grants).stream()
            .map(text -> text.split(" ", 2))
            .map(parts -> new Grant(parts[0], parts[1]))
            .toList(),
        null);
  }
}
