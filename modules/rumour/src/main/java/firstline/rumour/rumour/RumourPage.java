package firstline.rumour.rumour;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Happening;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One rumour on the screen: what it is and what may be done with it now. */
@Named
@RequestScoped
public class RumourPage {
  @Inject private RumourQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Words words;

  private RumourQueries.@Nullable View view;

  public void load() {
    view = queries.one(screen.id());
  }

  public RumourQueries.View getView() {
    if (view == null) {
      load();
    }
    return Objects.requireNonNull(view);
  }

  private RumourState state() {
    return RumourState.valueOf(getView().state());
  }

  private boolean verifies(RumourState... states) {
    return desk.may(RumourRights.VERIFY) && Arrays.asList(states).contains(state());
  }

  private boolean confirms(RumourState... states) {
    return desk.may(RumourRights.CONFIRM) && Arrays.asList(states).contains(state());
  }

  /** Before a verdict is proposed: it can be taken up, handed over, merged, or left in silence. */
  public boolean isEarly() {
    return desk.may(RumourRights.VERIFY) && RumourState.EARLY.contains(state());
  }

  public boolean isTriageable() {
    return desk.may(RumourRights.VERIFY) && RumourState.UNANSWERED.contains(state());
  }

  public boolean isOwned() {
    return desk.officer().id().equals(getView().ownerId());
  }

  public boolean isAskable() {
    return verifies(RumourState.VERIFYING);
  }

  public boolean isResumable() {
    return verifies(RumourState.WAITING_INFO);
  }

  public boolean isEvidenceTaken() {
    return isTriageable() || verifies(RumourState.UNDER_REVIEW);
  }

  public boolean isProposable() {
    return verifies(RumourState.VERIFYING, RumourState.WAITING_INFO, RumourState.UNDER_REVIEW);
  }

  /** True for a second person while a verdict waits for one. */
  public boolean isConfirmable() {
    return confirms(RumourState.VERDICT_PROPOSED) && !isOwnVerdict();
  }

  public boolean isOwnVerdict() {
    return state() == RumourState.VERDICT_PROPOSED
        && desk.officer().id().equals(getView().proposedBy());
  }

  public boolean isSilenceProposed() {
    return getView().closingBy() != null && !state().closed();
  }

  public boolean isSilenceConfirmable() {
    return isSilenceProposed()
        && desk.may(RumourRights.CONFIRM)
        && !desk.officer().id().equals(getView().closingBy());
  }

  public boolean isDraftable() {
    return desk.may(RumourRights.DRAFT)
        && (RumourState.UNANSWERED.contains(state()) || state() == RumourState.UNDER_REVIEW)
        && getView().answers().stream().allMatch(one -> one.state().equals("WITHDRAWN"));
  }

  public boolean isAcknowledgeable() {
    return verifies(RumourState.RESURFACED);
  }

  public boolean isReviewable() {
    return verifies(RumourState.REBUTTED, RumourState.RESURFACED, RumourState.ARCHIVED);
  }

  public boolean isUpholdable() {
    return confirms(RumourState.UNDER_REVIEW);
  }

  public boolean isReopenable() {
    return verifies(RumourState.CLOSED_SILENT, RumourState.UNDER_REVIEW, RumourState.ESCALATED);
  }

  public boolean isArchivable() {
    return verifies(RumourState.REBUTTED, RumourState.ESCALATED);
  }

  /** What may be done now that wants nothing but a reason. Words: {@code rumour.act.<name>}. */
  public List<String> getReasoned() {
    var acts = new ArrayList<String>();
    add(acts, "ask", isAskable());
    add(acts, "give-back", isConfirmable());
    add(acts, "silence", isEarly() && !isSilenceProposed());
    add(acts, "refuse-silence", isSilenceConfirmable());
    add(acts, "acknowledge", isAcknowledgeable());
    add(acts, "review", isReviewable());
    add(acts, "uphold", isUpholdable());
    add(acts, "reopen", isReopenable());
    return acts;
  }

  private static void add(List<String> acts, String act, boolean now) {
    if (now) {
      acts.add(act);
    }
  }

  /** The level that the triage has on the scale now. */
  public int level(String scale) {
    return switch (scale) {
      case "harm" -> getView().harm();
      case "spread" -> getView().spread();
      default -> getView().urgency();
    };
  }

  /** The places of its way, for the line of steps on top. */
  public List<String> getWay() {
    return List.of("OPEN", "VERIFYING", "VERDICT_CONFIRMED", "REBUTTING", "REBUTTED");
  }

  /** True once the way has passed the place. */
  public boolean passed(String place) {
    return getWay().indexOf(place) < getWay().indexOf(onTheWay())
        || state() == RumourState.REBUTTED
        || state() == RumourState.ARCHIVED;
  }

  /** True where something is to be done now. */
  public boolean here(String place) {
    return place.equals(onTheWay()) && !passed(place);
  }

  private String onTheWay() {
    return switch (state()) {
      case OPEN, HANDED_OVER, CLOSED_SILENT, MERGED -> "OPEN";
      case VERIFYING, WAITING_INFO -> "VERIFYING";
      case VERDICT_PROPOSED -> "VERDICT_CONFIRMED";
      case VERDICT_CONFIRMED, ESCALATED, REBUTTING -> "REBUTTING";
      case REBUTTED, RESURFACED, UNDER_REVIEW, ARCHIVED -> "REBUTTED";
    };
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
                    words.get("rumour.rumour.verb." + event.verb()),
                    event.reason()))
        .toList();
  }
}
