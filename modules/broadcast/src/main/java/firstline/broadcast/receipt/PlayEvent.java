package firstline.broadcast.receipt;

/** What a speaker's journal tells of a play (PROTOCOL.md, 5). */
public enum PlayEvent {
  STARTED,
  PAUSED,
  RESUMED,
  FINISHED,
  PRE_EMPTED,
  SKIPPED,
  FAILED,
  INTERRUPTED;

  /** True if nothing of the play can follow. */
  public boolean isEnd() {
    return ordinal() >= FINISHED.ordinal();
  }
}
