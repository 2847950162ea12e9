package firstline.broadcast.schedule;

/** Which plays of a schedule an edit is for. */
public enum Scope {
  /** One play. */
  THIS,
  /** One play and all after it. */
  FOLLOWING,
  /** All that have not begun when it is approved. */
  ALL
}
