package firstline.rumour.appeal;

import firstline.rumour.rumour.Actor;
import java.time.Instant;

/** One transition of an appeal: who, when, what, why. */
record AppealStep(Verb verb, Actor actor, Instant at, String reason) {
  /** What was done. Words: {@code rumour.appeal.verb.<name>}. */
  enum Verb {
    RECEIVED,
    ACKNOWLEDGED,
    TAKEN_UP,
    PASSED_ON,
    HEARD,
    ANSWERED
  }
}
