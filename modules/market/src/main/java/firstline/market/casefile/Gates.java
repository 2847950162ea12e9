package firstline.market.casefile;

import firstline.market.MarketRights;
import firstline.market.money.Fen;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;

/** What a step needs beside its place. Each refusal {@code case.gate.…} names its article. */
public final class Gates {
  /** 行政处罚法 art. 59. */
  static final int ITEMS = 6;

  private static final int OFFICERS = 2;

  private Gates() {}

  /**
   * Lets the step through.
   *
   * @throws Refusal {@code case.gate.…}
   */
  @Requirement({"R84.2", "R84.3"})
  public static void pass(CaseState state, CaseAction action, Facts facts) {
    if (action.right().equals(MarketRights.CASE)) {
      need(facts.officers() >= OFFICERS, "officers");
      need(facts.mine(), "not-mine");
    }
    switch (action) {
      case ASSIGN -> need(facts.officers() >= OFFICERS, "officers");
      case CONCLUDE -> {
        need(facts.evidence() > 0, "evidence");
        proposal(facts);
      }
      case DECIDE_ON_SPOT -> onSpot(facts);
      case PASS -> {
        need(!facts.mine(), "own-work");
        need(state != CaseState.HEARING || facts.heard(), "hearing-open");
      }
      case SEND_BACK, TAKE_TO_LEGAL -> need(!facts.mine(), "own-work");
      case NOTIFY -> {
        need(facts.outcome() == Outcome.PENALTY, "nothing-to-notify");
        reviewed(state, facts);
      }
      case HOLD_HEARING -> need(facts.hearing(), "no-hearing");
      case END_HEARING -> need(!facts.heard(), "heard");
      case DELIBERATE -> afterHearing(state, facts);
      case DECIDE -> decide(state, facts);
      case AWAIT_PAYMENT -> need(facts.owed() > 0, "nothing-owed");
      case PERFORM -> {
        need(facts.refund() == 0, "refund");
        need(facts.owed() == 0, "owed");
      }
      case LAPSE -> {
        need(facts.owed() > 0, "nothing-owed");
        need(facts.payBy() != null && facts.today().isAfter(facts.payBy()), "not-lapsed");
      }
      case APPLY_TO_COURT ->
          need(facts.performBy() != null && facts.today().isAfter(facts.performBy()), "demand");
      case CLOSE -> {
        need(state == CaseState.COURT || facts.owed() == 0, "owed");
        need(facts.measures() == 0, "measures");
      }
      case REJECT, SUSPEND, RESUME, SUBMIT, HEAR_DEFENCE, SERVE, DEMAND, ARCHIVE -> {}
    }
  }

  private static void need(boolean holds, String gate) {
    if (!holds) {
      throw new Refusal("case.gate." + gate);
    }
  }

  private static void proposal(Facts facts) {
    need(facts.outcome() != null, "outcome");
    need(facts.outcome() != Outcome.PENALTY || facts.penalty().any(), "no-penalty-named");
    need(facts.outcome() == Outcome.PENALTY || facts.penalty().equals(Penalty.NONE), "no-money");
    need(facts.referred() != Referred.TAKEN || facts.outcome() == Outcome.REFERRED, "referred");
    need(
        facts.matter() != Matter.HOARDING
            || facts.outcome() != Outcome.PENALTY
            || facts.admonished(),
        "admonition");
    range(facts);
  }

  /** A fine is optional, but one that is imposed keeps its range, unless the law lightens it. */
  @Requirement("R92.14")
  private static void range(Facts facts) {
    var fine = facts.penalty().fine();
    facts
        .range()
        .filter(range -> fine > 0 && !range.holds(fine))
        .filter(range -> fine > range.most() || facts.lighter() == null)
        .ifPresent(
            range -> {
              throw new Refusal(
                  fine > range.most() ? "case.gate.range-above" : "case.gate.range-below",
                  Fen.write(fine),
                  Fen.write(range.least()),
                  Fen.write(range.most()));
            });
  }

  private static void onSpot(Facts facts) {
    need(facts.referred() != Referred.OPEN, "referral-open");
    need(facts.evidence() > 0, "evidence");
    need(facts.simple(), "not-simple");
    proposal(facts);
    need(facts.outcome() == Outcome.PENALTY && facts.fitsSimple(), "simple");
    need(facts.told(), "told");
    need(facts.items() == ITEMS, "items");
  }

  private static void reviewed(CaseState state, Facts facts) {
    need(
        !facts.weighty() || facts.legally() || state == CaseState.LEGAL_REVIEW && facts.reviewed(),
        "legal-review");
    need(facts.reviewed(), "review");
  }

  private static void afterHearing(CaseState state, Facts facts) {
    need(state != CaseState.HEARING || facts.heard(), "hearing-open");
    need(state != CaseState.DEFENCE || !facts.hearing(), "hearing");
    need(state != CaseState.HEARING || facts.reviewed(), "review-after-hearing");
  }

  @Requirement("R92.9")
  private static void decide(CaseState state, Facts facts) {
    need(facts.referred() != Referred.OPEN, "referral-open");
    need(facts.referred() != Referred.TAKEN || facts.outcome() == Outcome.REFERRED, "referred");
    need(state != CaseState.HEARING || facts.heard(), "hearing-open");
    need(facts.items() == ITEMS, "items");
    var before = state == CaseState.IN_REVIEW || state == CaseState.LEGAL_REVIEW;
    if (before) {
      need(facts.outcome() != Outcome.PENALTY, "notice");
      need(facts.reviewed(), "review");
      return;
    }
    proposal(facts);
    if (state != CaseState.DELIBERATION) {
      need(state == CaseState.HEARING || !facts.hearing(), "hearing");
      need(!facts.weighty() || facts.outcome() != Outcome.PENALTY, "deliberation");
    }
  }
}
