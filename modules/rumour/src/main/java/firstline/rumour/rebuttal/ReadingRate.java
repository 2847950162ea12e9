package firstline.rumour.rebuttal;

import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How fast a script is read aloud: settings {@code firstline.rumour.reading.zh} and {@code .en}.
 *
 * @param characters Chinese characters and figures a minute; broadcasters read 240 to 300, and
 *     outdoors slower is understood better
 * @param words of other scripts a minute
 */
public record ReadingRate(int characters, int words) {
  private static final Pattern CHARACTER = Pattern.compile("\\p{IsHan}|[0-9０-９]");
  private static final Pattern WORD = Pattern.compile("[\\p{L}&&[^\\p{IsHan}]]+");

  /** As this installation has set it. */
  public static ReadingRate current() {
    return new ReadingRate(number("zh", 240), number("en", 150));
  }

  /** Seconds that the text takes, rounded up. */
  public int seconds(String text) {
    return (int)
        Math.ceil(60.0 * count(CHARACTER, text) / characters + 60.0 * count(WORD, text) / words);
  }

  private static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().count();
  }

  private static int number(String language, int otherwise) {
    return ConfigProvider.getConfig()
        .getOptionalValue("firstline.rumour.reading." + language, Integer.class)
        .filter(value -> value > 0)
        .orElse(otherwise);
  }
}
