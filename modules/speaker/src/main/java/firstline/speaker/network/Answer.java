package firstline.speaker.network;

import firstline.speaker.protocol.Fields;
import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.Malformed;
import java.nio.charset.StandardCharsets;

/**
 * What came back.
 *
 * @param status of HTTP; 0 when nothing came back
 * @param retryAfter milliseconds that the server asks for, or 0
 */
record Answer(int status, byte[] body, String etag, long retryAfter) {
  static final Answer NONE = new Answer(0, new byte[0], "", 0);

  private static final int SHOWN = 500;

  /** What it says in words, for a person. */
  String text() {
    var text = new String(body, StandardCharsets.UTF_8);
    return text.substring(0, Math.min(SHOWN, text.length()));
  }

  /** The revision that a wake-up tells, 0 when it tells none. */
  long revision() {
    try {
      return new Fields(Json.read(body)).number("revision");
    } catch (Malformed e) {
      return 0;
    }
  }
}
