package firstline.broadcast.programme;

import firstline.persistence.requirement.Requirement;
import java.time.Instant;

/** The order of right, the lower the stronger; it fits an integer of JSON (2^53). */
public final class Rank {
  /** After every approval there is: what waits for its own. */
  public static final long LAST = (1L << 33) - 1;

  private static final int DEPTHS = 8;

  /** Eight thousand million approvals. */
  private static final int APPROVAL_BITS = 33;

  /** Minutes of eleven days, longer than a programme. */
  private static final int MINUTE_BITS = 14;

  private static final long MINUTE = 60;

  private Rank() {}

  /**
   * The strongest that a play of a schedule can have.
   *
   * @param level of an emergency, 1 to 4; else 0
   * @param depth of the area that ordered it below the root, 0 to 7
   * @param approval its number in the order of approvals: two may bear the same instant
   */
  @Requirement("R32.5")
  public static long of(Kind kind, int level, int depth, long approval) {
    var strength =
        switch (kind) {
          case EMERGENCY -> level;
          case LIVE -> 5;
          case ROUTINE -> 6;
          case DRILL -> 7;
        };
    var place = (long) strength * DEPTHS + Math.min(depth, DEPTHS - 1);
    return (place << APPROVAL_BITS) + approval << MINUTE_BITS;
  }

  /** Tells apart the plays of one schedule, which meet when one is held up until the next. */
  @Requirement("R32.5")
  public static long at(long schedule, Instant start) {
    return schedule + Math.floorMod(start.getEpochSecond() / MINUTE, 1L << MINUTE_BITS);
  }
}
