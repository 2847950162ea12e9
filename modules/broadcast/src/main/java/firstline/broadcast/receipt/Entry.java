package firstline.broadcast.receipt;

import java.time.Instant;

/**
 * One entry of a journal, a record of a play or a fault.
 *
 * @param sequence 1 for the journal's first
 * @param hash over the entry before and {@code signed}
 * @param signed its members without the hash, in canonical form
 */
public record Entry(long sequence, Instant at, byte[] hash, byte[] signed, What what) {

  /** What it tells. */
  public sealed interface What permits Played, Fault {}

  /**
   * A record of a play.
   *
   * @param heard milliseconds that it sounded
   */
  public record Played(long play, PlayEvent event, long heard, String reason) implements What {}

  /** Something is wrong with the speaker. */
  public record Fault(String code, String detail) implements What {}
}
