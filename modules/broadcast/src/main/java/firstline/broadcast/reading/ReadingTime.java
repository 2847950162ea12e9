package firstline.broadcast.reading;

import java.time.Duration;
import java.util.regex.Pattern;

/** How long reading a text aloud takes. */
public final class ReadingTime {
  /** Characters a minute; broadcasters read 240 to 300, and outdoors slower is better. */
  static final int RATE = 240;

  /** English words a minute. */
  static final int WORDS = 150;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private ReadingTime() {}

  /** Of a text in its language: English is read by words. */
  public static Duration of(String text, String language) {
    return language.equals("en")
        ? Duration.ofSeconds(
            (long) Math.ceil(60.0 * SPACE.splitAsStream(text.strip()).count() / WORDS))
        : of(text);
  }

  /** In whole seconds, rounded up; marks count, for their pauses. */
  public static Duration of(String text) {
    return Duration.ofSeconds(
        (long) Math.ceil(60.0 * text.codePointCount(0, text.length()) / RATE));
  }
}
