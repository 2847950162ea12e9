package firstline.persistence.screen;

import firstline.persistence.database.Row;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Words;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A step of a record whose facts stand in its own row: drafted, published, withdrawn.
 *
 * @param officer empty if the server took it itself
 * @param step its words: {@code history.step.<step>}
 * @param reason empty if none was given
 */
public record Step(Instant at, String officer, String step, String reason) {
  /** Columns 1 to 4: when, who, step, reason. */
  public static Step of(Row row) throws SQLException {
    return new Step(row.instant(1), row.text(2), row.text(3), row.text(4));
  }

  /** As the component {@code fl:history} shows it. */
  @Requirement("R126.3")
  public Happening told(Words words) {
    return new Happening(at, officer, "", words.get("history.step." + step), reason);
  }
}
