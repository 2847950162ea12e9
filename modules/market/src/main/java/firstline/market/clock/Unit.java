package firstline.market.clock;

/** What a term is counted in. */
public enum Unit {
  /** Hours of the clock, days off or not. */
  HOUR,
  CALENDAR_DAY,
  /** Days on which the area works, make-up workdays among them. */
  WORKING_DAY,
  MONTH,
  YEAR
}
