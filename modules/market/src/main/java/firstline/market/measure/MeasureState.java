package firstline.market.measure;

/** Where a measure stands. Words: {@code measure.state.<name>}. */
public enum MeasureState {
  PROPOSED,
  /** Taken at once, to be reported within 24 hours. */
  URGENT,
  HELD,
  TESTING,
  REFUSED,
  LIFTED,
  CONFISCATED,
  HANDED_OVER,
  RETURNED,
  /** Of a preservation: the goods were seized. */
  SEIZED,
  /** Of a preservation: the goods went to a test. */
  TESTED,
  LAPSED;

  /** True if the goods are in the authority's hands, or may come there. */
  public boolean isOpen() {
    return compareTo(REFUSED) < 0;
  }
}
