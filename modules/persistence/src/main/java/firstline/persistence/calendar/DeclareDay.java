package firstline.persistence.calendar;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;

/** Declares a working day or a day off of an area's own: a flood, a make-up day afterwards. */
@ApplicationScoped
public class DeclareDay {
  /** No authority declares days farther ahead; a later one is a mistake of typing. */
  static final int YEARS_AHEAD = 2;

  /** What the day is to be. */
  public enum Kind {
    WORKING,
    OFF
  }

  /**
   * A day of an area and everything below it.
   *
   * @param code of the area
   * @param reason as it is shown wherever the day is
   */
  public record Command(
      @NotNull @Pattern(regexp = "[0-9]{12}") String code,
      @NotNull LocalDate date,
      @NotNull Kind kind,
      @NotBlank @Size(min = 1, max = 80) String reason) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected DeclareDay() {}

  DeclareDay(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Declares.
   *
   * @throws NotFound if there is no such area in scope
   * @throws Refusal {@code calendar.past} for a day that is over: terms were counted by it; {@code
   *     calendar.too-far}; {@code calendar.declared} if the area has declared the day before
   */
  @Allows(right = Rights.ADMIN_SYSTEM)
  @Requirement("R15.4")
  public void declare(@Valid Command command) {
    sql.one(
        "select 1 from area where code = ? and path like any (?)",
        row -> row.integer(1),
        command.code(),
        desk.scope().patterns());
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    if (command.date().isBefore(today)) {
      throw new Refusal("calendar.past", command.date().toString());
    }
    if (command.date().isAfter(today.plusYears(YEARS_AHEAD))) {
      throw new Refusal("calendar.too-far", YEARS_AHEAD);
    }
    var declared =
        sql.update(
            """
            insert into calendar_overlay (area_code, day, working, name, declared_by, declared_at)
            values (?, ?, ?, ?, ?, ?) on conflict (area_code, day) do nothing
            """,
            command.code(),
            command.date(),
            command.kind() == Kind.WORKING,
            command.reason().strip(),
            desk.signedIn().map(OfficerOnDuty::id).orElse(null),
            clock.instant());
    if (declared == 0) {
      throw new Refusal("calendar.declared", command.date().toString());
    }
  }
}
