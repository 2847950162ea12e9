package firstline.broadcast.recurrence;

/** How long the interval is that a rule repeats (RFC 5545, 3.3.10); shorter ones are refused. */
enum Frequency {
  DAILY,
  WEEKLY,
  MONTHLY,
  YEARLY
}
