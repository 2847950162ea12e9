package firstline.broadcast.recurrence;

import firstline.persistence.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.function.Predicate;

/** Tries days by a rule's filters and its calendar, and remembers whether any was provisional. */
final class Considered implements Predicate<LocalDate> {
  private static final long DAY = 86_400;

  private final Predicate<LocalDate> filter;
  private final CalendarRule calendar;
  private final WorkingDays workingDays;
  private boolean provisional;

  Considered(Predicate<LocalDate> filter, CalendarRule calendar, WorkingDays workingDays) {
    this.filter = filter;
    this.calendar = calendar;
    this.workingDays = workingDays;
  }

  @Override
  public boolean test(LocalDate date) {
    if (!filter.test(date)) {
      return false;
    }
    provisional |= calendar.provisional(date, workingDays);
    return calendar.allows(date, workingDays);
  }

  /** True if a day tried so far can still be decided otherwise. */
  boolean provisional() {
    return provisional;
  }

  /** True if the day of this reading of the clock can still be decided otherwise. */
  boolean provisional(long local) {
    return calendar.provisional(LocalDate.ofEpochDay(Math.floorDiv(local, DAY)), workingDays);
  }
}
