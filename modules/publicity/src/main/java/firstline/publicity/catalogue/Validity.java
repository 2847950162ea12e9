package firstline.publicity.catalogue;

/** How long something holds still. Words: {@code catalogue.validity.<name>}. */
enum Validity {
  /** Until it is recalled. */
  OPEN,
  /** Longer than the days of {@link #SOON}. */
  LATER,
  /** Its last day comes within {@link #DAYS} days. */
  SOON,
  /** Its last day is over. */
  OVER;

  static final int DAYS = 30;

  /**
   * @param until its last day as a day of the epoch; {@code Long.MAX_VALUE} for none
   */
  static Validity of(long until, long today) {
    if (until == Long.MAX_VALUE) {
      return OPEN;
    }
    if (until < today) {
      return OVER;
    }
    return until <= today + DAYS ? SOON : LATER;
  }
}
