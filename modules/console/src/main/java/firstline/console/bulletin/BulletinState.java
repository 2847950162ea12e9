package firstline.console.bulletin;

/** Where a bulletin stands. Words: {@code bulletin.state.<name>}. */
public enum BulletinState {
  DRAFT,
  IN_REVIEW,
  APPROVED,
  ISSUED
}
