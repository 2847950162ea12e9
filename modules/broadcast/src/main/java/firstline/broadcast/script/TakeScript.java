package firstline.broadcast.script;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Keeps a script that was handed over, once. */
@ApplicationScoped
public class TakeScript {
  /**
   * A script.
   *
   * @param source id of the rebuttal that it comes from
   * @param number of it, as people call it
   * @param ordinal of its version
   * @param hash of the version that was reviewed there
   * @param seconds that reading it takes
   */
  public record Command(
      UUID source,
      String number,
      int ordinal,
      String hash,
      String area,
      String language,
      String text,
      int seconds) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  @Allows(right = Rights.SYSTEM)
  @Requirement("R37.1")
  public void take(Command command) {
    sql.update(
        """
        insert into script (id, area_code, source_id, source, ordinal, hash, language, text,
          seconds, received_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (source_id, ordinal) do nothing
        """,
        Ids.next(),
        command.area(),
        command.source(),
        command.number(),
        command.ordinal(),
        command.hash(),
        command.language(),
        command.text(),
        command.seconds(),
        clock.instant());
  }
}
