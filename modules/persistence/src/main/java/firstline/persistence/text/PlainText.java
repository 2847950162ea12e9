package firstline.persistence.text;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text from outside. Control characters and those that turn the direction of writing are dropped:
 * they carry no meaning and make a page lie. Markup stays: it is text like any other.
 */
public final class PlainText {
  private static final Pattern LINE_END = Pattern.compile("\r\n?|[\u0085\u2028\u2029]");

  /** Controls but tab and newline; direction marks; byte order mark; halves of a pair. */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF"
              + "\\x{D800}-\\x{DFFF}\\uFFFE\\uFFFF]");

  private PlainText() {}

  /** Several lines, composed (NFC), without space around them; empty for null. */
  public static String lines(@Nullable String raw) {
    if (raw == null) {
      return "";
    }
    var newlines = LINE_END.matcher(raw).replaceAll("\n");
    return Normalizer.normalize(INVISIBLE.matcher(newlines).replaceAll(""), Normalizer.Form.NFC)
        .strip();
  }

  /** One line: every run of white space is one blank. */
  public static String line(@Nullable String raw) {
    return lines(raw).replaceAll("\\s+", " ");
  }

  /**
   * At most so many UTF-16 units, with an ellipsis if something was cut, and no half of a letter.
   */
  public static String start(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
