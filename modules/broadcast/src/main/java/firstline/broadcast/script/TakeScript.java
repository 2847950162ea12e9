package firstline.broadcast.script;

import firstline.broadcast.verse.TextKind;
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
   * @param textKind how it is written
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
      TextKind textKind,
      int seconds) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TakeScript() {}

  /** For tests without a server. */
  TakeScript(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Allows(right = Rights.SYSTEM)
  @Requirement({"R37.1", "R54.2"})
  public void take(Command command) {
    sql.update(
        """
        insert into script (id, area_code, source_id, source, ordinal, hash, language, text,
          text_kind, seconds, received_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
        command.textKind().name(),
        command.seconds(),
        clock.instant());
  }
}
