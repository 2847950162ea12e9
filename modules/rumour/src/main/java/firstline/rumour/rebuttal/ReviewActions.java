package firstline.rumour.rebuttal;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.review.Review.Lane;
import firstline.persistence.screen.Screen;
import firstline.rumour.typing.DropTyped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.UUID;

/** What writers and reviewers do on the page of a rebuttal, until it may go out. */
@Named
@RequestScoped
public class ReviewActions {
  @Inject private EditRebuttal editRebuttal;
  @Inject private SubmitForReview submitForReview;
  @Inject private ApproveRebuttal approveRebuttal;
  @Inject private ReturnRebuttal returnRebuttal;
  @Inject private CommentOnPassage commentOnPassage;
  @Inject private ResolveComment resolveComment;
  @Inject private DropTyped dropTyped;
  @Inject private Screen screen;

  public void save() {
    screen.run(
        () ->
            editRebuttal.edit(
                new EditRebuttal.Command(
                    id(), screen.version(), ContentForm.posted(screen).content())),
        "rumour.saved",
        address());
  }

  public void submit() {
    submit(Lane.NORMAL);
  }

  public void submitInEmergency() {
    submit(Lane.EMERGENCY);
  }

  private void submit(Lane lane) {
    screen.run(
        () ->
            submitForReview.submit(
                new SubmitForReview.Command(
                    id(), screen.version(), lane, screen.parameter("emergencyWhy"))),
        "rumour.submitted",
        address());
  }

  public void approve() {
    screen.run(
        () ->
            approveRebuttal.approve(
                new ApproveRebuttal.Command(id(), screen.version(), screen.parameter("hash"))),
        "rumour.approved",
        address());
  }

  public void giveBack() {
    screen.run(
        () ->
            returnRebuttal.giveBack(
                new ReturnRebuttal.Command(
                    id(), screen.version(), screen.parameter("hash"), screen.parameter("reason"))),
        "rumour.returned",
        address());
  }

  public void comment() {
    screen.run(
        () ->
            commentOnPassage.comment(
                new CommentOnPassage.Command(
                    id(),
                    field(),
                    screen.parameter("quote"),
                    occurrence(),
                    screen.parameter("said"))),
        "rumour.commented",
        address());
  }

  public void resolve() {
    screen.run(
        () -> resolveComment.resolve(new ResolveComment.Command(id(), screen.id("comment"))),
        "rumour.comment.resolved",
        address());
  }

  /** What was typed and not saved is not wanted. */
  public void drop() {
    screen.run(
        () -> dropTyped.drop(new DropTyped.Command(EditRebuttal.subject(id()))),
        "rumour.typed.dropped",
        address() + "&edit=1");
  }

  /** The same for the first draft of an answer. */
  public void dropDraft() {
    var rumour = screen.id("rumour");
    screen.run(
        () -> dropTyped.drop(new DropTyped.Command(DraftRebuttal.subject(rumour))),
        "rumour.typed.dropped",
        "/console/rumour/draft?rumour=" + rumour);
  }

  private Field field() {
    return Arrays.stream(Field.values())
        .filter(one -> one.name().equals(screen.parameter("field")))
        .findFirst()
        .orElseThrow(() -> new Refusal("rumour.choice", screen.parameter("field")));
  }

  private int occurrence() {
    var typed = screen.parameter("occurrence");
    return typed.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(typed) : 1;
  }

  private UUID id() {
    return screen.id();
  }

  private String address() {
    return "/console/rumour/rebuttal?id=" + id();
  }
}
