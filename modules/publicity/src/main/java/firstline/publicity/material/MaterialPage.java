package firstline.publicity.material;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.review.Review;
import firstline.persistence.review.ReviewPanel;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Happening;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One material on the screen, one of its versions at the front, and what may be done with it. */
@Named
@RequestScoped
public class MaterialPage {
  @Inject private MaterialQueries queries;
  @Inject private SubmitMaterial submitMaterial;
  @Inject private ReviewMaterial reviewMaterial;
  @Inject private PublishMaterial publishMaterial;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Words words;

  private MaterialQueries.@Nullable View view;
  private @Nullable ReviewPanel review;

  public void load() {
    getView();
  }

  public MaterialQueries.View getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  /** The version that the address names, or the newest. */
  public MaterialQueries.Version getShown() {
    var versions = getView().versions();
    return screen.names("v")
        ? versions.stream()
            .filter(one -> one.id().equals(screen.id("v")))
            .findFirst()
            .orElseThrow(NotFound::new)
        : versions.get(0);
  }

  public boolean isShown(UUID version) {
    return getShown().id().equals(version);
  }

  /** True if it is looked at as a picture. */
  public boolean isPicture() {
    return type().startsWith("image/");
  }

  public boolean isFilm() {
    return type().startsWith("video/");
  }

  public boolean isSound() {
    return type().startsWith("audio/");
  }

  private String type() {
    var attachment = getShown().content().attachment();
    return attachment == null ? "" : attachment.mediaType();
  }

  /** The review, put into words for the component that shows it. */
  public ReviewPanel getReview() {
    if (review == null) {
      var shown = getShown();
      var last = queries.reviews(shown.id()).stream().reduce((a, b) -> b);
      review =
          new ReviewPanel(
              words.of("publicity.version.of", getView().number(), shown.ordinal()),
              shown.writerNames(),
              shown.draftedAt(),
              shown.submittedAt(),
              shown.hash(),
              "",
              last.filter(one -> one.state() != Review.State.VOID)
                  .map(ReviewPanel::steps)
                  .orElse(List.of()),
              "",
              null,
              shown.returnedWhy().isEmpty() ? null : shown.returnedWhy(),
              null,
              List.of(),
              desk.may(PublicityRights.REVIEW) && isState(MaterialState.IN_REVIEW) && isMine());
    }
    return review;
  }

  private boolean isState(MaterialState state) {
    return getShown().state().equals(state.name());
  }

  private boolean isMine() {
    return getShown().writers().contains(desk.officer().id().toString());
  }

  public boolean isEditable() {
    return desk.may(PublicityRights.DRAFT) && isState(MaterialState.DRAFT);
  }

  public boolean isSubmittable() {
    return isEditable();
  }

  public boolean isReviewable() {
    return desk.may(PublicityRights.REVIEW) && isState(MaterialState.IN_REVIEW) && !isMine();
  }

  public boolean isPublishable() {
    return desk.may(PublicityRights.PUBLISH) && isState(MaterialState.APPROVED);
  }

  public boolean isArchivable() {
    return desk.may(PublicityRights.PUBLISH)
        && (isState(MaterialState.PUBLISHED) || isState(MaterialState.EXPIRED));
  }

  /** Number of the rebuttal that was corrected since, for what is to go out or is; else empty. */
  public String getDue() {
    return isState(MaterialState.APPROVED) || isState(MaterialState.PUBLISHED)
        ? queries.due(getShown().id())
        : "";
  }

  public boolean isRecallable() {
    return desk.may(PublicityRights.RECALL)
        && (isState(MaterialState.APPROVED)
            || getShown().publishedAt() != null && !isState(MaterialState.RECALLED));
  }

  /** True if a version may be written beside the one that is shown. */
  public boolean isFollowable() {
    return desk.may(PublicityRights.DRAFT)
        && getView().versions().stream()
            .filter(one -> one.variant().equals(getShown().variant()))
            .noneMatch(
                one ->
                    one.state().equals(MaterialState.DRAFT.name())
                        || one.state().equals(MaterialState.IN_REVIEW.name())
                        || one.state().equals(MaterialState.APPROVED.name()));
  }

  public List<Happening> getHistory() {
    return queries.history(getView().id()).stream()
        .map(
            event ->
                event.said(
                    words.get("publicity.verb." + event.verb())
                        + " "
                        + words.of("publicity.version.short", event.ordinal())))
        .toList();
  }

  public void submit() {
    run(() -> submitMaterial.submit(new SubmitMaterial.Command(version(), row())));
  }

  public void approve() {
    run(
        () ->
            reviewMaterial.approve(
                new ReviewMaterial.Approve(version(), row(), screen.parameter("hash"))));
  }

  public void giveBack() {
    run(
        () ->
            reviewMaterial.giveBack(
                new ReviewMaterial.Return(
                    version(), row(), screen.parameter("hash"), screen.parameter("reason"))));
  }

  public void publish() {
    run(() -> publishMaterial.publish(new PublishMaterial.Command(version(), row())));
  }

  public void archive() {
    run(() -> publishMaterial.archive(new PublishMaterial.Archive(version(), row())));
  }

  private void run(Screen.Action action) {
    screen.run(
        action,
        "publicity.done",
        "/console/publicity/material?id=" + screen.id() + "&v=" + version());
  }

  private UUID version() {
    return screen.id("v");
  }

  private long row() {
    return screen.version();
  }
}
