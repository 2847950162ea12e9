package firstline.publicity.recall;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** A holder says what became of what they had. */
@ApplicationScoped
public class AnswerRecall {
  static final int NOTE = 200;

  /**
   * An answer.
   *
   * @param note why some are missing; may be empty if none are
   */
  public record Command(@NotNull UUID task, long destroyed, long returned, @NotNull String note) {}

  private record Asked(long quantity, boolean answered) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected AnswerRecall() {}

  /** For tests without a server. */
  AnswerRecall(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Keeps the answer of the one whose task it is, or of a storekeeper above.
   *
   * @throws Refusal {@code recall.answered}, {@code recall.count} with what the holder has, {@code
   *     recall.missing} with how many, {@code recall.note}
   */
  @Allows(right = READ)
  @Requirement("R70.3")
  public void answer(@Valid Command command) {
    var asked = asked(command.task());
    var note = PlainText.line(command.note());
    if (asked.answered()) {
      throw new Refusal("recall.answered");
    }
    if (command.destroyed() < 0
        || command.returned() < 0
        || command.destroyed() > asked.quantity()
        || command.returned() > asked.quantity() - command.destroyed()) {
      throw new Refusal("recall.count", asked.quantity());
    }
    var missing = asked.quantity() - command.destroyed() - command.returned();
    if (missing > 0 && note.isEmpty()) {
      throw new Refusal("recall.missing", missing);
    }
    if (note.length() > NOTE) {
      throw new Refusal("recall.note", NOTE);
    }
    var kept =
        sql.update(
            """
            update recall_task set answered_at = ?, destroyed = ?, returned = ?, note = ?,
              answered_name = ? where id = ? and answered_at is null
            """,
            clock.instant(),
            command.destroyed(),
            command.returned(),
            note,
            desk.officer().name(),
            command.task());
    if (kept == 0) {
      throw new Refusal("recall.answered");
    }
  }

  private Asked asked(UUID task) {
    var me = desk.officer();
    return sql.first(
            """
            select t.quantity, t.answered_at is not null
            from recall_task t join area a on a.code = t.area_code
            where t.id = ? and (t.officer_id = ?
              or t.officer_id is null and (a.path like any (?) or a.path like any (?)))
            """,
            row -> new Asked(row.number(1), row.flag(2)),
            task,
            me.id(),
            me.scope(PublicityRights.STOCK).patterns(),
            me.scope(PublicityRights.RECALL).patterns())
        .orElseThrow(NotFound::new);
  }
}
