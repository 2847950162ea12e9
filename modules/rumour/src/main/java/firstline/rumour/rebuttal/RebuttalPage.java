package firstline.rumour.rebuttal;

import firstline.persistence.review.ReviewPanel;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Happening;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import firstline.rumour.RumourRights;
import firstline.rumour.rebuttal.RebuttalQueries.Version;
import firstline.rumour.typing.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One rebuttal on the screen. */
@Named
@RequestScoped
public class RebuttalPage {
  @Inject private RebuttalQueries queries;
  @Inject private ReviewQueries reviewQueries;
  @Inject private OpenForReview openForReview;
  @Inject private CorrectRebuttal correctRebuttal;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Words words;
  @Inject private Typed typed;
  @Inject private Clock clock;

  private RebuttalQueries.@Nullable View view;
  private ReviewQueries.@Nullable Panel panel;
  private @Nullable ContentForm form;
  private Typed.@Nullable Form kept;

  /** A reviewer who opens what awaits a review has looked at it. */
  public void load() {
    view = queries.one(screen.id());
    if (isReviewable()
        && !isEditing()
        && !getPanel().knows()
        && desk.officer().lookedAtBy() == null) {
      openForReview.open(new OpenForReview.Command(view.id()));
    }
  }

  public RebuttalQueries.View getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  /** Who decided, who may, what changed, what was said. */
  public ReviewQueries.Panel getPanel() {
    if (panel == null) {
      panel = reviewQueries.of(getView());
    }
    return panel;
  }

  /** What was typed before, if it is another text than what is saved. */
  public Typed.@Nullable Form getKept() {
    if (kept == null) {
      kept =
          typed
              .in(getSubject())
              .filter(one -> !ContentForm.of(one.fields()).equals(saved()))
              .orElse(null);
    }
    return kept;
  }

  public String getSubject() {
    return EditRebuttal.subject(getView().id());
  }

  public ContentForm getForm() {
    if (form == null) {
      var before = screen.names("take") ? getKept() : null;
      if (screen.names("claimText")) {
        form = ContentForm.posted(screen);
      } else {
        form = before == null ? saved() : ContentForm.of(before.fields());
      }
    }
    return form;
  }

  private ContentForm saved() {
    return ContentForm.of(getView().newest().content());
  }

  /** True while the form still shows what is saved, and something else was typed before. */
  public boolean isOffered() {
    return !screen.names("take") && !screen.names("claimText") && getKept() != null;
  }

  public Preview getPreview() {
    return Preview.of(getForm(), ReadingRate.current());
  }

  /** Minutes and seconds in words. */
  public String reading(int seconds) {
    return PreviewServlet.reading(words, seconds);
  }

  /** The text in its fields, with what was said on them. */
  public List<TextField> getTexts() {
    return TextField.of(getView().newest().content(), getPanel().comments());
  }

  /** How much of its room a variant takes; empty for other fields. */
  public String room(TextField text) {
    var made = text.isMade() ? " · " + words.get("rumour.preview.made") : "";
    return switch (text.field()) {
      case SHORT -> Variants.length(text.text()) + " / " + Variants.SHORT + made;
      case SCRIPT -> reading(ReadingRate.current().seconds(text.text())) + made;
      case POSTER -> Variants.length(text.text()) + " / " + Variants.POSTER + made;
      default -> "";
    };
  }

  public boolean isEditing() {
    return isEditable() && screen.names("edit");
  }

  public boolean isEditable() {
    return desk.may(RumourRights.DRAFT)
        && (state().open() || (state() == VersionState.REVOKED && !isWithdrawn()));
  }

  private boolean isWithdrawn() {
    return getView().withdrawnAt() != null;
  }

  public boolean isSubmittable() {
    return desk.may(RumourRights.DRAFT)
        && (state() == VersionState.DRAFT || state() == VersionState.RETURNED);
  }

  /** True for a reviewer who did not write it and has not decided yet. */
  public boolean isReviewable() {
    return reviewable(getView().newest());
  }

  private boolean reviewable(Version version) {
    return desk.may(RumourRights.REVIEW)
        && version.awaitsReview()
        && !ReviewQueries.barred(version).contains(desk.officer().id());
  }

  /** True for whoever may say something on a passage. */
  public boolean isCommentable() {
    return (desk.may(RumourRights.REVIEW) || desk.may(RumourRights.DRAFT))
        && (state().open() || getView().newest().awaitsReview());
  }

  public boolean isResolvable() {
    return desk.may(RumourRights.DRAFT);
  }

  public Field[] getFields() {
    return Field.values();
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
    return review(getView().newest());
  }

  /**
   * What the public reads already and the last reviewer has not seen yet, while a correction is
   * written; null otherwise.
   */
  public @Nullable ReviewPanel getAfterwards() {
    return getView().versions().stream()
        .filter(version -> version != getView().newest() && version.isDueAfterwards())
        .findFirst()
        .map(this::review)
        .orElse(null);
  }

  public boolean isAfterwardsReviewable() {
    return getView().versions().stream()
        .anyMatch(version -> version != getView().newest() && reviewable(version));
  }

  /** The last reviewer's word against what is public; null if there is none. */
  public @Nullable Version getObjected() {
    return getView().versions().stream()
        .filter(version -> version.state().equals("PUBLISHED") && version.objection() != null)
        .findFirst()
        .orElse(null);
  }

  private ReviewPanel review(Version version) {
    return new ReviewView(getView(), getPanel(), words)
        .of(version, desk.may(RumourRights.REVIEW), desk.officer().id(), clock.instant());
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

  public void correct() {
    screen.run(
        () ->
            correctRebuttal.correct(
                new CorrectRebuttal.Command(
                    id(),
                    screen.version(),
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

  private String address() {
    return "/console/rumour/rebuttal?id=" + id();
  }
}
