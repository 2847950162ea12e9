package firstline.market.inspect;

/** Where an inspection stands. Words: {@code inspection.state.<name>}. */
public enum InspectionState {
  PLANNED,
  ASSIGNED,
  ON_SITE,
  SUBMITTED,
  RETURNED,
  CONFIRMED,
  NO_FINDING,
  CORRECTION_ORDERED,
  RECHECK,
  CORRECTED,
  LEAD,
  CASE
}
