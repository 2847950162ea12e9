package firstline.rumour.claim;

import firstline.rumour.rumour.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One transition of a claim.
 *
 * @param actor null for the server and for the public, whom nobody asked for a name
 */
record ClaimStep(Verb verb, @Nullable Actor actor, Instant at, String reason) {
  /** What was done. Words: {@code rumour.claim.verb.<name>}. */
  enum Verb {
    RECEIVED,
    JOINED,
    DETACHED,
    ACCEPTED,
    DECLINED,
    TRANSFERRED,
    SENT_BACK,
    QUARANTINED,
    RECONSIDERED,
    ANSWERED
  }
}
