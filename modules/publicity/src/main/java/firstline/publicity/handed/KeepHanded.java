package firstline.publicity.handed;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Keeps a text that was handed over, or lets it end. */
@ApplicationScoped
public class KeepHanded {
  /** A text, as its department has reviewed it. */
  public record Command(String number, String area, String title, String body, String hash) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepHanded() {}

  /** For tests without a server. */
  KeepHanded(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Keeps it, once. */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R94.11")
  public void keep(Command command) {
    sql.update(
        """
        insert into handed_text (number, area_code, title, body, hash, heard_at)
        values (?, ?, ?, ?, ?, ?) on conflict (number) do nothing
        """,
        command.number(),
        command.area(),
        command.title(),
        command.body(),
        command.hash(),
        clock.instant());
  }

  /** Its department has taken it off. */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R94.11")
  public void end(String number, String why) {
    sql.update("update handed_text set ended_why = ? where number = ?", why, number);
  }
}
