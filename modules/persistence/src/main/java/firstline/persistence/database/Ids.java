package firstline.persistence.database;

import firstline.persistence.time.Clocks;
import java.security.SecureRandom;
import java.util.UUID;

/** Ids in the order of their making: UUID version 7 (RFC 9562, section 5.7). */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A new id at the instant, given as milliseconds of the epoch. */
  public static UUID at(long epochMillis) {
    var high = (epochMillis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
    var low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** A new id now. The time in it is for the index' sake and is never shown. */
  public static UUID next() {
    return at(Clocks.millis());
  }
}
