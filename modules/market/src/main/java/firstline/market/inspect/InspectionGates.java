package firstline.market.inspect;

import firstline.market.MarketRights;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;

/** What a step needs beside its place. Each refusal {@code inspection.gate.…} names its article. */
public final class InspectionGates {
  private static final int OFFICERS = 2;

  /**
   * What the gates ask about an inspection.
   *
   * @param officers named and qualified ones
   * @param barred true if one of them may not go to the operator
   * @param mine true if whoever acts is one of them
   * @param findings items of the last visit that are answered with no
   * @param missing pictures of the last visit that have not come
   */
  public record Facts(int officers, boolean barred, boolean mine, int findings, int missing) {}

  private InspectionGates() {}

  /**
   * Lets the step through.
   *
   * @throws Refusal {@code inspection.gate.…}
   */
  @Requirement({"R90.6", "R90.9"})
  public static void pass(InspectionAction action, Facts facts) {
    if (action.right().equals(MarketRights.INSPECT)) {
      need(facts.mine(), "not-mine");
    }
    switch (action) {
      case ASSIGN -> {
        need(facts.officers() == OFFICERS, "officers");
        need(!facts.barred(), "barred");
      }
      case RETURN -> need(!facts.mine(), "own-work");
      case CONFIRM -> {
        need(!facts.mine(), "own-work");
        need(facts.missing() == 0, "pictures");
      }
      case FIND_NOTHING -> need(facts.findings() == 0, "findings");
      case FIND_CORRECTED -> {
        need(facts.missing() == 0, "pictures");
        need(facts.findings() == 0, "findings");
      }
      case ORDER_CORRECTION, TO_LEAD, TO_CASE -> {
        need(facts.missing() == 0, "pictures");
        need(facts.findings() > 0, "no-findings");
      }
      case ARRIVE, SUBMIT, RECHECK -> {}
    }
  }

  private static void need(boolean holds, String gate) {
    if (!holds) {
      throw new Refusal("inspection.gate." + gate);
    }
  }
}
