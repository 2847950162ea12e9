package firstline.broadcast.programme;

/** What a play is, the strongest first. */
public enum Kind {
  EMERGENCY,
  LIVE,
  ROUTINE,
  /** Never beats the real thing, and sounds as a drill. */
  DRILL
}
