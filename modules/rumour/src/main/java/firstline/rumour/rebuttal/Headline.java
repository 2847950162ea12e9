package firstline.rumour.rebuttal;

import firstline.rumour.match.Folding;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The fact is the headline, and the rumour never is: a headline is what people remember. Compared
 * are pairs of neighbouring letters of the folded texts. A headline that denies more than the
 * rumour does is an answer, however alike ("eating garlic does not prevent it").
 */
final class Headline {
  private static final double ALIKE = 0.8;
  private static final double CARRIED = 0.5;
  private static final Pattern REST = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern DENIAL =
      Pattern.compile(
          "不|没|无|未|非|否|假|谣|误|勿|旧|虚|\\b(?:no|not|never|none|false|untrue|wrong|fake|old|cannot)\\b|n't");

  private Headline() {}

  /** True if the fact says nothing but the rumour. */
  static boolean isTheRumour(String fact, String claim) {
    if (count(DENIAL, Folding.fold(fact)) > count(DENIAL, Folding.fold(claim))) {
      return false;
    }
    var said = letters(fact);
    var rumour = letters(claim);
    return !said.isEmpty()
        && !rumour.isEmpty()
        && (said.contains(rumour)
            || (rumour.contains(said) && 2 * said.length() >= rumour.length())
            || alike(said, rumour) >= ALIKE);
  }

  /** True if at least half of the fact can be read in the text. */
  static boolean carries(String text, String fact) {
    var pairs = pairs(letters(fact));
    var there = pairs(letters(text));
    var all = pairs.values().stream().mapToInt(Integer::intValue).sum();
    return all == 0 || common(pairs, there) >= CARRIED * all;
  }

  private static double alike(String one, String other) {
    var first = pairs(one);
    var second = pairs(other);
    var all = Math.max(1, one.length() - 1) + Math.max(1, other.length() - 1);
    return 2.0 * common(first, second) / all;
  }

  private static int common(Map<String, Integer> one, Map<String, Integer> other) {
    return one.entrySet().stream()
        .mapToInt(pair -> Math.min(pair.getValue(), other.getOrDefault(pair.getKey(), 0)))
        .sum();
  }

  private static Map<String, Integer> pairs(String letters) {
    var pairs = new HashMap<String, Integer>();
    for (var i = 0; i + 1 < letters.length(); i++) {
      pairs.merge(letters.substring(i, i + 2), 1, Integer::sum);
    }
    return pairs;
  }

  private static String letters(String text) {
    return REST.matcher(Folding.fold(text)).replaceAll("");
  }

  private static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().count();
  }
}
