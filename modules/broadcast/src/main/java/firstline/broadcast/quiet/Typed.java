package firstline.broadcast.quiet;

import firstline.broadcast.recurrence.Recurrence;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * The time of a window as it is typed.
 *
 * @param when a recurrence; with days only the hour of its start counts
 * @param days {@code 2026-06-07}; empty for a recurrence
 * @param minutes how long it lasts
 */
public record Typed(@NotNull Recurrence.Text when, @NotNull List<String> days, int minutes) {
  /** Reads it, as {@link QuietTime#read} does. */
  QuietTime read() {
    return QuietTime.read(when, days, minutes);
  }
}
