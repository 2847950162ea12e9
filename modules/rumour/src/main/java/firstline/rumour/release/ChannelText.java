package firstline.rumour.release;

import firstline.rumour.rebuttal.Content;
import firstline.rumour.rebuttal.ReadingRate;
import java.time.Duration;
import java.util.Locale;

/**
 * The text of a version in the lengths that channels take. This is the one place that knows where
 * they come from.
 *
 * @param shortText at most 140 characters (code points)
 * @param script for reading aloud
 * @param poster one line, at most 40 characters
 * @param reading how long it takes to read the script aloud
 */
record ChannelText(String shortText, String script, String poster, Duration reading) {
  static ChannelText of(Content content, ReadingRate rate) {
    var variants = content.variants();
    return new ChannelText(
        variants.shortText(),
        variants.script(),
        variants.poster(),
        Duration.ofSeconds(rate.seconds(variants.script())));
  }

  /** At most so many code points, the last of them an ellipsis if some were left off. */
  static String cut(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + '…';
  }

  /** The reading time as {@code 1:05}. */
  String readingTime() {
    return String.format(Locale.ROOT, "%d:%02d", reading.toMinutes(), reading.toSecondsPart());
  }
}
