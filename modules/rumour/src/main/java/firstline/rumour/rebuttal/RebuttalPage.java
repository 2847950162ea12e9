package firstline.rumour.rebuttal;

import firstline.persistence.review.Difference;
import firstline.persistence.review.ReviewPanel;
import firstline.persistence.review.ReviewPanel.Change;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Happening;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One rebuttal on the screen. */
@Named
@RequestScoped
public class RebuttalPage {
  @Inject private RebuttalQueries queries;
  @Inject private EditRebuttal editRebuttal;
  @Inject private SubmitForReview submitForReview;
  @Inject private ApproveRebuttal approveRebuttal;
  @Inject private ReturnRebuttal returnRebuttal;
  @Inject private CorrectRebuttal correctRebuttal;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Words words;

  private RebuttalQueries.@Nullable View view;
  private @Nullable ContentForm form;

  public void load() {
    view = queries.one(screen.id());
  }

  public RebuttalQueries.View getView() {
    if (view == null) {
      load();
    }
    return Objects.requireNonNull(view);
  }

  public ContentForm getForm() {
    if (form == null) {
      form =
          screen.names("fact")
              ? ContentForm.posted(screen)
              : ContentForm.of(getView().newest().content());
    }
    return form;
  }

  public boolean isEditing() {
    return isEditable() && screen.names("edit");
  }

  public boolean isEditable() {
    return desk.may(RumourRights.DRAFT) && state().open();
  }

  public boolean isSubmittable() {
    return desk.may(RumourRights.DRAFT)
        && (state() == VersionState.DRAFT || state() == VersionState.RETURNED);
  }

  /** True for a reviewer who did not write it. */
  public boolean isReviewable() {
    return desk.may(RumourRights.REVIEW) && state() == VersionState.IN_REVIEW && !isMine();
  }

  /** True for a writer: a reviewer of one's own text is told why there is no button. */
  public boolean isMine() {
    return List.of(getView().newest().writers().split(" "))
        .contains(desk.officer().id().toString());
  }

  public boolean isPublishable() {
    return desk.may(RumourRights.PUBLISH) && state() == VersionState.APPROVED;
  }

  public boolean isCorrectable() {
    return desk.may(RumourRights.DRAFT)
        && getView().isPublic()
        && state() == VersionState.PUBLISHED;
  }

  public boolean isWithdrawable() {
    return desk.may(RumourRights.PUBLISH) && getView().isPublic();
  }

  public List<VersionKind> getCorrectionKinds() {
    return List.of(VersionKind.TYPO, VersionKind.FACT, VersionKind.VERDICT);
  }

  /** The newest wording's review. */
  public ReviewPanel getReview() {
    var newest = getView().newest();
    return new ReviewPanel(
        newest.ordinal() + " · " + words.get("rumour.kind." + newest.kind()) + " " + newest.note(),
        newest.writerNames(),
        newest.writtenAt(),
        newest.submittedAt(),
        Objects.requireNonNullElse(newest.approverName(), ""),
        newest.approvedAt(),
        newest.hash(),
        state() == VersionState.PUBLISHED ? null : newest.returnedWhy(),
        changes(),
        state() == VersionState.IN_REVIEW && desk.may(RumourRights.REVIEW) && isMine());
  }

  /** What happened, the newest on top. */
  public List<Happening> getHistory() {
    return getView().events().stream()
        .map(
            event ->
                new Happening(
                    event.at(),
                    event.officerName(),
                    event.departmentName(),
                    words.get("rumour.verb." + event.verb())
                        + " "
                        + words.of("rumour.version.n", event.ordinal()),
                    event.reason()))
        .toList();
  }

  /**
   * What changed since the reviewer last looked, or else since what is public; empty if neither.
   */
  private List<Change> changes() {
    var newest = getView().newest();
    var shown = getView().shown();
    var before = newest.looked();
    if (before == null && shown != null && shown.ordinal() != newest.ordinal()) {
      before = shown.content();
    }
    return before == null ? List.of() : changes(before, newest.content());
  }

  private List<Change> changes(Content before, Content now) {
    var changes = new ArrayList<Change>();
    var then = ContentForm.of(before);
    var after = ContentForm.of(now);
    add(changes, "claim", then.claim(), after.claim());
    add(changes, "fact", then.fact(), after.fact());
    add(changes, "explanation", then.explanation(), after.explanation());
    add(changes, "sources", then.sources(), after.sources());
    add(
        changes,
        "verdict",
        words.get("rumour.verdict." + then.verdict()),
        words.get("rumour.verdict." + after.verdict()));
    return changes;
  }

  private void add(List<Change> changes, String field, String before, String now) {
    if (!before.equals(now)) {
      changes.add(new Change(words.get("rumour.field." + field), Difference.of(before, now)));
    }
  }

  public void save() {
    screen.run(
        () ->
            editRebuttal.edit(
                new EditRebuttal.Command(id(), version(), ContentForm.posted(screen).content())),
        "rumour.saved",
        address());
  }

  public void submit() {
    screen.run(
        () -> submitForReview.submit(new SubmitForReview.Command(id(), version())),
        "rumour.submitted",
        address());
  }

  public void approve() {
    screen.run(
        () ->
            approveRebuttal.approve(
                new ApproveRebuttal.Command(id(), version(), screen.parameter("hash"))),
        "rumour.approved",
        address());
  }

  public void giveBack() {
    screen.run(
        () ->
            returnRebuttal.giveBack(
                new ReturnRebuttal.Command(
                    id(), version(), screen.parameter("hash"), screen.parameter("reason"))),
        "rumour.returned",
        address());
  }

  public void correct() {
    screen.run(
        () ->
            correctRebuttal.correct(
                new CorrectRebuttal.Command(
                    id(),
                    version(),
                    VersionKind.valueOf(screen.parameter("kind")),
                    screen.parameter("note"))),
        "rumour.correcting",
        address() + "&edit=1");
  }

  private VersionState state() {
    return VersionState.valueOf(getView().newest().state());
  }

  private UUID id() {
    return screen.id();
  }

  private long version() {
    return Long.parseLong(screen.parameter("version"));
  }

  private String address() {
    return "/console/rumour/rebuttal?id=" + id();
  }
}
