package firstline.broadcast.quiet;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Windows and budgets for writing, within the officer's scope; keeps their history. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class QuietBook {
  /** A CDI event, heard after the commit: programmes may have to change. */
  public record Changed() {}

  private static final int REASON = 500;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private Event<Changed> changed;

  private Consumer<Changed> told = event -> changed.fire(event);

  @SuppressWarnings("NullAway.Init")
  protected QuietBook() {}

  /** For tests without a server. */
  @SuppressWarnings("NullAway.Init")
  QuietBook(Sql sql, Desk desk, Clock clock, Consumer<Changed> told) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
    this.told = told;
  }

  /** Writes a window of an area of the officer's down; its id. */
  UUID window(String area, QuietKind kind, String title, Typed typed) {
    var id = Ids.next();
    var when = typed.when();
    sql.update(
        """
        insert into quiet_window (id, area_code, kind, title, dtstart, rrule, exdates, calendar,
          days, length, set_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        area,
        kind.name(),
        title,
        text(when.dtstart()),
        text(when.rrule()),
        String.join("\n", when.exdates() == null ? List.of() : when.exdates()),
        text(when.calendar()).isBlank() ? "ALL" : text(when.calendar()),
        String.join("\n", typed.days()),
        typed.minutes(),
        clock.instant());
    note(id, "SET", "");
    return id;
  }

  private static String text(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }

  /** Ends the budget of the area, if it has one, and writes another down. */
  @Requirement("R40.3")
  UUID budget(String area, int minutes, String reason) {
    requireMine(area);
    var before =
        sql.list(
            """
            update noise_budget set ended_at = ?, version = version + 1
            where area_code = ? and ended_at is null returning id
            """,
            row -> row.id(1),
            clock.instant(),
            area);
    before.forEach(id -> note(id, "ENDED", reason));
    var id = Ids.next();
    sql.update(
        "insert into noise_budget (id, area_code, minutes, set_at) values (?, ?, ?, ?)",
        id,
        area,
        minutes,
        clock.instant());
    note(id, "SET", reason);
    return id;
  }

  /**
   * Ends a window.
   *
   * @throws NotFound if it is not in the officer's areas
   * @throws Conflict if somebody was faster
   */
  @Requirement({"R40.3", "R40.4"})
  void endWindow(UUID id, long version, String reason) {
    requireMine(sql.one("select area_code from quiet_window where id = ?", row -> row.text(1), id));
    requireReason(reason);
    requireFirst(
        sql.update(
            """
            update quiet_window set ended_at = ?, version = version + 1
            where id = ? and version = ? and ended_at is null
            """,
            clock.instant(),
            id,
            version));
    note(id, "ENDED", reason);
  }

  /** Ends a budget, as {@link #endWindow} does. */
  @Requirement({"R40.3", "R40.4"})
  void endBudget(UUID id, long version, String reason) {
    requireMine(sql.one("select area_code from noise_budget where id = ?", row -> row.text(1), id));
    requireReason(reason);
    requireFirst(
        sql.update(
            """
            update noise_budget set ended_at = ?, version = version + 1
            where id = ? and version = ? and ended_at is null
            """,
            clock.instant(),
            id,
            version));
    note(id, "ENDED", reason);
  }

  private static void requireReason(String reason) {
    if (reason.isBlank() || reason.length() > REASON) {
      throw new Refusal("quiet.reason", REASON);
    }
  }

  private static void requireFirst(int changed) {
    if (changed == 0) {
      throw new Conflict();
    }
  }

  /** An area outside is refused as one that is not there: a stranger learns no more. */
  @Requirement("R40.4")
  void requireMine(String area) {
    var mine =
        sql.first(
            "select 1 from area where code = ? and path like any (?)",
            row -> row.integer(1),
            area,
            desk.scope().patterns());
    if (mine.isEmpty()) {
      throw new Refusal("quiet.area", area);
    }
  }

  private void note(UUID subject, String verb, String reason) {
    var officer = desk.officer();
    sql.update(
        """
        insert into quiet_step (id, subject_id, verb, at, officer_id, officer_name,
          department_name, reason) values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        subject,
        verb,
        clock.instant(),
        officer.id(),
        desk.nameInHistory(),
        officer.departmentName(),
        reason.strip());
    // Other nodes see it within a second, this one as soon as it is committed.
    sql.update("update broadcast_change set counter = counter + 1");
    told.accept(new Changed());
  }
}
