package firstline.rumour.rebuttal;

import firstline.rumour.rebuttal.Comments.Comment;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of the text as a reviewer reads it, with what was said on it.
 *
 * @param pieces its text, cut where comments stand
 * @param isMade true for a variant that nobody wrote
 */
public record TextField(
    Field field, String text, List<Passages.Piece> pieces, List<Note> notes, boolean isMade) {

  /**
   * A comment beside its field.
   *
   * @param stands false once the words that it quotes were changed
   */
  public record Note(int number, Comment comment, boolean stands) {}

  /** Every field that says something, in the order in which it is read. */
  static List<TextField> of(Content content, List<Comment> comments) {
    var numbered = new ArrayList<Passages.Numbered>();
    comments.forEach(comment -> numbered.add(new Passages.Numbered(numbered.size() + 1, comment)));
    var fields = new ArrayList<TextField>();
    ContentForm.of(content)
        .texts(content.variants())
        .forEach(
            (field, text) -> {
              var on = numbered.stream().filter(one -> one.comment().field() == field).toList();
              if (!text.isEmpty() || !on.isEmpty()) {
                fields.add(
                    new TextField(
                        field,
                        text,
                        Passages.of(text, on),
                        on.stream().map(one -> note(one, text)).toList(),
                        made(field, content.written())));
              }
            });
    return fields;
  }

  private static Note note(Passages.Numbered numbered, String text) {
    return new Note(
        numbered.number(), numbered.comment(), Passages.stands(text, numbered.comment()));
  }

  private static boolean made(Field field, Variants written) {
    return switch (field) {
      case SHORT -> written.shortText().isEmpty();
      case SCRIPT -> written.script().isEmpty();
      case POSTER -> written.poster().isEmpty();
      default -> false;
    };
  }
}
