package firstline.persistence.calendar;

import firstline.persistence.calendar.NoticeOfHolidays.Problem;
import firstline.persistence.database.Ids;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Takes in a year's notice of holidays that came out after the product did. */
@ApplicationScoped
public class TakeInNotice {
  /** Years for which the product itself brings no notice may be taken in, and amended years too. */
  private static final int FIRST = 2019;

  private static final int LAST = 2099;

  /**
   * A notice.
   *
   * @param published the day on which it was published
   * @param lines as {@link NoticeOfHolidays} reads them
   */
  public record Command(
      @Min(FIRST) @Max(LAST) int year, @NotNull LocalDate published, @NotNull String lines) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TakeInNotice() {}

  TakeInNotice(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Takes it in whole, or nothing of it.
   *
   * @return what is wrong with its lines; empty if it was taken in
   * @throws NotFound if the officer's scope is not the whole
   * @throws Refusal {@code calendar.notice.published} for a day that is still to come or long
   *     before the year, {@code calendar.notice.known} if a notice of that day was taken in before
   */
  @Allows(right = Rights.ADMIN_SYSTEM)
  @Requirement("R15.6")
  public List<Problem> takeIn(@Valid Command command) {
    // It counts for everybody.
    sql.one(
        "select 1 from area where parent is null and path like any (?)",
        row -> row.integer(1),
        (Object) desk.scope().patterns());
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    if (command.published().isAfter(today) || command.published().getYear() < command.year() - 1) {
      throw new Refusal("calendar.notice.published", command.published().toString());
    }
    var notice = NoticeOfHolidays.read(command.year(), command.lines());
    if (!notice.problems().isEmpty()) {
      return notice.problems();
    }
    var id = Ids.next();
    var officer = desk.signedIn();
    var taken =
        sql.update(
            """
            insert into holiday_notice (id, year, published, taken_in_at, taken_in_by,
              taken_in_name)
            values (?, ?, ?, ?, ?, ?) on conflict (year, published) do nothing
            """,
            id,
            command.year(),
            command.published(),
            clock.instant(),
            officer.map(OfficerOnDuty::id).orElse(null),
            officer.map(OfficerOnDuty::name).orElse(""));
    if (taken == 0) {
      throw new Refusal("calendar.notice.known", command.published().toString());
    }
    sql.batch(
        "insert into holiday_day (notice_id, day, working, name) values (?, ?, ?, ?)",
        notice.days().entrySet().stream()
            .map(
                day ->
                    new Object[] {
                      id, day.getKey(), day.getValue().working(), day.getValue().name()
                    })
            .toList());
    return List.of();
  }
}
