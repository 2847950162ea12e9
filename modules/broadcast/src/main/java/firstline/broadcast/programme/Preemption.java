package firstline.broadcast.programme;

/** What becomes of a play that something stronger pushes aside. */
public enum Preemption {
  /** Goes on where it was, if its slot has time. */
  RESUME,
  /** Begins anew, if its slot has time. */
  RESTART,
  /** Is over. */
  DROP,
  /** Waits and begins later within its tolerance. */
  SHIFT
}
