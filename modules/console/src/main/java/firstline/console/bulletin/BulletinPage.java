package firstline.console.bulletin;

import firstline.persistence.indicator.IndicatorContribution;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.review.Review;
import firstline.persistence.review.ReviewPanel;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One bulletin: its texts, the figures in them, and what may be done with it. */
@Named
@RequestScoped
public class BulletinPage {
  private static final String HERE = "/console/bulletin?id=";

  @Inject private BulletinQueries queries;
  @Inject private SubmitBulletin submitBulletin;
  @Inject private ReviewBulletin reviewBulletin;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject @Any private Instance<IndicatorContribution> contributions;

  private BulletinQueries.@Nullable View view;
  private @Nullable List<Indicators.Told> sources;

  public void load() {
    getView();
  }

  public BulletinQueries.View getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  private boolean is(BulletinState state) {
    return getView().line().state() == state;
  }

  private boolean isMine() {
    return getView().writers().contains(desk.officer().id().toString());
  }

  public ReviewPanel getReview() {
    var shown = getView();
    var last = queries.reviews(shown.id()).stream().reduce((earlier, later) -> later);
    return new ReviewPanel(
        shown.line().heading(),
        shown.line().writers(),
        shown.line().writtenAt(),
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
        isMine()
            && (desk.may(BulletinRights.REVIEW) && is(BulletinState.IN_REVIEW)
                || desk.may(BulletinRights.SIGN) && is(BulletinState.APPROVED)));
  }

  public boolean isEditable() {
    return desk.may(BulletinRights.WRITE) && is(BulletinState.DRAFT);
  }

  public boolean isReviewable() {
    return desk.may(BulletinRights.REVIEW) && is(BulletinState.IN_REVIEW) && !isMine();
  }

  public boolean isSignable() {
    return desk.may(BulletinRights.SIGN) && is(BulletinState.APPROVED) && !isMine();
  }

  public boolean isCorrectable() {
    return desk.may(BulletinRights.WRITE)
        && is(BulletinState.ISSUED)
        && getView().correctedBy() == null;
  }

  /** The figure that is followed; null if none is. */
  public BulletinQueries.@Nullable Shown getFollowed() {
    var place = screen.parameter("place");
    if (place.isEmpty()) {
      return null;
    }
    return getView().figures().stream()
        .filter(figure -> Integer.toString(figure.place()).equals(place))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** What the figure that is followed was made of. */
  public List<Indicators.Told> getSources() {
    var followed = getFollowed();
    if (sources == null && followed != null) {
      sources = queries.sources(getView(), followed.place());
    }
    return Objects.requireNonNullElse(sources, List.of());
  }

  /** Address of the list that the figure is counted from; empty if there is none. */
  public String rows(String key) {
    return contributions.stream()
        .flatMap(module -> module.indicators().stream())
        .filter(indicator -> indicator.key().equals(key))
        .map(IndicatorContribution.Indicator::rows)
        .findFirst()
        .orElse("");
  }

  public void submit() {
    run(
        () -> submitBulletin.submit(new SubmitBulletin.Command(screen.id(), screen.version())),
        "bulletin.submitted");
  }

  public void approve() {
    run(() -> reviewBulletin.approve(read()), "bulletin.approved");
  }

  public void giveBack() {
    run(() -> reviewBulletin.giveBack(back()), "bulletin.returned");
  }

  public void decline() {
    run(() -> reviewBulletin.decline(back()), "bulletin.returned");
  }

  public void sign() {
    run(() -> reviewBulletin.sign(read()), "bulletin.issued");
  }

  private ReviewBulletin.Approve read() {
    return new ReviewBulletin.Approve(screen.id(), screen.version(), screen.parameter("hash"));
  }

  private ReviewBulletin.Return back() {
    return new ReviewBulletin.Return(
        screen.id(), screen.version(), screen.parameter("hash"), screen.parameter("reason"));
  }

  private void run(Screen.Action action, String done) {
    screen.run(action, done, HERE + screen.id());
  }
}
