package firstline.publicity.making;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Keeps a line that was handed over. */
@ApplicationScoped
public class KeepLine {
  /** A line, as the rumour department has reviewed it. */
  public record Command(
      String number, String language, String area, int ordinal, String hash, String line) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepLine() {}

  /** For tests without a server. */
  KeepLine(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Allows(right = Rights.SYSTEM)
  @Requirement("R71.1")
  public void keep(Command command) {
    sql.update(
        """
        insert into rebuttal_line (number, language, area_code, ordinal, hash, line, heard_at)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (number, language) do update set ordinal = excluded.ordinal,
          hash = excluded.hash, line = excluded.line, heard_at = excluded.heard_at
        where rebuttal_line.ordinal < excluded.ordinal
        """,
        command.number(),
        command.language(),
        command.area(),
        command.ordinal(),
        command.hash(),
        command.line(),
        clock.instant());
  }
}
