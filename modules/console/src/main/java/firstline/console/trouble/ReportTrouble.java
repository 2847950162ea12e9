package firstline.console.trouble;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports what does not work; an administrator answers and closes it. */
@ApplicationScoped
public class ReportTrouble {
  /** So many reports an officer makes in an hour. */
  static final int MOST = 20;

  /**
   * A report.
   *
   * @param page address of the page, as the browser had it
   * @param width of the window in pixels; null if it is not known
   * @param incident id that the error page named; empty for none
   */
  public record Command(
      @NotBlank @Size(max = 2000) String said,
      @NotNull @Size(max = 4000) String page,
      @NotNull @Pattern(regexp = "zh|en") String language,
      @NotNull @Pattern(regexp = "auto|light|dark") String theme,
      @Nullable @Min(100) @Max(20000) Integer width,
      @NotNull @Pattern(regexp = "([0-9A-F]{8})?") String incident) {}

  /** What is said to a report. */
  public record Answer(@NotNull UUID id, @NotNull @Size(max = 2000) String said) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ReportTrouble() {}

  /** For tests without a server. */
  ReportTrouble(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** Keeps the report. */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R111.1")
  public UUID report(@Valid Command command) {
    var me = desk.officer();
    var now = clock.instant();
    var lately =
        sql.one(
            "select count(*) from trouble where officer_id = ? and reported_at > ?",
            row -> row.integer(1),
            me.id(),
            now.minus(Duration.ofHours(1)));
    if (lately >= MOST) {
      throw new Refusal("trouble.too-many", MOST);
    }
    var id = Ids.next();
    sql.update(
        """
        insert into trouble (id, said, page, language, theme, width, incident, officer_id,
          officer_name, department_name, area_code, reported_at, state)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')
        """,
        id,
        command.said().strip(),
        Where.of(command.page()),
        command.language(),
        command.theme(),
        command.width(),
        command.incident(),
        me.id(),
        me.name(),
        me.departmentName(),
        me.areaCode(),
        now);
    return id;
  }

  /** Answers it; it may be answered again. */
  @Allows(right = Rights.ADMIN_SYSTEM)
  @Requirement({"R111.2", "R111.3"})
  public void answer(@Valid Answer command) {
    if (command.said().isBlank()) {
      throw new Refusal("trouble.no-words");
    }
    move(command, "ANSWERED");
  }

  /** Closes it, with or without a word. */
  @Allows(right = Rights.ADMIN_SYSTEM)
  @Requirement({"R111.2", "R111.3"})
  public void close(@Valid Answer command) {
    move(command, "CLOSED");
  }

  private void move(Answer command, String state) {
    var moved =
        sql.update(
            """
            update trouble set state = ? where id = ? and state <> 'CLOSED'
              and exists (select 1 from area a where a.code = area_code and a.path like any (?))
            """,
            state,
            command.id(),
            desk.scope().patterns());
    if (moved == 0) {
      throw new NotFound();
    }
    step(command.id(), state, command.said().strip());
  }

  /** Who reported it has seen what was said to it. */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R111.3")
  public void see(UUID id) {
    if (sql.first(
            "select 1 from trouble where id = ? and officer_id = ?",
            row -> row.integer(1),
            id,
            desk.officer().id())
        .isEmpty()) {
      throw new NotFound();
    }
    step(id, "SEEN", "");
  }

  private void step(UUID id, String step, String said) {
    sql.update(
        """
        insert into trouble_step (id, trouble_id, step, officer_name, said, at)
        values (?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        id,
        step,
        desk.officer().name(),
        said,
        clock.instant());
  }
}
