package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.READ;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A reviewer or a writer says something on a passage of the newest version. */
@ApplicationScoped
public class CommentOnPassage {
  private static final int QUOTE = 500;
  private static final int TEXT = 2_000;

  /**
   * What is said, and on what.
   *
   * @param quote the passage as it stands in the field; empty for the whole field
   * @param occurrence which of the equal passages, counted from 1
   */
  public record Command(
      @NotNull UUID id,
      @NotNull Field field,
      @NotNull String quote,
      @Min(1) int occurrence,
      @NotNull String text) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Comments comments;
  @Inject private Desk desk;

  @Allows(right = READ)
  @Requirement({"R2.15", "R6.1"})
  public UUID comment(@Valid Command command) {
    if (!desk.may(RumourRights.REVIEW) && !desk.may(RumourRights.DRAFT)) {
      throw new Refusal("right.missing", RumourRights.REVIEW);
    }
    var rebuttal = rebuttals.at(command.id());
    var version = rebuttal.newest();
    if (!version.state().open() && !version.awaitsReview()) {
      throw new Refusal("rebuttal.closed");
    }
    var quote = PlainText.lines(command.quote());
    var text = PlainText.lines(command.text());
    if (text.isEmpty() || text.length() > TEXT) {
      throw new Refusal("comment.text", TEXT);
    }
    if (quote.length() > QUOTE) {
      throw new Refusal("comment.quote.long", QUOTE);
    }
    if (!quote.isEmpty()
        && Passages.place(Field.text(command.field(), version.content()), quote, 1) < 0) {
      throw new Refusal("comment.passage");
    }
    return comments.add(
        rebuttal.id(), version.ordinal(), command.field(), quote, command.occurrence(), text);
  }
}
