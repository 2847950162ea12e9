package firstline.rumour.release;

/** Life of a release. Words: {@code rumour.release.state.<name>}. */
public enum ReleaseState {
  /** Ordered; nothing has left the house. */
  QUEUED,
  /** It has left; nobody has seen it arrive. */
  SENT,
  /** It has been seen there. */
  CONFIRMED,
  /** What it carries is no longer right, and it still stands there. */
  CORRECTION_DUE,
  /** The correction has been seen there. */
  CORRECTED,
  /** It is no longer there. */
  TAKEN_DOWN,
  /** It did not go; it may be tried again. */
  FAILED,
  /** It never left and will not. */
  CANCELLED;

  /** True when nothing more happens to it. */
  public boolean closed() {
    return this == CORRECTED || this == TAKEN_DOWN || this == CANCELLED;
  }
}
