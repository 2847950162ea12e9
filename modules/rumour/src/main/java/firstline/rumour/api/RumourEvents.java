package firstline.rumour.api;

/** Topics of the outbox. */
public final class RumourEvents {
  /** A claim came in. */
  public static final String CLAIM_RECEIVED = "rumour.claim-received";

  /** A rebuttal became public for the first time. */
  public static final String PUBLISHED = "rumour.published";

  /** A correction of a public rebuttal became public. */
  public static final String CORRECTED = "rumour.corrected";

  /** A public rebuttal was withdrawn. */
  public static final String WITHDRAWN = "rumour.withdrawn";

  /** A script is ready to be read by loudspeakers. */
  public static final String SCRIPT_READY = "rumour.script-ready";

  /** A line is ready for posters. */
  public static final String POSTER_READY = "rumour.poster-ready";

  private RumourEvents() {}
}
