package firstline.speaker.journal;

/** What can happen to a play. */
public enum Event {
  STARTED,
  PAUSED,
  RESUMED,
  FINISHED,
  PRE_EMPTED,
  SKIPPED,
  FAILED,
  INTERRUPTED;

  /** Whether nothing comes after it. */
  public boolean ends() {
    return compareTo(RESUMED) > 0;
  }
}
