package firstline.broadcast.programme;

/** What a play is, the strongest first. */
public enum Kind {
  EMERGENCY,
  LIVE,
  ROUTINE,
  /** Never beats the real thing, and sounds as a drill. */
  DRILL;

  /** Whether one on duty puts it on the air, and the review comes afterwards. */
  public boolean isOrdered() {
    return this == EMERGENCY || this == LIVE;
  }
}
