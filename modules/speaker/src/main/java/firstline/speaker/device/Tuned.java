package firstline.speaker.device;

import java.util.concurrent.TimeUnit;

/** One live page, from the newest piece on. */
final class Tuned {
  /** So long, in milliseconds, nothing may come before the text is spoken. */
  static final long PATIENCE = 10_000;

  enum State {
    COMES,
    SILENT,
    OVER
  }

  private final Listening listening;
  private final String stream;
  private final long patience;
  private Listening.Heard held = Listening.Heard.NOTHING;
  private long next;
  private boolean heard;

  Tuned(Listening listening, String stream, long patience) {
    this.listening = listening;
    this.stream = stream;
    this.patience = patience;
  }

  /** Waits for a piece, as long as its patience lasts. */
  State await() throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience);
    while (held.state() == Listening.State.NOTHING && System.nanoTime() < until) {
      held = listening.listen(stream, next);
    }
    return switch (held.state()) {
      case SOUND -> State.COMES;
      case NOTHING -> State.SILENT;
      case OVER -> State.OVER;
    };
  }

  /** Samples of the next piece; none when it is over or silent. */
  byte[] next() throws InterruptedException {
    if (await() != State.COMES) {
      return new byte[0];
    }
    var piece = held;
    held = Listening.Heard.NOTHING;
    next = piece.number() + 1;
    heard = true;
    return Wave.expanded(piece.sound());
  }

  /** Whether anything of it has sounded. */
  boolean heard() {
    return heard;
  }
}
