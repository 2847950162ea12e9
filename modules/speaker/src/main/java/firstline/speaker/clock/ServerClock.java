package firstline.speaker.clock;

/**
 * The server's time (Unix milliseconds), counted on monotonic ticks (milliseconds from anywhere).
 * The machine's own clock is looked at once, when it starts; whoever sets it later changes nothing.
 * Of all answers, the one whose time is known best wins: half its round trip, and what a common
 * crystal drifts since (50 ppm).
 */
public final class ServerClock {
  private static final long DRIFT_PER_MILLION = 50;

  private long offset;
  private boolean trusted;
  private long halfTrip;
  private long sampledAt;

  /**
   * Starts with the machine's time.
   *
   * @param floor the latest time that was ever known; the machine cannot be before it
   * @param battery whether the machine's clock runs on when the power is off
   */
  public ServerClock(long ticks, long wall, long floor, boolean battery) {
    offset = Math.max(wall, floor) - ticks;
    trusted = battery && wall >= floor;
    // A clock on a battery is believed until the server speaks.
    halfTrip = Integer.MAX_VALUE;
    sampledAt = ticks;
  }

  /** An answer: the server's time, and the ticks before the request and after the answer. */
  public void answered(long server, long before, long after) {
    long trip = Math.max(0, after - before);
    if (!trusted || trip / 2 <= uncertainty(after)) {
      offset = server + trip / 2 - after;
      halfTrip = trip / 2;
      sampledAt = after;
      trusted = true;
    }
  }

  /** The time is not before that one, whatever the machine says; holds while there is no trust. */
  public void notBefore(long time, long ticks) {
    if (!trusted) {
      offset = Math.max(offset, time - ticks);
    }
  }

  /** The time at those ticks. */
  public long at(long ticks) {
    return ticks + offset;
  }

  /** How far the machine's clock is from the server's. */
  public long offset(long ticks, long wall) {
    return at(ticks) - wall;
  }

  public boolean trusted() {
    return trusted;
  }

  private long uncertainty(long ticks) {
    return halfTrip + (ticks - sampledAt) * DRIFT_PER_MILLION / 1_000_000;
  }
}
