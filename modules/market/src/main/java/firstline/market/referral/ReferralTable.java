package firstline.market.referral;

import static firstline.market.referral.ReferralAction.*;
import static firstline.market.referral.ReferralState.*;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.util.List;

/** Every lawful step of a referral, and nothing else. */
public final class ReferralTable {
  /** A step: from a state by an action to a state. */
  public record Step(ReferralState from, ReferralAction action, ReferralState to) {}

  private static final List<Step> STEPS =
      List.of(
          new Step(PROPOSED, APPROVE, APPROVED),
          new Step(PROPOSED, DECLINE, DECLINED),
          new Step(APPROVED, SEND, SENT),
          new Step(SENT, ACCEPT, ACCEPTED),
          new Step(SENT, REFUSE, REFUSED),
          new Step(REFUSED, OBJECT, OBJECTED),
          new Step(REFUSED, ABIDE, RETURNED),
          new Step(OBJECTED, ACCEPT, ACCEPTED),
          new Step(OBJECTED, UPHOLD, RETURNED),
          new Step(ACCEPTED, HAND_OVER, HANDED_OVER));

  private ReferralTable() {}

  /** All of them, in the order of a referral's life. */
  public static List<Step> steps() {
    return STEPS;
  }

  /** What can be done next, by whomever. */
  public static List<ReferralAction> next(ReferralState state) {
    return STEPS.stream().filter(one -> one.from() == state).map(Step::action).toList();
  }

  /**
   * Where the action leads.
   *
   * @param right that the officer acts by
   * @throws Refusal {@code referral.step.<action>} with the article
   */
  @Requirement("R92.7")
  public static ReferralState after(ReferralState state, ReferralAction action, String right) {
    return STEPS.stream()
        .filter(one -> one.from() == state && one.action() == action)
        .filter(one -> action.right().equals(right))
        .map(Step::to)
        .findFirst()
        .orElseThrow(() -> new Refusal("referral.step." + action));
  }
}
