package firstline.broadcast.programme;

import firstline.persistence.requirement.Requirement;
import java.time.Instant;

/** The order of right, the lower the stronger; it fits an integer of JSON (2^53). */
final class Rank {
  /** Milliseconds are counted from 2020, in 42 bits: until 2159. */
  private static final long FROM = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();

  private static final int MILLIS_BITS = 42;
  private static final int TIE_BITS = 4;
  private static final int DEPTHS = 8;

  private Rank() {}

  /**
   * Rank of a schedule's plays.
   *
   * @param level of an emergency, 1 to 4; else 0
   * @param depth of the area that ordered it below the root, 0 to 7
   * @param tie tells apart what was approved in the same millisecond
   */
  @Requirement("R32.5")
  static long of(Kind kind, int level, int depth, Instant approved, long tie) {
    var strength =
        switch (kind) {
          case EMERGENCY -> level;
          case LIVE -> 5;
          case ROUTINE -> 6;
          case DRILL -> 7;
        };
    var millis = Math.max(0, approved.toEpochMilli() - FROM);
    return ((((long) strength * DEPTHS + Math.min(depth, DEPTHS - 1)) << MILLIS_BITS) + millis
            << TIE_BITS)
        + Math.floorMod(tie, 1L << TIE_BITS);
  }
}
