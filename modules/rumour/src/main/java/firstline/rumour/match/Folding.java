package firstline.rumour.match;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as the engine compares it: compatibility forms (NFKC: full width, ligatures) resolved,
 * lower case, traditional characters as simplified ones. Every letter remembers where it came from,
 * so that what two texts share can be marked in the text that somebody reads.
 *
 * <p>Characters are folded one by one. That is coarser than the phrase tables which a reader of the
 * converted text would want, and enough where both sides of a comparison are folded alike.
 *
 * @param text the folded text
 * @param places for each of its UTF-16 units the index in the original, and the original's length
 */
public record Folding(String text, int[] places) {
  /** One UTF-16 unit of the basic plane folded, if that is one unit again; else 0. */
  private static final char[] SINGLE = singles();

  private static final Pattern ADDRESS =
      Pattern.compile("https?://[\\p{ASCII}&&[^\\s\"<>]]+", Pattern.CASE_INSENSITIVE);
  private static final Pattern PREFIX = Pattern.compile("^https?://(www\\.|m\\.)?");

  public static Folding of(String original) {
    var folded = new StringBuilder(original.length());
    var places = new int[original.length() + 1];
    var at = 0;
    while (at < original.length()) {
      var letter = original.codePointAt(at);
      var single = letter < SINGLE.length ? SINGLE[letter] : 0;
      if (single == 0) {
        var several = several(letter);
        if (folded.length() + several.length() + original.length() - at > places.length) {
          places = Arrays.copyOf(places, 2 * places.length + several.length());
        }
        Arrays.fill(places, folded.length(), folded.length() + several.length(), at);
        folded.append(several);
      } else {
        places[folded.length()] = at;
        folded.append(single);
      }
      at += Character.charCount(letter);
    }
    places = Arrays.copyOf(places, folded.length() + 1);
    places[folded.length()] = original.length();
    blankAddresses(folded);
    return new Folding(folded.toString(), places);
  }

  /** Addresses are looked up as such; their letters are no words. */
  private static void blankAddresses(StringBuilder folded) {
    var address = ADDRESS.matcher(folded);
    while (address.find()) {
      for (var i = address.start(); i < address.end(); i++) {
        folded.setCharAt(i, ' ');
      }
    }
  }

  /**
   * The web addresses in a text, without scheme, {@code www.} and a slash at the end: the same page
   * under the names by which it is passed on.
   */
  static List<String> addresses(String original) {
    return ADDRESS
        .matcher(original)
        .results()
        .map(found -> PREFIX.matcher(found.group().toLowerCase(Locale.ROOT)).replaceFirst(""))
        .map(address -> address.replaceFirst("[/.,!?]+$", ""))
        .filter(address -> address.contains("/"))
        .distinct()
        .toList();
  }

  /** The folded text alone. */
  public static String fold(String original) {
    return of(original).text();
  }

  /** The letters and digits alone: what other spaces, marks, faces and links leave the same. */
  static String letters(String folded) {
    return folded
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String several(int letter) {
    var plain =
        Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .toCharArray();
    for (var i = 0; i < plain.length; i++) {
      plain[i] = simplified(plain[i]);
    }
    return new String(plain);
  }

  private static char[] singles() {
    var singles = new char[Character.MAX_VALUE + 1];
    for (var letter = 1; letter < singles.length; letter++) {
      if (!Character.isSurrogate((char) letter)) {
        var several = several(letter);
        singles[letter] = several.length() == 1 ? several.charAt(0) : 0;
      }
    }
    return singles;
  }

  private static char simplified(char letter) {
    if (!Character.isIdeographic(letter)) {
      return letter;
    }
    var choices = ZhConverterUtil.toSimple(letter);
    return choices == null || choices.isEmpty() || choices.get(0).length() != 1
        ? letter
        : choices.get(0).charAt(0);
  }
}
