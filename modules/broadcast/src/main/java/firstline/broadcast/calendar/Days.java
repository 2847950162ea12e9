package firstline.broadcast.calendar;

import firstline.broadcast.recurrence.Recurrence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days as addresses name them. */
final class Days {
  private Days() {}

  /** The day; empty for what is none, or lies where no recurrence may. */
  static Optional<LocalDate> read(String text) {
    if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> !day.isBefore(Recurrence.FIRST) && !day.isAfter(Recurrence.LAST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
