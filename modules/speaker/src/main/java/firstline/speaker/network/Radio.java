package firstline.speaker.network;

import firstline.speaker.device.Listening.Heard;
import firstline.speaker.device.Listening.State;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Fetches live pages piece by piece (PROTOCOL.md, 6). */
final class Radio {
  private static final long SHORTEST = 500;
  private static final long LONGEST = 5_000;

  private final Link link;

  Radio(Link link) {
    this.link = link;
  }

  /**
   * Waits for a piece; who does not answer is not asked again at once.
   *
   * @param number of the piece; 0 for the newest
   */
  Heard listen(String stream, long number) throws InterruptedException {
    try {
      var answer = link.live(stream, number).get();
      switch (answer.status()) {
        case 200:
          return new Heard(State.SOUND, Math.max(number, piece(answer.etag())), answer.body());
        case 204:
          return Heard.NOTHING;
        case 404:
          return Heard.OVER;
        default:
          long pause = Math.max(SHORTEST, Math.min(LONGEST, answer.retryAfter()));
          return new CompletableFuture<Heard>()
              .completeOnTimeout(Heard.NOTHING, pause, TimeUnit.MILLISECONDS)
              .get();
      }
    } catch (ExecutionException e) {
      return Heard.NOTHING;
    }
  }

  /** The number in an entity tag, 0 when there is none. */
  private static long piece(String etag) {
    return etag.matches("\"[0-9]{1,9}\"")
        ? Long.parseLong(etag.substring(1, etag.length() - 1))
        : 0;
  }
}
