package firstline.broadcast.schedule;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.conflict.CheckConflicts;
import firstline.broadcast.conflict.Findings;
import firstline.broadcast.media.MediaQueries;
import firstline.broadcast.media.Sound;
import firstline.broadcast.programme.Kind;
import firstline.persistence.review.Review;
import firstline.persistence.review.ReviewPanel;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Happening;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Language;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One schedule on the screen and what may be done with it now. */
@Named
@RequestScoped
public class SchedulePage {
  private static final Set<String> WRITING = Set.of("DRAFTED", "EDITED", "ORDERED", "BY_RULE");

  @Inject private ScheduleQueries queries;
  @Inject private MediaQueries mediaQueries;
  @Inject private HandoverQueries handoverQueries;
  @Inject private ScheduleReviews scheduleReviews;
  @Inject private SubmitSchedule submitSchedule;
  @Inject private ReviewSchedule reviewSchedule;
  @Inject private WithdrawSchedule withdrawSchedule;
  @Inject private CheckConflicts checkConflicts;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Language language;
  @Inject private Words words;
  @Inject private Clock clock;

  private ScheduleQueries.@Nullable View view;
  private @Nullable ReviewPanel review;
  private @Nullable Findings conflicts;
  private @Nullable List<HandoverQueries.Handover> handovers;

  public void load() {
    view = queries.one(screen.id(), language.tag());
  }

  public ScheduleQueries.View getView() {
    if (view == null) {
      load();
    }
    return Objects.requireNonNull(view);
  }

  /** What is heard instead of the text, in its order. */
  public List<MediaQueries.Line> getSounds() {
    return mediaQueries.of(getView().plan().media().stream().map(Sound::sha256).toList());
  }

  /** The recording that followed the text of an emergency. */
  public List<MediaQueries.Line> getSpoken() {
    return getView().plan().kind() == Kind.EMERGENCY
        ? mediaQueries.spoken(getView().id())
        : List.of();
  }

  /** What it takes over, and what others take over from it. */
  public List<HandoverQueries.Handover> getHandovers() {
    if (handovers == null) {
      handovers = handoverQueries.of(getView().id());
    }
    return handovers;
  }

  public boolean isReplaceable() {
    return desk.may(BroadcastRights.DRAFT)
        && isState("APPROVED")
        && (getView().plan().kind() == Kind.ROUTINE || getView().plan().kind() == Kind.DRILL)
        && !getView().next().isEmpty();
  }

  /** The plays that may be edited: the one that the address names, and the next. */
  public List<Instant> getStarts() {
    var starts = new TreeSet<>(getView().next());
    try {
      var start = Instant.parse(screen.parameter("start"));
      if (start.isAfter(clock.instant())) {
        return Stream.concat(Stream.of(start), starts.stream().filter(at -> !at.equals(start)))
            .toList();
      }
    } catch (DateTimeException e) {
      // The address names none.
    }
    return List.copyOf(starts);
  }

  /** The review, put into words for the component that shows it. */
  public ReviewPanel getReview() {
    if (review == null) {
      var last = scheduleReviews.of(getView().id()).stream().reduce((a, b) -> b);
      review =
          new ReviewPanel(
              getView().number(),
              writers(),
              getView().draftedAt(),
              getView().submittedAt(),
              getView().hash(),
              "",
              last.map(ReviewPanel::steps).orElse(List.of()),
              "",
              null,
              returnedWhy(last.orElse(null)),
              null,
              List.of(),
              desk.may(BroadcastRights.REVIEW) && isAwaited() && isMine());
    }
    return review;
  }

  private @Nullable String returnedWhy(@Nullable Review last) {
    return last == null || !isState("RETURNED")
        ? null
        : last.decisions().get(last.decisions().size() - 1).reason();
  }

  private String writers() {
    return getView().events().stream()
        .filter(event -> WRITING.contains(event.verb()))
        .map(ScheduleQueries.Event::officerName)
        .distinct()
        .reduce((a, b) -> a + words.get("broadcast.and") + b)
        .orElse("");
  }

  /** True as long as it can be changed, or given back to be: then it is checked. */
  public boolean isChecked() {
    return isState("DRAFT") || isState("RETURNED") || isState("REVIEW");
  }

  /** What stands against it. */
  public Findings getConflicts() {
    if (conflicts == null) {
      var plan = getView().plan();
      var takeover = handoverQueries.takeover(getView().id(), plan.when()).orElse(null);
      conflicts = checkConflicts.check(Candidates.of(plan, getView().area(), takeover));
    }
    return conflicts;
  }

  /** The same in words. */
  public List<Findings.Line> getConflictLines() {
    return getConflicts().lines(language.tag());
  }

  /** True if one press moves its times to where they meet nothing. */
  public boolean isShiftable() {
    var shift = isEditable() ? getConflicts().shift() : null;
    return shift != null && Shift.rule(getView().plan().when(), shift).isPresent();
  }

  private boolean isState(String state) {
    return getView().state().equals(state);
  }

  /** A review is waited for: before it is heard, or after an emergency. */
  private boolean isAwaited() {
    return isState("REVIEW")
        || (isState("APPROVED") && getView().plan().kind().isOrdered() && !getView().reviewed());
  }

  private boolean isMine() {
    return getView().writers().contains(desk.officer().id().toString());
  }

  public boolean isEditable() {
    return desk.may(BroadcastRights.DRAFT) && (isState("DRAFT") || isState("RETURNED"));
  }

  public boolean isSubmittable() {
    return desk.may(BroadcastRights.DRAFT) && isState("DRAFT");
  }

  public boolean isReviewable() {
    return desk.may(BroadcastRights.REVIEW) && isAwaited() && !isMine();
  }

  public boolean isWithdrawable() {
    return desk.may(BroadcastRights.REVIEW) && isState("APPROVED");
  }

  public List<Happening> getHistory() {
    return getView().events().stream()
        .map(
            event ->
                new Happening(
                    event.at(),
                    event.officerName(),
                    event.departmentName(),
                    words.get("broadcast.schedule.verb." + event.verb()),
                    event.reason()))
        .toList();
  }

  public void submit() {
    run(() -> submitSchedule.submit(new SubmitSchedule.Command(id(), screen.version())));
  }

  public void approve() {
    run(
        () ->
            reviewSchedule.approve(
                new ReviewSchedule.Approve(id(), screen.version(), screen.parameter("hash"))));
  }

  public void giveBack() {
    run(
        () ->
            reviewSchedule.giveBack(
                new ReviewSchedule.Return(
                    id(), screen.version(), screen.parameter("hash"), screen.parameter("reason"))));
  }

  public void withdraw() {
    run(
        () ->
            withdrawSchedule.withdraw(
                new WithdrawSchedule.Command(id(), screen.version(), screen.parameter("why"))));
  }

  private void run(Screen.Action action) {
    screen.run(action, "broadcast.done", "/console/broadcast/schedule?id=" + id());
  }

  private UUID id() {
    return screen.id();
  }
}
