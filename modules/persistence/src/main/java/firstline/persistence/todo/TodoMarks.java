package firstline.persistence.todo;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What an officer noted on their own list of to-dos: put off until tomorrow, or seen. Nothing that
 * is counted changes by it, and each step can be taken back as a whole.
 */
@ApplicationScoped
public class TodoMarks {
  /** Rows of one step. */
  public static final int MOST = 100;

  /** What is noted. Words: {@code home.mark.<name>}. */
  public enum Mark {
    /** Not shown before tomorrow. */
    PUT_OFF,
    /** Shown behind what is new. */
    SEEN;

    /** True if the item may be noted so: what is late before it comes back cannot be put off. */
    public boolean allows(TodoItem item, Instant now) {
      return this != PUT_OFF || item.due() == null || item.due().isAfter(tomorrow(now));
    }

    /** The first moment of tomorrow in China. */
    static Instant tomorrow(Instant now) {
      return LocalDate.ofInstant(now, Clocks.ZONE)
          .plusDays(1)
          .atStartOfDay(Clocks.ZONE)
          .toInstant();
    }
  }

  /** The rows of one step. */
  public record Command(
      @NotNull Mark mark, @NotNull @Size(min = 1, max = MOST) List<TodoItem> items) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TodoMarks() {}

  /** For tests without a server. */
  public TodoMarks(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Notes it, in place of what was noted before; tells by which id the step is taken back.
   *
   * @throws Refusal {@code todo.due} with the title of what cannot be put off
   */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement({"R102.5", "R102.6"})
  public UUID mark(@Valid Command command) {
    var now = clock.instant();
    for (var item : command.items()) {
      if (!command.mark().allows(item, now)) {
        throw new Refusal("todo.due", item.title());
      }
    }
    var step = Ids.next();
    var officer = desk.officer().id();
    var until = command.mark() == Mark.PUT_OFF ? Mark.tomorrow(now) : null;
    sql.batch(
        """
        insert into todo_mark (officer_id, mark, state, until, step, noted_at) values (?, ?, ?, ?, ?, ?)
        on conflict (officer_id, mark) do update
          set state = excluded.state, until = excluded.until, step = excluded.step,
            noted_at = excluded.noted_at
        """,
        command.items().stream()
            .map(
                item ->
                    new Object[] {officer, item.mark(), command.mark().name(), until, step, now})
            .toList());
    return step;
  }

  /**
   * Takes a step back.
   *
   * @throws NotFound if the officer at the desk took no such step, or has taken it back
   */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R102.5")
  public void undo(UUID step) {
    var gone =
        sql.update(
            "delete from todo_mark where officer_id = ? and step = ?", desk.officer().id(), step);
    if (gone == 0) {
      throw new NotFound();
    }
  }

  /** How many rows a step of the officer's own still holds. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public long held(UUID step) {
    return sql.one(
        "select count(*) from todo_mark where officer_id = ? and step = ?",
        row -> row.number(1),
        desk.officer().id(),
        step);
  }

  /** What the officer noted and what still holds, by {@link TodoItem#mark()}. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public Map<String, Mark> marks() {
    return sql
        .list(
            """
            select mark, state from todo_mark
            where officer_id = ? and (until is null or until > ?)
            """,
            row -> Map.entry(row.text(1), Mark.valueOf(row.text(2))),
            desk.officer().id(),
            clock.instant())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
