package firstline.console.bulletin;

import firstline.console.bulletin.Template.Bound;
import firstline.console.bulletin.Template.Figure;
import firstline.console.bulletin.Template.Own;
import firstline.console.bulletin.Template.Typed;
import firstline.console.bulletin.Template.Words;
import firstline.persistence.digest.Sha256;
import firstline.persistence.requirement.Requirement;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts of a bulletin: each a template.
 *
 * @param body the long text
 * @param message for phones
 * @param spoken as it is read over loudspeakers
 */
public record BulletinText(String title, String body, String message, String spoken) {
  /** What the bulletin itself says of its tags. */
  public record Frame(String areaName, LocalDate since, LocalDate until) {}

  /** What a piece of a filled text is. */
  public enum Kind {
    WORDS,
    /** A number that somebody typed. */
    TYPED,
    /** A number that is counted. */
    COUNTED
  }

  /**
   * A piece of a filled text.
   *
   * @param place of a counted number in the list of figures; -1 of others
   */
  public record Piece(Kind kind, String text, int place) {}

  /** A title, which names no figure. */
  static String title(String title, Frame frame) {
    return plain(title, frame, List.of(), Map.of());
  }

  /** Everything that it names, each figure once, in the order of the texts. */
  public List<Figure> figures() {
    return texts().flatMap(text -> Template.read(text).figures().stream()).distinct().toList();
  }

  private Stream<String> texts() {
    return Stream.of(title, body, message, spoken);
  }

  /** A text with its values: paragraphs of pieces. */
  @Requirement("R100.2")
  static List<List<Piece>> filled(
      String text, Frame frame, List<Figure> figures, Map<Figure, Long> values) {
    return text.lines()
        .map(
            line ->
                Template.read(line).parts().stream()
                    .map(part -> piece(part, frame, figures, values))
                    .toList())
        .toList();
  }

  private static Piece piece(
      Template.Part part, Frame frame, List<Figure> figures, Map<Figure, Long> values) {
    if (part instanceof Typed typed) {
      return new Piece(Kind.TYPED, typed.text(), -1);
    }
    if (part instanceof Bound bound) {
      return new Piece(
          Kind.COUNTED,
          number(values.getOrDefault(bound.figure(), 0L)),
          figures.indexOf(bound.figure()));
    }
    if (part instanceof Own own) {
      return new Piece(
          Kind.WORDS,
          switch (own.name()) {
            case "area" -> frame.areaName();
            case "since" -> frame.since().toString();
            default -> frame.until().toString();
          },
          -1);
    }
    return new Piece(Kind.WORDS, ((Words) part).text(), -1);
  }

  /** A text with its values as it goes out. */
  static String plain(String text, Frame frame, List<Figure> figures, Map<Figure, Long> values) {
    return filled(text, frame, figures, values).stream()
        .map(line -> line.stream().map(Piece::text).collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  /** SHA-256 in hexadecimal of all that goes out. */
  String hash(Frame frame, List<Figure> figures, Map<Figure, Long> values) {
    return Sha256.hex(
        texts()
            .map(text -> plain(text, frame, figures, values))
            .collect(Collectors.joining("\u0000"))
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String number(long value) {
    return NumberFormat.getIntegerInstance(Locale.ROOT).format(value);
  }
}
