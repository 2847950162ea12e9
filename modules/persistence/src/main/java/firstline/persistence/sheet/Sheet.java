package firstline.persistence.sheet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document as its lines: what it says, not how it looks.
 *
 * @param lines in order, the first one the title
 */
public record Sheet(List<Line> lines) {
  /** What a line is. */
  public enum Role {
    TITLE,
    HEADING,
    TEXT,
    /** At the right: numbers, signatures, dates. */
    RIGHT,
    /** A label and what stands beside it. */
    PAIR
  }

  /**
   * A line.
   *
   * @param label of a PAIR; empty otherwise
   */
  public record Line(Role role, String label, String text) {
    /** As one string. */
    public String whole() {
      return label.isEmpty() ? text : label + '：' + text;
    }
  }

  private static final Pattern PLACE = Pattern.compile("\\{([^}]+)\\}");

  /**
   * A form filled with values. Its lines begin with {@code #} (the title), {@code ##} (a heading),
   * {@code >} (at the right), {@code |} (a label, a bar, what stands beside it) or none of these (a
   * paragraph); values stand between braces.
   *
   * @throws NullPointerException if the form names a value that is not there
   */
  public static Sheet of(String form, Map<String, String> values) {
    return new Sheet(form.lines().flatMap(line -> line(line, values).stream()).toList());
  }

  private static List<Line> line(String line, Map<String, String> values) {
    var mark = line.indexOf(' ');
    var first = mark < 0 ? "" : line.substring(0, mark);
    var rest = line.substring(mark + 1);
    return switch (first) {
      case "#" -> List.of(new Line(Role.TITLE, "", filled(rest, values)));
      case "##" -> List.of(new Line(Role.HEADING, "", filled(rest, values)));
      case ">" -> List.of(new Line(Role.RIGHT, "", filled(rest, values)));
      case "|" -> {
        var bar = rest.indexOf('|');
        yield List.of(
            new Line(
                Role.PAIR,
                rest.substring(0, bar).strip(),
                filled(rest.substring(bar + 1).strip(), values)));
      }
      default ->
          // A value of several lines is several paragraphs.
          filled(line, values).lines().map(text -> new Line(Role.TEXT, "", text)).toList();
    };
  }

  private static String filled(String text, Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    Objects.requireNonNull(values.get(match.group(1)), match.group())));
  }

  /** All of its words. */
  public String words() {
    return String.join("\n", lines.stream().map(Line::whole).toList());
  }

  public String title() {
    return lines.get(0).text();
  }
}
