package firstline.broadcast.reading;

import java.time.Duration;

/** How long reading a text aloud takes. */
public final class ReadingTime {
  /** Characters a minute; broadcasters read 240 to 300, and outdoors slower is better. */
  static final int RATE = 240;

  private ReadingTime() {}

  /** In whole seconds, rounded up; marks count, for their pauses. */
  public static Duration of(String text) {
    return Duration.ofSeconds(
        (long) Math.ceil(60.0 * text.codePointCount(0, text.length()) / RATE));
  }
}
