package firstline.rumour.release;

import firstline.persistence.words.Bundles;
import firstline.rumour.rebuttal.Content;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The text of a version in the lengths that channels take. This is the one place that knows where
 * they come from: now they are cut from fact and explanation; variants written by an officer take
 * their place here.
 *
 * @param shortText at most 140 characters (code points)
 * @param script for reading aloud
 * @param poster one line, at most 40 characters
 * @param reading how long it takes to read the script aloud
 */
record ChannelText(String shortText, String script, String poster, Duration reading) {
  static final int SHORT = 140;
  private static final int POSTER = 40;
  private static final int SCRIPT = 2_000;

  /** Characters a minute of Chinese read aloud, and words a minute of English. */
  private static final int CHARACTERS = 240;

  private static final int WORDS = 150;

  static ChannelText of(Content content) {
    var language = content.language();
    var verdict = Bundles.words(language, "rumour.verdict." + content.verdict().name());
    var script =
        cut(
            Bundles.words(
                language,
                "rumour.package.script",
                List.of(content.fact(), content.explanation().replaceAll("\\s+", " "))),
            SCRIPT);
    return new ChannelText(
        cut(
            Bundles.words(
                language,
                "rumour.package.short",
                List.of(verdict, content.fact(), content.explanation().replaceAll("\\s+", " "))),
            SHORT),
        script,
        cut(content.fact(), POSTER),
        reading(script, language));
  }

  private static Duration reading(String script, String language) {
    var counted =
        language.equals("zh")
            ? script.codePoints().filter(Character::isLetterOrDigit).count()
            : script.split("\\s+").length;
    var rate = language.equals("zh") ? CHARACTERS : WORDS;
    return Duration.ofSeconds(Math.max(1, Math.round(counted * 60.0 / rate)));
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
