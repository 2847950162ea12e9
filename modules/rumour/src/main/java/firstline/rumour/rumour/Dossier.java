package firstline.rumour.rumour;

import firstline.persistence.aggregate.Aggregate;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.text.PlainText;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is written down of a rumour as it moves: its number, title and state, and every step. */
@MappedSuperclass
abstract class Dossier extends Aggregate {
  /** Longest working title, in UTF-16 units. */
  public static final int TITLE = 200;

  private String number;
  private String title;

  @Enumerated(EnumType.STRING)
  private RumourState state = RumourState.OPEN;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "escalated_at")
  private @Nullable Instant escalatedAt;

  @Transient private final List<RumourStep> steps = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected Dossier() {}

  Dossier(String areaCode, String number, String title, Instant now) {
    super(areaCode);
    this.number = number;
    this.title = PlainText.start(PlainText.line(title), TITLE);
    this.changedAt = now;
    if (this.title.isEmpty()) {
      throw new Refusal("rumour.title");
    }
  }

  void step(
      RumourState to, RumourStep.Verb verb, @Nullable Actor actor, Instant now, String reason) {
    state = to;
    changedAt = now;
    escalatedAt = null;
    steps.add(new RumourStep(verb, to, actor, now, reason));
  }

  /** Nothing was done for too long. That is a step too, but not one that moves it. */
  public void layIdle(Instant now) {
    var since = changedAt;
    step(state, RumourStep.Verb.LAY_IDLE, null, now, "");
    changedAt = since;
    escalatedAt = now;
  }

  /** Refuses what its state does not allow. */
  void require(boolean rule) {
    if (!rule) {
      throw new Refusal("rumour.not-now", state.name());
    }
  }

  /** Steps taken since it was read; for the repository, which writes them down. */
  List<RumourStep> takeSteps() {
    var taken = List.copyOf(steps);
    steps.clear();
    return taken;
  }

  public String number() {
    return number;
  }

  public String title() {
    return title;
  }

  public RumourState state() {
    return state;
  }

  public Instant changedAt() {
    return changedAt;
  }
}
