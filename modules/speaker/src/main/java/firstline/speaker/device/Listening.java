package firstline.speaker.device;

/** Where the pieces of a live page come from (PROTOCOL.md, 6). */
@FunctionalInterface
public interface Listening {
  /** What became of a question. */
  enum State {
    SOUND,
    NOTHING,
    OVER
  }

  /**
   * What was heard.
   *
   * @param number of the piece
   * @param sound µ-law bytes, 16 kHz, one channel
   */
  record Heard(State state, long number, byte[] sound) {
    public static final Heard NOTHING = new Heard(State.NOTHING, 0, new byte[0]);
    public static final Heard OVER = new Heard(State.OVER, 0, new byte[0]);
  }

  /**
   * Waits for a piece, at most some seconds.
   *
   * @param number of the piece that is wanted; 0 for the newest
   */
  Heard listen(String stream, long number) throws InterruptedException;
}
