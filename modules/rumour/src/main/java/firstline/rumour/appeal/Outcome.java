package firstline.rumour.appeal;

/** What became of the answer. Words: {@code rumour.appeal.outcome.<name>}. */
public enum Outcome {
  /** The answer stands as it is. */
  UPHELD,
  /** It is corrected: a new version is begun. */
  CORRECTED,
  /** It is withdrawn. */
  WITHDRAWN
}
