package firstline.broadcast.schedule;

/** Where a schedule stands. */
public enum ScheduleState {
  DRAFT,
  REVIEW,
  RETURNED,
  APPROVED,
  WITHDRAWN
}
