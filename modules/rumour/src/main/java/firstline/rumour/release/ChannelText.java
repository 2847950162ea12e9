package firstline.rumour.release;

import firstline.rumour.rebuttal.Content;
import firstline.rumour.rebuttal.ReadingRate;
import java.time.Duration;
import java.util.Locale;

/**
 * The text of a version in the lengths that channels take: the variants that an officer wrote, or
 * what is made of the long text where none was.
 *
 * @param shortText at most 140 characters (code points)
 * @param script for reading aloud
 * @param poster one line, at most 40 characters
 */
record ChannelText(String shortText, String script, String poster) {
  static ChannelText of(Content content) {
    var variants = content.variants();
    return new ChannelText(variants.shortText(), variants.script(), variants.poster());
  }

  /** At most so many code points, the last of them an ellipsis if some were left off. */
  static String cut(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + '…';
  }

  /** How long it takes to read the script aloud. */
  Duration reading(ReadingRate rate) {
    return Duration.ofSeconds(Math.max(1, rate.seconds(script)));
  }

  /** The reading time as {@code 1:05}. */
  String readingTime(ReadingRate rate) {
    var reading = reading(rate);
    return String.format(Locale.ROOT, "%d:%02d", reading.toMinutes(), reading.toSecondsPart());
  }
}
