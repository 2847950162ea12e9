package firstline.publicity.recall;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import firstline.publicity.PublicityRights;
import firstline.publicity.ledger.MoveCopies;
import firstline.publicity.ledger.Movement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Objects;
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

  /**
   * A task.
   *
   * @param number of the material
   */
  private record Asked(
      String kind, String subject, String area, long quantity, boolean answered, String number) {}

  /**
   * The copies as the ledger has them.
   *
   * @param above where they go back to; empty if they were printed into this very store
   */
  private record Held(UUID batch, long stock, String above) {}

  @Inject private Sql sql;
  @Inject private MoveCopies moveCopies;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected AnswerRecall() {}

  /** For tests without a server. */
  AnswerRecall(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.moveCopies = new MoveCopies(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Keeps the answer of the one whose task it is, or of a storekeeper above. Copies that a store
   * says it destroyed or sent back move in the ledger as well.
   *
   * @throws Refusal {@code recall.answered}, {@code recall.count} with what the holder was told to
   *     have, {@code recall.missing} with how many, {@code recall.note}, {@code recall.stock} with
   *     what the store really has, {@code recall.nowhere}
   */
  @Allows(right = READ)
  @Requirement({"R70.3", "R70.6"})
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
    if (asked.kind().equals("STOCK") || asked.kind().equals("TRANSIT")) {
      move(asked, command);
    }
  }

  private void move(Asked asked, Command command) {
    var going = command.destroyed() + command.returned();
    if (going == 0) {
      return;
    }
    var held = held(asked);
    // Both together: a refusal after half of it would name what the other half left.
    if (held.stock() < going) {
      throw new Refusal("recall.stock", held.stock(), going);
    }
    if (command.destroyed() > 0) {
      moveCopies.carryOut(movement(asked, held, Movement.Kind.DESTROY, command.destroyed()));
    }
    if (command.returned() > 0) {
      if (held.above().isEmpty()) {
        throw new Refusal("recall.nowhere");
      }
      moveCopies.carryOut(movement(asked, held, Movement.Kind.SEND, command.returned()));
      tellAbove(command, held.above());
    }
  }

  /** What comes back is the next store's to answer for, until the last one destroys it. */
  private void tellAbove(Command command, String above) {
    sql.update(
        """
        insert into recall_task (id, recall_id, version_id, kind, area_code, holder, subject,
          quantity, told_at)
        select ?, t.recall_id, t.version_id, 'TRANSIT', a.code, a.name, t.subject, ?, ?
        from recall_task t join area a on a.code = ? where t.id = ?
        """,
        Ids.next(),
        command.returned(),
        clock.instant(),
        above,
        command.task());
  }

  private Held held(Asked asked) {
    return sql.first(
            """
            select b.id, h.quantity, case when a.code = b.area_code then '' else a.parent end
            from print_run b join holding h on h.batch_id = b.id
              join area a on a.code = h.area_code
            where b.number = ? and a.code = ? for update of h
            """,
            row ->
                new Held(
                    row.id(1), row.number(2), Objects.requireNonNullElse(row.textOrNull(3), "")),
            asked.subject(),
            asked.area())
        // What is on its way to a place for the first time has no store there yet.
        .orElseThrow(() -> new Refusal("recall.stock", 0, asked.quantity()));
  }

  private Movement movement(Asked asked, Held held, Movement.Kind kind, long quantity) {
    return new Movement(
        Ids.next(),
        held.batch(),
        kind,
        asked.area(),
        kind == Movement.Kind.SEND ? held.above() : "",
        null,
        quantity,
        "",
        0,
        "",
        asked.number());
  }

  private Asked asked(UUID task) {
    var me = desk.officer();
    return sql.first(
            """
            select t.kind, t.subject, t.area_code, t.quantity, t.answered_at is not null, m.number
            from recall_task t join area a on a.code = t.area_code
              join material_recall r on r.id = t.recall_id join material m on m.id = r.material_id
            where t.id = ? and (t.officer_id = ?
              or t.officer_id is null and (a.path like any (?) or a.path like any (?)))
            """,
            row ->
                new Asked(
                    row.text(1), row.text(2), row.text(3), row.number(4), row.flag(5), row.text(6)),
            task,
            me.id(),
            me.scope(PublicityRights.STOCK).patterns(),
            me.scope(PublicityRights.RECALL).patterns())
        .orElseThrow(NotFound::new);
  }
}
