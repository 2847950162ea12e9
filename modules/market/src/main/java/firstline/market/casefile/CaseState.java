package firstline.market.casefile;

/** Where a case stands. Words: {@code case.state.<name>}. */
public enum CaseState {
  FILED,
  INVESTIGATING,
  SUSPENDED,
  CONCLUDED,
  IN_REVIEW,
  LEGAL_REVIEW,
  NOTICE_SERVED,
  DEFENCE,
  HEARING,
  DELIBERATION,
  DECIDED,
  SERVED,
  PAYMENT_DUE,
  PERFORMED,
  OVERDUE,
  DEMANDED,
  COURT,
  /** Not filed: 不予立案. */
  REJECTED,
  CLOSED,
  ARCHIVED;

  /** True while officers work towards a decision. */
  public boolean isDeciding() {
    return compareTo(FILED) > 0 && compareTo(DECIDED) < 0 && this != SUSPENDED;
  }
}
