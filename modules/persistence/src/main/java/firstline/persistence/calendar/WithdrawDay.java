package firstline.persistence.calendar;

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
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;

/** Withdraws a day that an area declared, as long as it is not over. */
@ApplicationScoped
public class WithdrawDay {
  /**
   * The day of the area that declared it.
   *
   * @param code of the area
   */
  public record Command(
      @NotNull @Pattern(regexp = "[0-9]{12}") String code, @NotNull LocalDate date) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected WithdrawDay() {}

  WithdrawDay(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Withdraws; the day is again what the areas above, the nation and the week make of it.
   *
   * @throws NotFound if no area in scope declared it
   * @throws Refusal {@code calendar.past} for a day that is over
   */
  @Allows(right = Rights.ADMIN_SYSTEM)
  @Requirement("R15.4")
  public void withdraw(@Valid Command command) {
    if (command.date().isBefore(LocalDate.ofInstant(clock.instant(), Clocks.ZONE))) {
      throw new Refusal("calendar.past", command.date().toString());
    }
    var withdrawn =
        sql.update(
            """
            delete from calendar_overlay where area_code = ? and day = ?
              and area_code in (select code from area where path like any (?))
            """,
            command.code(),
            command.date(),
            desk.scope().patterns());
    if (withdrawn == 0) {
      throw new NotFound();
    }
  }
}
