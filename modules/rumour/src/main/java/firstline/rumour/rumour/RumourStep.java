package firstline.rumour.rumour;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One transition of a rumour: who, when, what, why, and where it stood afterwards.
 *
 * @param actor null for the server itself
 */
record RumourStep(Verb verb, RumourState state, @Nullable Actor actor, Instant at, String reason) {
  /** What was done. Words: {@code rumour.rumour.verb.<name>}. */
  enum Verb {
    OPENED,
    IMPORTED,
    TRIAGED,
    TAKEN_UP,
    ASKED,
    RESUMED,
    HANDED_OVER,
    SENT_BACK,
    EVIDENCE_ADDED,
    EVIDENCE_WITHDRAWN,
    VERDICT_PROPOSED,
    VERDICT_RETURNED,
    VERDICT_CONFIRMED,
    CLOSING_PROPOSED,
    CLOSING_DROPPED,
    CLOSED_SILENT,
    MERGED,
    MERGED_IN,
    REBUTTING,
    REBUTTED,
    RESURFACED,
    ACKNOWLEDGED,
    UNDER_REVIEW,
    REOPENED,
    ARCHIVED,
    LAY_IDLE,
    PASSED_ON
  }
}
