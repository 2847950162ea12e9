package firstline.rumour.match;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** A text as pairs of neighbouring letters, digits or ideographs; punctuation is not seen. */
final class Pairs {
  private Pairs() {}

  static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** The different pairs, in the order of their first place. */
  static Set<String> of(String text) {
    var letters = normal(text).codePoints().filter(Pairs::counts).toArray();
    var pairs = new LinkedHashSet<String>();
    for (var i = 0; i + 1 < letters.length; i++) {
      pairs.add(new String(letters, i, 2));
    }
    return pairs;
  }

  static boolean counts(int letter) {
    return Character.isLetterOrDigit(letter);
  }
}
