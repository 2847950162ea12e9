package firstline.rumour.rebuttal;

/** Life of one version. Words: {@code rumour.state.<name>}. */
public enum VersionState {
  DRAFT,
  IN_REVIEW,
  RETURNED,
  APPROVED,
  PUBLISHED,
  SUPERSEDED,
  WITHDRAWN;

  /** True while its text may still change. */
  public boolean open() {
    return this == DRAFT || this == IN_REVIEW || this == RETURNED || this == APPROVED;
  }
}
