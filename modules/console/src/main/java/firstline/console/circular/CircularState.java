package firstline.console.circular;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a notice stands for one addressee. Words: {@code circular.state.<name>}. */
public enum CircularState {
  UNREAD,
  /** Read, and to be acknowledged still. */
  TO_ACKNOWLEDGE,
  /** To be acknowledged, and its day is over. */
  LATE,
  ACKNOWLEDGED,
  READ,
  WITHDRAWN;

  /** From what is known of it. */
  static CircularState of(
      boolean withdrawn, boolean read, boolean acknowledged, @Nullable Instant due, Instant now) {
    if (withdrawn) {
      return WITHDRAWN;
    }
    if (acknowledged) {
      return ACKNOWLEDGED;
    }
    if (due != null && !due.isAfter(now)) {
      return LATE;
    }
    if (!read) {
      return UNREAD;
    }
    return due == null ? READ : TO_ACKNOWLEDGE;
  }
}
