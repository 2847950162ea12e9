package firstline.console.bulletin;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text with tags, pure. A tag is {@code {key}}, {@code {key total}} or {@code {key last}}, with
 * {@code @} and twelve digits behind the key for another area than the bulletin's; {@code {area}},
 * {@code {since}} and {@code {until}} are the bulletin's own.
 *
 * @param parts in the order of the text; together they are all of it
 */
public record Template(List<Part> parts) {
  /** Which days a figure adds up. Words: {@code bulletin.span.<name>}. */
  public enum Span {
    /** The bulletin's own days. */
    PERIOD,
    /** Everything up to the bulletin's last day. */
    TOTAL,
    /** The bulletin's last day alone. */
    LAST
  }

  /**
   * A figure that a text names.
   *
   * @param area 12 digits; empty for the bulletin's own
   */
  public record Figure(String key, String area, Span span) {}

  /** A piece of a text. */
  public sealed interface Part permits Words, Typed, Bound, Own {}

  /** What somebody wrote, without a number in it. */
  public record Words(String text) implements Part {}

  /** A number that somebody typed. */
  public record Typed(String text) implements Part {}

  /** A number that is counted. */
  public record Bound(Figure figure) implements Part {}

  /** The bulletin's area or one of its days: {@code area}, {@code since} or {@code until}. */
  public record Own(String name) implements Part {}

  private static final Set<String> OWN = Set.of("area", "since", "until");
  private static final Pattern TAG =
      Pattern.compile("([a-z][a-z0-9.-]{0,59})(?:@(\\d{12}))?(?: +(total|last))?");

  /**
   * Figures in either script: Arabic ones with their marks, and Chinese ones where a measure word
   * follows, since 一 alone is more often a word than a number.
   */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[0-9０-９][0-9０-９,，.．]*[0-9０-９]|[0-9０-９]"
              + "|[〇零一二三四五六七八九十百千万亿两]+(?=余?(?:起|件|条|次|人|个|家|份|部|支|张|台|处|户|吨|元|万元|倍|成|名|场|期|种|只|架|辆))"
              + "|百分之[〇零一二三四五六七八九十百点]+");

  /**
   * Reads a text.
   *
   * @throws Refusal {@code bulletin.brace} with the line; {@code bulletin.tag} with what stands
   *     between the braces, and the line
   */
  @Requirement({"R100.1", "R100.2"})
  public static Template read(String text) {
    var parts = new ArrayList<Part>();
    var at = 0;
    while (at < text.length()) {
      var open = text.indexOf('{', at);
      words(parts, text.substring(at, open < 0 ? text.length() : open));
      if (open < 0) {
        break;
      }
      var close = text.indexOf('}', open);
      if (close < 0) {
        throw new Refusal("bulletin.brace", line(text, open));
      }
      parts.add(tag(text.substring(open + 1, close).strip(), line(text, open)));
      at = close + 1;
    }
    return new Template(List.copyOf(parts));
  }

  /** The figures that it names, each once, in order. */
  public List<Figure> figures() {
    return parts.stream()
        .filter(Bound.class::isInstance)
        .map(part -> ((Bound) part).figure())
        .distinct()
        .toList();
  }

  private static Part tag(String tag, int line) {
    if (OWN.contains(tag)) {
      return new Own(tag);
    }
    var read = TAG.matcher(tag);
    if (!read.matches()) {
      throw new Refusal("bulletin.tag", tag, line);
    }
    var area = read.group(2) == null ? "" : read.group(2);
    var span =
        read.group(3) == null
            ? Span.PERIOD
            : read.group(3).equals("total") ? Span.TOTAL : Span.LAST;
    return new Bound(new Figure(read.group(1), area, span));
  }

  private static void words(List<Part> parts, String text) {
    var number = NUMBER.matcher(text);
    var at = 0;
    while (number.find()) {
      if (number.start() > at) {
        parts.add(new Words(text.substring(at, number.start())));
      }
      parts.add(new Typed(number.group()));
      at = number.end();
    }
    if (at < text.length()) {
      parts.add(new Words(text.substring(at)));
    }
  }

  private static int line(String text, int at) {
    return 1 + (int) text.substring(0, at).chars().filter(letter -> letter == '\n').count();
  }
}
