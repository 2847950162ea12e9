package firstline.broadcast.fleet;

/** Where a speaker stands with the server. */
public enum SpeakerState {
  /** Registered; its code has not been used. */
  NEW,
  /** Known by its key. */
  ENROLLED,
  /** Taken down; its receipts stay. */
  RETIRED
}
