package firstline.market.clock;

/** Why a term stands still. */
public enum Cause {
  /** The complainant is asked for what is missing. */
  IDENTITY,
  /** Test, inspection, quarantine or appraisal, identification by the right holder. */
  TESTING,
  /** The case is suspended. */
  SUSPENSION,
  HEARING,
  PUBLIC_NOTICE,
  /** Overcharged money is being refunded. */
  REFUND
}
