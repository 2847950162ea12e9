package firstline.rumour.release;

import firstline.rumour.rumour.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One transition of a release: who, when, what, why, and where it stood afterwards.
 *
 * @param actor null for the server itself
 * @param reason words of a person, or a code: {@code rumour.release.reason.<code>} or that of a
 *     refusal
 */
record ReleaseStep(
    Verb verb, ReleaseState state, @Nullable Actor actor, Instant at, String reason) {
  /** What was done. Words: {@code rumour.release.verb.<name>}. */
  enum Verb {
    ORDERED,
    SENT,
    CONFIRMED,
    FAILED,
    RETRIED,
    OUTDATED,
    WITHDRAWN,
    CORRECTED,
    TAKEN_DOWN,
    CANCELLED
  }
}
