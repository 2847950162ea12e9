package firstline.market.complaint;

/** Where a complaint or tip-off stands. Words: {@code complaint.state.<name>}. */
public enum State {
  RECEIVED,
  IDENTITY_REQUESTED,
  ACCEPTED,
  REJECTED,
  MEDIATING,
  AGREED,
  TERMINATED,
  TRIAGED,
  ROUTED,
  RETURNED,
  MERGED,
  VERIFYING,
  FILED,
  NOT_FILED,
  TRANSFERRED,
  REFERRED
}
