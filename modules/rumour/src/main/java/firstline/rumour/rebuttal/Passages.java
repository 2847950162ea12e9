package firstline.rumour.rebuttal;

import firstline.persistence.requirement.Requirement;
import firstline.rumour.rebuttal.Comments.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Where comments stand in a field. A comment holds on to the words it quotes: an edit elsewhere
 * does not move it, and one that leaves fewer of several equal passages moves it to the last of
 * them.
 */
final class Passages {
  /**
   * A run of the text and the comments that stand on it.
   *
   * @param numbers of the comments, in rising order; empty for plain text
   * @param last numbers of the comments that end with this run: where their sign is set
   */
  public record Piece(String text, List<Integer> numbers, List<Integer> last) {
    public boolean isMarked() {
      return !numbers.isEmpty();
    }
  }

  /** A comment with its number. */
  record Numbered(int number, Comment comment) {}

  private record Span(int number, int start, int end) {}

  private Passages() {}

  /** Index of the n-th such passage, or of the last if there are fewer; -1 if there is none. */
  static int place(String text, String quote, int occurrence) {
    var found = -1;
    for (var n = 0; n < occurrence; n++) {
      var next = text.indexOf(quote, found + 1);
      if (next < 0) {
        break;
      }
      found = next;
    }
    return found;
  }

  /** True if the words that the comment quotes still stand in the text. */
  static boolean stands(String text, Comment comment) {
    return comment.quote().isEmpty() || text.contains(comment.quote());
  }

  /** The text in runs, cut wherever an open comment begins or ends. */
  @Requirement("R2.15")
  static List<Piece> of(String text, List<Numbered> comments) {
    var spans = new ArrayList<Span>();
    for (var numbered : comments) {
      var quote = numbered.comment().quote();
      var start = quote.isEmpty() ? -1 : place(text, quote, numbered.comment().occurrence());
      if (start >= 0 && numbered.comment().isOpen()) {
        spans.add(new Span(numbered.number(), start, start + quote.length()));
      }
    }
    var cuts = new TreeSet<Integer>(List.of(0, text.length()));
    for (var span : spans) {
      cuts.add(span.start());
      cuts.add(span.end());
    }
    var pieces = new ArrayList<Piece>();
    var from = 0;
    for (var to : cuts) {
      if (to > from) {
        pieces.add(piece(text, spans, from, to));
      }
      from = to;
    }
    return pieces;
  }

  private static Piece piece(String text, List<Span> spans, int from, int to) {
    return new Piece(
        text.substring(from, to),
        spans.stream()
            .filter(span -> span.start() <= from && to <= span.end())
            .map(Span::number)
            .toList(),
        spans.stream().filter(span -> span.end() == to).map(Span::number).toList());
  }
}
