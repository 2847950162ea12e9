package firstline.market.casefile;

import static firstline.market.casefile.CaseAction.*;
import static firstline.market.casefile.CaseState.*;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every lawful step of a case, and nothing else. What a step needs beside its place stands in
 * {@link Gates}.
 */
public final class CaseTable {
  /** A step: from a state by an action to a state. */
  public record Step(CaseState from, CaseAction action, CaseState to) {}

  private static final List<Step> STEPS =
      List.of(
          new Step(FILED, ASSIGN, INVESTIGATING),
          new Step(FILED, REJECT, REJECTED),
          new Step(INVESTIGATING, SUSPEND, SUSPENDED),
          new Step(SUSPENDED, RESUME, INVESTIGATING),
          new Step(INVESTIGATING, CONCLUDE, CONCLUDED),
          new Step(INVESTIGATING, DECIDE_ON_SPOT, DECIDED),
          new Step(CONCLUDED, SUBMIT, IN_REVIEW),
          new Step(IN_REVIEW, SEND_BACK, INVESTIGATING),
          new Step(IN_REVIEW, TAKE_TO_LEGAL, LEGAL_REVIEW),
          new Step(IN_REVIEW, PASS, IN_REVIEW),
          new Step(IN_REVIEW, NOTIFY, NOTICE_SERVED),
          new Step(IN_REVIEW, DECIDE, DECIDED),
          new Step(LEGAL_REVIEW, SEND_BACK, INVESTIGATING),
          new Step(LEGAL_REVIEW, PASS, LEGAL_REVIEW),
          new Step(LEGAL_REVIEW, NOTIFY, NOTICE_SERVED),
          new Step(LEGAL_REVIEW, DECIDE, DECIDED),
          new Step(NOTICE_SERVED, HEAR_DEFENCE, DEFENCE),
          new Step(DEFENCE, HOLD_HEARING, HEARING),
          new Step(DEFENCE, DELIBERATE, DELIBERATION),
          new Step(DEFENCE, DECIDE, DECIDED),
          new Step(HEARING, END_HEARING, HEARING),
          new Step(HEARING, PASS, HEARING),
          new Step(HEARING, DELIBERATE, DELIBERATION),
          new Step(HEARING, DECIDE, DECIDED),
          new Step(DELIBERATION, DECIDE, DECIDED),
          new Step(DECIDED, SERVE, SERVED),
          new Step(SERVED, AWAIT_PAYMENT, PAYMENT_DUE),
          new Step(SERVED, CLOSE, CLOSED),
          new Step(PAYMENT_DUE, PERFORM, PERFORMED),
          new Step(PAYMENT_DUE, LAPSE, OVERDUE),
          new Step(OVERDUE, PERFORM, PERFORMED),
          new Step(OVERDUE, DEMAND, DEMANDED),
          new Step(DEMANDED, PERFORM, PERFORMED),
          new Step(DEMANDED, APPLY_TO_COURT, COURT),
          new Step(COURT, PERFORM, PERFORMED),
          new Step(COURT, CLOSE, CLOSED),
          new Step(PERFORMED, CLOSE, CLOSED),
          new Step(REJECTED, ARCHIVE, ARCHIVED),
          new Step(CLOSED, ARCHIVE, ARCHIVED));

  private static final Map<CaseState, Map<CaseAction, CaseState>> TO =
      STEPS.stream()
          .collect(
              Collectors.groupingBy(
                  Step::from, Collectors.toUnmodifiableMap(Step::action, Step::to)));

  private CaseTable() {}

  /** All of them, in the order of a case's life. */
  public static List<Step> steps() {
    return STEPS;
  }

  /** What can be done next with the right. */
  public static List<CaseAction> next(CaseState state, String right) {
    return STEPS.stream()
        .filter(step -> step.from() == state && step.action().right().equals(right))
        .map(Step::action)
        .toList();
  }

  /**
   * Where the action leads.
   *
   * @param right that the officer acts by
   * @throws Refusal {@code case.step.<action>}, naming who may do it, when, and the article
   */
  @Requirement("R84.1")
  public static CaseState after(CaseState state, CaseAction action, String right) {
    return Optional.ofNullable(TO.getOrDefault(state, Map.of()).get(action))
        .filter(to -> action.right().equals(right))
        .orElseThrow(() -> new Refusal("case.step." + action));
  }
}
