package firstline.broadcast;

/** Keys of the department's rights. */
public final class BroadcastRights {
  /** Sees speakers, schedules, programmes and proof of the area. */
  public static final String READ = "broadcast.read";

  /** Enrols speakers, names their keepers and groups. */
  public static final String FLEET = "broadcast.fleet";

  /** Writes scripts, takes in media, drafts schedules. */
  public static final String DRAFT = "broadcast.draft";

  /** Approves and returns what others drafted. */
  public static final String REVIEW = "broadcast.review";

  /** Puts emergencies and live pages on the air, and cancels them. */
  public static final String EMERGENCY = "broadcast.emergency";

  /** Tells a village by other means what its loudspeakers did not, and says so. */
  public static final String CALL = "broadcast.call";

  /** Sets and ends quiet windows and noise budgets. */
  public static final String QUIET = "broadcast.quiet";

  private BroadcastRights() {}
}
