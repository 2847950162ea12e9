package firstline.rumour.rebuttal;

/** What a version is: the first word, or a correction of it. Words: {@code rumour.kind.<name>}. */
public enum VersionKind {
  ORIGINAL,
  TYPO,
  FACT,
  VERDICT
}
