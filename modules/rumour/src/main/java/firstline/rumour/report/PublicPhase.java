package firstline.rumour.report;

import firstline.persistence.requirement.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * How far a report is, as whoever made it may know. Spam is told nothing that would teach it.
 * Words: {@code rumour.report.phase.<name>}.
 */
public enum PublicPhase {
  RECEIVED,
  CHECKING,
  ANSWERED,
  NOT_PURSUED;

  /**
   * The phase of a claim's state.
   *
   * @param answer number of the public rebuttal that answers it, if there is one
   */
  @Requirement("R8.18")
  static PublicPhase of(String state, @Nullable String answer) {
    return switch (state) {
      case "RECEIVED", "QUARANTINED" -> RECEIVED;
      case "DECLINED" -> NOT_PURSUED;
      case "ANSWERED" -> ANSWERED;
      default -> answer == null ? CHECKING : ANSWERED;
    };
  }

  /** True if it lies before the other on the way of a report that is pursued. */
  public boolean isBefore(PublicPhase other) {
    return other != NOT_PURSUED && compareTo(other) < 0;
  }
}
