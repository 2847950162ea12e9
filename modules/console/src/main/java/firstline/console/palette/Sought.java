package firstline.console.palette;

import firstline.persistence.database.Select;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody typed: words separated by blanks, each of which must be found.
 *
 * @param text the whole, folded (NFKC, lower case)
 * @param patterns of each word, for {@code ilike all}
 * @param keys of the words, as the index has them; none for words of one or two letters
 */
record Sought(String text, List<String> patterns, Set<String> keys) {
  private static final int TRIPLE = 3;

  static Sought of(String typed) {
    var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    var patterns = new ArrayList<String>();
    var keys = new LinkedHashSet<String>();
    for (var word : text.split("\\s+")) {
      if (!word.isEmpty()) {
        patterns.add(Select.containing(word));
        add(keys, word);
      }
    }
    return new Sought(text, List.copyOf(patterns), keys);
  }

  /** Letters and digits alone are initials as well as text: triples of the initials hold both. */
  private static void add(Set<String> keys, String word) {
    if (word.matches("[a-z0-9]+")) {
      for (var at = 0; at + TRIPLE <= word.length(); at++) {
        keys.add("~" + word.substring(at, at + TRIPLE));
      }
      return;
    }
    var letters = word.codePoints().mapToObj(Character::toString).toList();
    for (var at = 0; at + 1 < letters.size(); at++) {
      var pair = letters.get(at) + letters.get(at + 1);
      if (pair.length() == 2) {
        keys.add(pair);
      }
    }
  }

  boolean isNothing() {
    return patterns.isEmpty();
  }

  /** The text as the beginning of a number. */
  String first() {
    return text.toUpperCase(Locale.ROOT);
  }

  /** What stands behind every number that begins so. */
  String last() {
    return first() + Character.MAX_VALUE;
  }
}
