package firstline.speaker.network;

/**
 * What comes through between a speaker and its server.
 *
 * @param loss the share of messages that get lost, for simulations
 * @param wakes whether wake-ups come through; without them all is found by polling
 */
public record Line(double loss, boolean wakes) {
  /** As good as the real one is. */
  public static final Line REAL = new Line(0, true);
}
