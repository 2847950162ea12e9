package firstline.market.inspect;

import static firstline.market.inspect.InspectionAction.*;
import static firstline.market.inspect.InspectionState.*;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.util.List;

/** Every lawful step of an inspection, and nothing else. */
public final class InspectionTable {
  /** A step: from a state by an action to a state. */
  public record Step(InspectionState from, InspectionAction action, InspectionState to) {}

  private static final List<Step> STEPS =
      List.of(
          new Step(PLANNED, ASSIGN, ASSIGNED),
          new Step(ASSIGNED, ARRIVE, ON_SITE),
          new Step(ON_SITE, SUBMIT, SUBMITTED),
          new Step(SUBMITTED, RETURN, RETURNED),
          new Step(RETURNED, SUBMIT, SUBMITTED),
          new Step(SUBMITTED, CONFIRM, CONFIRMED),
          new Step(CONFIRMED, FIND_NOTHING, NO_FINDING),
          new Step(CONFIRMED, ORDER_CORRECTION, CORRECTION_ORDERED),
          new Step(CONFIRMED, TO_LEAD, LEAD),
          new Step(CONFIRMED, TO_CASE, CASE),
          new Step(CORRECTION_ORDERED, InspectionAction.RECHECK, InspectionState.RECHECK),
          new Step(InspectionState.RECHECK, FIND_CORRECTED, CORRECTED),
          new Step(InspectionState.RECHECK, ORDER_CORRECTION, CORRECTION_ORDERED),
          new Step(InspectionState.RECHECK, TO_LEAD, LEAD),
          new Step(InspectionState.RECHECK, TO_CASE, CASE));

  private InspectionTable() {}

  /** All of them, in the order of an inspection's life. */
  public static List<Step> steps() {
    return STEPS;
  }

  /** What can be done next, by whomever. */
  public static List<InspectionAction> next(InspectionState state) {
    return STEPS.stream().filter(step -> step.from() == state).map(Step::action).toList();
  }

  /**
   * Where the action leads.
   *
   * @param right that the officer acts by
   * @throws Refusal {@code inspection.step.<action>}, naming who may do it, when, and the article
   */
  @Requirement("R90.5")
  public static InspectionState after(
      InspectionState state, InspectionAction action, String right) {
    return STEPS.stream()
        .filter(step -> step.from() == state && step.action() == action)
        .filter(step -> action.right().equals(right))
        .map(Step::to)
        .findFirst()
        .orElseThrow(() -> new Refusal("inspection.step." + action));
  }
}
