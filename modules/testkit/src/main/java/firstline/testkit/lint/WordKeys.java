package firstline.testkit.lint;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which words an expression asks for: {@code t['key']}, {@code t.of('key', x)}, and prefixes such
 * as {@code t['nav.'.concat(x)]}.
 */
record WordKeys(Set<String> keys, Set<String> formatted, Set<String> prefixes) {
  private static final Pattern ASKED = Pattern.compile("\\bt\\s*(\\[|\\.of\\()");
  private static final Pattern LITERAL = Pattern.compile("'([^']*)'\\s*(\\.concat|\\+=)?");

  static WordKeys none() {
    return new WordKeys(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  }

  /** Adds what the expression asks for. */
  void read(String expression) {
    var asked = ASKED.matcher(expression);
    while (asked.find()) {
      var formats = asked.group(1).startsWith(".");
      var argument = argument(expression, asked.end());
      var literal = LITERAL.matcher(argument);
      while (literal.find()) {
        var before = argument.substring(0, literal.start()).strip();
        var whole = before.isEmpty() || before.endsWith("?") || before.endsWith(":");
        if (!whole || before.endsWith("(")) {
          continue;
        }
        if (literal.group(2) != null) {
          prefixes.add(literal.group(1));
        } else if (!before.isEmpty() || argument.substring(literal.end()).isBlank()) {
          (formats ? formatted : keys).add(literal.group(1));
        }
      }
    }
  }

  /** The text up to the comma or bracket that ends the first argument. */
  private static String argument(String text, int from) {
    var depth = 0;
    var quoted = false;
    for (var i = from; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted) {
        if (c == '(' || c == '[') {
          depth++;
        } else if ((c == ')' || c == ']') && depth-- == 0) {
          return text.substring(from, i);
        } else if (c == ',' && depth == 0) {
          return text.substring(from, i);
        }
      }
    }
    return text.substring(from);
  }
}
