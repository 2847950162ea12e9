package firstline.broadcast.script;

import firstline.broadcast.schedule.Schedules;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Takes off the air what was read from a source that is corrected or withdrawn. */
@ApplicationScoped
public class RecallScripts {
  /**
   * A recall.
   *
   * @param before versions below this one
   * @param why in words, with the number of the source
   */
  public record Command(UUID source, int before, String why) {}

  @Inject private Sql sql;
  @Inject private Schedules schedules;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected RecallScripts() {}

  /** For tests without a server. */
  RecallScripts(Sql sql, Schedules schedules, Clock clock) {
    this.sql = sql;
    this.schedules = schedules;
    this.clock = clock;
  }

  @Allows(right = Rights.SYSTEM)
  @Requirement("R37.2")
  public void recall(Command command) {
    var now = clock.instant();
    var recalled =
        sql.list(
            """
            update script set recalled_at = ?, recalled_why = ?
            where source_id = ? and ordinal < ? and recalled_at is null returning id
            """,
            row -> row.id(1),
            now,
            command.why(),
            command.source(),
            command.before());
    recalled.forEach(script -> schedules.recall(script, command.why(), now));
  }
}
