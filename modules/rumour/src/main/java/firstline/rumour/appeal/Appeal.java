package firstline.rumour.appeal;

import firstline.persistence.aggregate.Aggregate;
import firstline.persistence.aggregate.OptionalId;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.text.PlainText;
import firstline.rumour.appeal.AppealStep.Verb;
import firstline.rumour.rumour.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal against an answer, under one number.
 *
 * <p>RECEIVED → REVIEWING by somebody who had no hand in the answer → HEARD somebody outside →
 * ANSWERED. The answer can only be upheld once somebody outside was heard. The clocks (received,
 * acknowledged, taken up, heard, answered) are written once; the days by which it is due are
 * counted at the receipt and stay.
 */
@Entity
@Table(name = "appeal")
public class Appeal extends Aggregate {
  /** Longest name of a party, in UTF-16 units. */
  public static final int PARTY = 200;

  /** Longest objection, opinion and answer. */
  public static final int TEXT = 5_000;

  private static final int REASON = 1_000;

  private String number;

  @Column(name = "rebuttal_id")
  private UUID rebuttalId;

  /** The version that was public when it came. */
  private int ordinal;

  @Column(name = "is_person")
  private boolean person;

  private String party;
  private String objection;

  @Enumerated(EnumType.STRING)
  private AppealState state = AppealState.RECEIVED;

  @Column(name = "acknowledge_by")
  private LocalDate acknowledgeBy;

  @Column(name = "answer_by")
  private LocalDate answerBy;

  private boolean provisional;

  @Convert(converter = OptionalId.class)
  @Column(name = "reviewer_id")
  private @Nullable UUID reviewerId;

  @Column(name = "reviewer_name")
  private @Nullable String reviewerName;

  @Column(name = "opinion_organisation")
  private @Nullable String opinionOrganisation;

  private @Nullable String opinion;

  @Column(name = "opinion_dated")
  private @Nullable LocalDate opinionDated;

  @Enumerated(EnumType.STRING)
  private @Nullable Outcome outcome;

  private @Nullable String reason;
  private @Nullable String answer;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "acknowledged_at")
  private @Nullable Instant acknowledgedAt;

  @Column(name = "reviewing_at")
  private @Nullable Instant reviewingAt;

  @Column(name = "heard_at")
  private @Nullable Instant heardAt;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Transient private final List<AppealStep> steps = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected Appeal() {}

  private Appeal(
      String areaCode,
      String number,
      UUID rebuttalId,
      int ordinal,
      Objection said,
      Terms.Due due,
      Instant now) {
    super(areaCode);
    this.number = number;
    this.rebuttalId = rebuttalId;
    this.ordinal = ordinal;
    this.person = said.person();
    this.party = said.party();
    this.objection = said.text();
    this.acknowledgeBy = due.acknowledgeBy();
    this.answerBy = due.answerBy();
    this.provisional = due.provisional();
    this.receivedAt = now;
  }

  /** A party objects to what is public. */
  @Requirement("R3.30")
  public static Appeal received(
      String areaCode,
      String number,
      UUID rebuttalId,
      int ordinal,
      Objection said,
      Terms.Due due,
      Actor officer,
      Instant now) {
    var appeal = new Appeal(areaCode, number, rebuttalId, ordinal, said, due, now);
    appeal.step(AppealState.RECEIVED, Verb.RECEIVED, officer, now, "");
    return appeal;
  }

  /** The party has been told that its appeal is there. */
  public void acknowledge(String how, Actor officer, Instant now) {
    require(acknowledgedAt == null && state != AppealState.ANSWERED);
    acknowledgedAt = now;
    step(
        state,
        Verb.ACKNOWLEDGED,
        officer,
        now,
        within(PlainText.lines(how), REASON, "rumour.reason"));
  }

  /**
   * Somebody takes it up, or takes it over.
   *
   * @param involved everybody who had a hand in the answer
   */
  @Requirement("R3.31")
  public void takeUp(Set<UUID> involved, Actor officer, Instant now) {
    require(state != AppealState.ANSWERED);
    requireOther(involved, officer);
    reviewerId = officer.id();
    reviewerName = officer.name();
    reviewingAt = reviewingAt == null ? now : reviewingAt;
    step(
        state == AppealState.RECEIVED ? AppealState.REVIEWING : state,
        Verb.TAKEN_UP,
        officer,
        now,
        "");
  }

  /** Somebody outside has been heard; a later word takes the place of an earlier one. */
  @Requirement("R3.32")
  public void heard(Opinion said, Actor officer, Instant now) {
    require(state == AppealState.REVIEWING || state == AppealState.HEARD);
    requireReviewer(officer);
    opinionOrganisation = said.organisation();
    opinion = said.text();
    opinionDated = said.dated();
    heardAt = heardAt == null ? now : heardAt;
    step(AppealState.HEARD, Verb.HEARD, officer, now, said.organisation());
  }

  /**
   * The party has its answer.
   *
   * @param involved everybody who had a hand in the answer, since the appeal was taken up as well
   */
  @Requirement({"R3.31", "R3.32", "R3.34"})
  public void answer(
      Outcome what, String why, String words, Set<UUID> involved, Actor officer, Instant now) {
    require(state == AppealState.REVIEWING || state == AppealState.HEARD);
    requireReviewer(officer);
    requireOther(involved, officer);
    if (what == Outcome.UPHELD && state != AppealState.HEARD) {
      throw new Refusal("appeal.not-heard");
    }
    outcome = what;
    reason = within(PlainText.lines(why), REASON, "rumour.reason");
    answer = within(PlainText.lines(words), TEXT, "appeal.answer");
    answeredAt = now;
    step(AppealState.ANSWERED, Verb.ANSWERED, officer, now, reason);
  }

  private void step(AppealState to, Verb verb, Actor actor, Instant now, String said) {
    state = to;
    steps.add(new AppealStep(verb, actor, now, said));
  }

  private void require(boolean rule) {
    if (!rule) {
      throw new Refusal("appeal.not-now", state.name());
    }
  }

  private void requireReviewer(Actor officer) {
    if (!officer.id().equals(reviewerId)) {
      throw new Refusal("appeal.not-the-reviewer");
    }
  }

  private static void requireOther(Set<UUID> involved, Actor officer) {
    if (involved.contains(officer.id())) {
      throw new Refusal("appeal.own-work");
    }
  }

  static String within(String text, int longest, String code) {
    if (text.isEmpty() || text.length() > longest) {
      throw new Refusal(code, longest);
    }
    return text;
  }

  /** Steps taken since it was read; for the repository, which writes them down. */
  List<AppealStep> takeSteps() {
    var taken = List.copyOf(steps);
    steps.clear();
    return taken;
  }

  public String number() {
    return number;
  }

  public UUID rebuttalId() {
    return rebuttalId;
  }

  public AppealState state() {
    return state;
  }

  @Nullable Outcome outcome() {
    return outcome;
  }

  @Nullable Instant acknowledgedAt() {
    return acknowledgedAt;
  }

  @Nullable Instant reviewingAt() {
    return reviewingAt;
  }

  @Nullable Instant heardAt() {
    return heardAt;
  }

  @Nullable Instant answeredAt() {
    return answeredAt;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  @Nullable UUID reviewerId() {
    return reviewerId;
  }
}
