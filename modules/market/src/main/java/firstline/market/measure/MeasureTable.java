package firstline.market.measure;

import static firstline.market.measure.MeasureAction.*;
import static firstline.market.measure.MeasureState.*;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.util.List;
import java.util.stream.Stream;

/** Every lawful step of a measure, and nothing else. */
public final class MeasureTable {
  /** A step: of goods held ({@code preserve} false) or preserved, by an action to a state. */
  public record Step(boolean preserve, MeasureState from, MeasureAction action, MeasureState to) {}

  private static final List<Step> STEPS =
      List.of(
          new Step(false, PROPOSED, APPROVE, HELD),
          new Step(false, PROPOSED, REFUSE, REFUSED),
          new Step(false, URGENT, APPROVE, HELD),
          new Step(false, URGENT, REFUSE, LIFTED),
          new Step(false, HELD, EXTEND, HELD),
          new Step(false, HELD, TEST, TESTING),
          new Step(false, TESTING, END_TEST, HELD),
          new Step(false, HELD, LIFT, LIFTED),
          new Step(false, TESTING, LIFT, LIFTED),
          new Step(false, HELD, CONFISCATE, CONFISCATED),
          new Step(false, HELD, HAND_OVER, HANDED_OVER),
          new Step(true, PROPOSED, APPROVE, HELD),
          new Step(true, PROPOSED, REFUSE, REFUSED),
          new Step(true, URGENT, APPROVE, HELD),
          new Step(true, URGENT, REFUSE, RETURNED),
          new Step(true, HELD, RETURN, RETURNED),
          new Step(true, HELD, TEST, TESTED),
          new Step(true, HELD, SEIZE, SEIZED));

  private MeasureTable() {}

  /** All of them. */
  public static List<Step> steps() {
    return STEPS;
  }

  /** What can be done next, by whomever. */
  public static List<MeasureAction> next(MeasureKind kind, MeasureState state) {
    return of(kind, state).map(Step::action).toList();
  }

  private static Stream<Step> of(MeasureKind kind, MeasureState state) {
    return STEPS.stream()
        .filter(one -> one.preserve() == (kind == MeasureKind.PRESERVE) && one.from() == state);
  }

  /**
   * Where the action leads.
   *
   * @param right that the officer acts by
   * @throws Refusal {@code measure.step.<action>} with the article
   */
  @Requirement("R92.4")
  public static MeasureState after(
      MeasureKind kind, MeasureState state, MeasureAction action, String right) {
    return of(kind, state)
        .filter(one -> one.action() == action && action.right().equals(right))
        .map(Step::to)
        .findFirst()
        .orElseThrow(() -> new Refusal("measure.step." + action));
  }
}
