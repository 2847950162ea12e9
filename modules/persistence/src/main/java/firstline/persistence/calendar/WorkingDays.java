package firstline.persistence.calendar;

import firstline.persistence.calendar.Holidays.Special;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * The calendar of one area: its own days first, then the nation's, then the week. Knows no
 * database, so a deadline can be counted many times on one reading of the area's days.
 */
public final class WorkingDays {
  /** No term of law is longer; a larger number is a mistake of typing. */
  public static final int MOST = 3_660;

  /**
   * One day.
   *
   * @param name of the holiday, the make-up workday or the area's own day; empty for a plain day
   * @param provisional true as long as a notice that can move this day is not published
   */
  public record Day(LocalDate date, boolean working, String name, boolean provisional) {}

  /**
   * Where a term ends.
   *
   * @param provisional true if any day that was counted or skipped is
   */
  public record Due(LocalDate date, boolean provisional) {}

  private final Holidays holidays;
  private final Map<LocalDate, Special> own;

  WorkingDays(Holidays holidays, Map<LocalDate, Special> own) {
    this.holidays = holidays;
    this.own = Map.copyOf(own);
  }

  /** The nation's days alone, for who asks without an area. */
  public static WorkingDays nation() {
    return new WorkingDays(Holidays.published(), Map.of());
  }

  /** The nation's days as they could be known on a day: no later notice, no later amendment. */
  public static WorkingDays nationKnownOn(LocalDate day) {
    return new WorkingDays(Holidays.knownOn(day), Map.of());
  }

  /** What the day is. An area's own day is decided by the area and never provisional. */
  public Day day(LocalDate date) {
    var ofArea = own.get(date);
    if (ofArea != null) {
      return new Day(date, ofArea.working(), ofArea.name(), false);
    }
    var provisional = !holidays.settled(date);
    var special = holidays.days().get(date);
    if (special != null) {
      // It stands in a notice, even if the year's other days do not yet.
      return new Day(date, special.working(), special.name(), false);
    }
    var weekend =
        date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    return new Day(date, !weekend, "", provisional);
  }

  /**
   * The {@code count}-th working day after the date; the date itself is not counted, as terms of
   * law begin on the day after. With 0 the date itself or, if nobody works on it, the next working
   * day.
   *
   * @param count 0 to {@link #MOST}
   */
  public Due plus(LocalDate date, int count) {
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException("a term has 0 to " + MOST + " working days: " + count);
    }
    var day = day(count == 0 ? date : date.plusDays(1));
    var provisional = day.provisional();
    var left = Math.max(1, count);
    while (!day.working() || --left > 0) {
      day = day(day.date().plusDays(1));
      provisional |= day.provisional();
    }
    return new Due(day.date(), provisional);
  }
}
