package firstline.rumour.rumour;

import java.util.EnumSet;
import java.util.Set;

/**
 * Life of a rumour. Words: {@code rumour.rumour.state.<name>}.
 *
 * <p>OPEN → VERIFYING ⇄ WAITING_INFO → VERDICT_PROPOSED → VERDICT_CONFIRMED (or ESCALATED when it
 * is true) → REBUTTING → REBUTTED → RESURFACED, UNDER_REVIEW or ARCHIVED.
 */
public enum RumourState {
  OPEN,
  VERIFYING,
  WAITING_INFO,
  VERDICT_PROPOSED,
  VERDICT_CONFIRMED,
  /** It is true: whoever is responsible has been told, and the public is warned, not calmed. */
  ESCALATED,
  REBUTTING,
  REBUTTED,
  /** It goes round again after the answer. */
  RESURFACED,
  /** Its answer is being corrected, or was withdrawn. */
  UNDER_REVIEW,
  ARCHIVED,
  MERGED,
  /** It lies at another area or department, which has not taken it up yet. */
  HANDED_OVER,
  /** Answering it would spread it; two people said so. */
  CLOSED_SILENT;

  /** Nobody has answered it, and somebody must. */
  public static final Set<RumourState> UNANSWERED =
      EnumSet.of(
          OPEN,
          HANDED_OVER,
          VERIFYING,
          WAITING_INFO,
          VERDICT_PROPOSED,
          VERDICT_CONFIRMED,
          ESCALATED,
          REBUTTING);

  /** Before a verdict is proposed: it may still be merged or handed over. */
  public static final Set<RumourState> EARLY =
      EnumSet.of(OPEN, HANDED_OVER, VERIFYING, WAITING_INFO);

  /** True once nothing more is to be done. */
  public boolean closed() {
    return this == MERGED || this == CLOSED_SILENT;
  }
}
