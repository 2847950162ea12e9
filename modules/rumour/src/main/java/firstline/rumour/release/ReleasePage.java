package firstline.rumour.release;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Happening;
import firstline.persistence.screen.Screen;
import firstline.rumour.RumourRights;
import firstline.rumour.text.TypedTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One release on the screen: what goes out, where it stands, what an officer brings back. */
@Named
@RequestScoped
public class ReleasePage {
  @Inject private ReleaseQueries queries;
  @Inject private OpenPackage openPackage;
  @Inject private HandOver handOver;
  @Inject private ConfirmRelease confirmRelease;
  @Inject private ConfirmCorrection confirmCorrection;
  @Inject private ConfirmTakedown confirmTakedown;
  @Inject private FailRelease failRelease;
  @Inject private RetryRelease retryRelease;
  @Inject private CancelRelease cancelRelease;
  @Inject private ReleaseWords releaseWords;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Clock clock;

  private ReleaseQueries.@Nullable View view;
  private OpenPackage.@Nullable Shown shown;
  private @Nullable Part picture;

  public void load() {
    view = queries.one(screen.id());
  }

  public ReleaseQueries.View getView() {
    if (view == null) {
      load();
    }
    return Objects.requireNonNull(view);
  }

  /** What goes out on this channel. */
  public OpenPackage.Shown getShown() {
    if (shown == null) {
      shown = openPackage.shown(screen.id());
    }
    return shown;
  }

  public List<Happening> getHistory() {
    return releaseWords.history(getView().events());
  }

  private boolean may(String... states) {
    return desk.may(RumourRights.PUBLISH) && List.of(states).contains(getView().line().state());
  }

  private boolean byHand() {
    return !getView().line().automatic();
  }

  public boolean isTakeable() {
    return byHand() && may("QUEUED") && !getView().line().dueAt().isAfter(clock.instant());
  }

  public boolean isConfirmable() {
    return byHand() && (may("SENT") || (may("FAILED") && getView().line().sentAt() != null));
  }

  /** True if somebody has to bring the receipt of a correction. */
  public boolean isCorrectable() {
    return byHand() && may("CORRECTION_DUE");
  }

  /** The release of the newer text on this channel, if one was ordered. */
  public ReleaseQueries.@Nullable Line getNext() {
    var line = getView().line();
    return queries.of(line.rebuttalId()).stream()
        .filter(other -> other.channel().equals(line.channel()))
        .filter(other -> other.ordinal() > line.ordinal() && !other.state().equals("CANCELLED"))
        .findFirst()
        .orElse(null);
  }

  public boolean isFailable() {
    return byHand() && may("SENT");
  }

  public boolean isRetryable() {
    return may("FAILED");
  }

  public boolean isCancellable() {
    return byHand() && may("QUEUED", "FAILED") && getView().line().sentAt() == null;
  }

  /** For the field in which an officer says when it appeared. */
  public String getNow() {
    return TypedTime.shown(clock.instant());
  }

  public @Nullable Part getPicture() {
    return picture;
  }

  public void setPicture(@Nullable Part picture) {
    this.picture = picture;
  }

  public void take() {
    run(() -> handOver.handOver(new HandOver.Command(id(), screen.version())));
  }

  public void confirm() {
    run(() -> confirmRelease.confirm(new ConfirmRelease.Command(id(), screen.version(), seen())));
  }

  public void corrected() {
    run(
        () ->
            confirmCorrection.confirm(
                new ConfirmCorrection.Command(id(), screen.version(), seen())));
  }

  public void takenDown() {
    run(() -> confirmTakedown.confirm(new ConfirmTakedown.Command(id(), screen.version(), seen())));
  }

  public void fail() {
    run(() -> failRelease.fail(new FailRelease.Command(id(), screen.version(), why())));
  }

  public void retry() {
    run(() -> retryRelease.retry(new RetryRelease.Command(id(), screen.version())));
  }

  public void cancel() {
    run(() -> cancelRelease.cancel(new CancelRelease.Command(id(), screen.version(), why())));
  }

  private KeepReceipt.Seen seen() throws IOException {
    var at = TypedTime.instant(screen.parameter("appeared"));
    var part = picture;
    return new KeepReceipt.Seen(
        screen.parameter("url"),
        at == null ? clock.instant() : at,
        screen.parameter("note"),
        part == null || part.getSize() == 0
            ? null
            : new KeepReceipt.Picture(
                part.getInputStream(),
                Objects.requireNonNullElse(part.getSubmittedFileName(), "")));
  }

  private void run(Screen.Action action) {
    screen.run(action, "rumour.release.done", "/console/rumour/release?id=" + id());
  }

  private UUID id() {
    return screen.id();
  }

  private String why() {
    return screen.parameter("why");
  }
}
