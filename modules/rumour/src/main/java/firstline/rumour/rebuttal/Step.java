package firstline.rumour.rebuttal;

import firstline.rumour.rumour.Actor;
import java.time.Instant;

/** One transition of a rebuttal: who, when, what, why. */
record Step(int ordinal, Verb verb, Actor actor, Instant at, String reason) {
  /** What was done. Words: {@code rumour.verb.<name>}. */
  enum Verb {
    DRAFTED,
    EDITED,
    SUBMITTED,
    RETURNED,
    APPROVED,
    PUBLISHED,
    CORRECTING,
    CORRECTED,
    WITHDRAWN,
    /** The last reviewer of the emergency lane is against what is public. */
    OBJECTED,
    REVOKED,
    IMPORTED
  }
}
