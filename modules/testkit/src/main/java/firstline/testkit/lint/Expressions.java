package firstline.testkit.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text of a page taken apart: what stands in expressions and what stands outside. */
record Expressions(String outside, List<String> inside) {
  private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
  private static final Pattern RESERVED =
      Pattern.compile(
          "\\.\\s*(and|div|empty|eq|false|ge|gt|instanceof|le|lt|mod|ne|not|null|or|true)\\b");

  static Expressions of(String text) {
    var outside = new StringBuilder();
    var inside = new ArrayList<String>();
    var i = 0;
    while (i < text.length()) {
      var c = text.charAt(i);
      if ((c == '#' || c == '$') && i + 1 < text.length() && text.charAt(i + 1) == '{') {
        var end = end(text, i + 2);
        inside.add(text.substring(i + 2, end));
        outside.append(' ');
        i = Math.min(text.length(), end + 1);
      } else {
        outside.append(c);
        i++;
      }
    }
    return new Expressions(outside.toString(), List.copyOf(inside));
  }

  boolean any() {
    return !inside.isEmpty();
  }

  /** String literals of all expressions. */
  List<String> literals() {
    var literals = new ArrayList<String>();
    for (var expression : inside) {
      var matcher = LITERAL.matcher(expression);
      while (matcher.find()) {
        literals.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
      }
    }
    return literals;
  }

  /**
   * Names after a dot that the language reserves (Jakarta Expression Language 5.0, 1.17): a page
   * that has one is well-formed and answers 500.
   */
  List<String> reserved() {
    return inside.stream()
        .map(expression -> LITERAL.matcher(expression).replaceAll("''"))
        .flatMap(expression -> RESERVED.matcher(expression).results())
        .map(MatchResult::group)
        .toList();
  }

  /** Index of the brace that closes the expression; quotes may hold braces. */
  private static int end(String text, int from) {
    var depth = 1;
    var quote = '\0';
    for (var i = from; i < text.length(); i++) {
      var c = text.charAt(i);
      if (quote != '\0') {
        quote = c == quote ? '\0' : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    return text.length();
  }
}
