package firstline.market.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.desk.MarketDesk;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseTableTest {
  private static final List<String> RIGHTS = new MarketDesk().rights();
  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

  /** The law's lines once more, as they stand in issue and law, to be held against the table. */
  private static final Set<String> LAWFUL =
      Set.of(
          "FILED ASSIGN INVESTIGATING head",
          "FILED REJECT REJECTED head",
          "REJECTED ARCHIVE ARCHIVED case",
          "HEARING END_HEARING HEARING legal",
          "INVESTIGATING SUSPEND SUSPENDED head",
          "SUSPENDED RESUME INVESTIGATING head",
          "INVESTIGATING CONCLUDE CONCLUDED case",
          "INVESTIGATING DECIDE_ON_SPOT DECIDED case",
          "CONCLUDED SUBMIT IN_REVIEW case",
          "IN_REVIEW SEND_BACK INVESTIGATING legal",
          "IN_REVIEW TAKE_TO_LEGAL LEGAL_REVIEW legal",
          "IN_REVIEW PASS IN_REVIEW legal",
          "IN_REVIEW NOTIFY NOTICE_SERVED head",
          "IN_REVIEW DECIDE DECIDED head",
          "LEGAL_REVIEW SEND_BACK INVESTIGATING legal",
          "LEGAL_REVIEW PASS LEGAL_REVIEW legal",
          "LEGAL_REVIEW NOTIFY NOTICE_SERVED head",
          "LEGAL_REVIEW DECIDE DECIDED head",
          "NOTICE_SERVED HEAR_DEFENCE DEFENCE case",
          "DEFENCE HOLD_HEARING HEARING legal",
          "DEFENCE DELIBERATE DELIBERATION head",
          "DEFENCE DECIDE DECIDED head",
          "HEARING PASS HEARING legal",
          "HEARING DELIBERATE DELIBERATION head",
          "HEARING DECIDE DECIDED head",
          "DELIBERATION DECIDE DECIDED head",
          "DECIDED SERVE SERVED case",
          "SERVED AWAIT_PAYMENT PAYMENT_DUE case",
          "SERVED CLOSE CLOSED head",
          "PAYMENT_DUE PERFORM PERFORMED case",
          "PAYMENT_DUE LAPSE OVERDUE case",
          "OVERDUE PERFORM PERFORMED case",
          "OVERDUE DEMAND DEMANDED case",
          "DEMANDED PERFORM PERFORMED case",
          "DEMANDED APPLY_TO_COURT COURT head",
          "COURT PERFORM PERFORMED case",
          "COURT CLOSE CLOSED head",
          "PERFORMED CLOSE CLOSED head",
          "CLOSED ARCHIVE ARCHIVED case");

  @Test
  @Requirement("R84.1")
  void ofAllTriplesOnlyTheLawfulOnesAreAccepted() {
    var accepted = new HashSet<String>();
    var refused = 0;
    for (var state : CaseState.values()) {
      for (var action : CaseAction.values()) {
        for (var right : RIGHTS) {
          try {
            var to = CaseTable.after(state, action, right);
            accepted.add(
                state + " " + action + " " + to + " " + right.replaceFirst("market\\.", ""));
          } catch (Refusal refusal) {
            refused++;
            assertEquals("case.step." + action, refusal.code());
          }
        }
      }
    }
    assertEquals(LAWFUL, accepted);
    assertEquals(
        CaseState.values().length * CaseAction.values().length * RIGHTS.size() - LAWFUL.size(),
        refused);
  }

  @Test
  @Requirement("R84.1")
  void eachRefusalNamesItsArticleInBothLanguages() {
    for (var action : CaseAction.values()) {
      var key = "refusal.case.step." + action;
      assertTrue(Bundles.words("zh", key).contains(action.article().zh()), key);
      assertTrue(Bundles.words("en", key).contains(action.article().en()), key);
    }
  }

  @Test
  @Requirement("R84.1")
  void everyStateIsReachedAndOnlyTheArchiveIsTheEnd() {
    var reached = EnumSet.of(CaseState.FILED);
    for (var round : CaseState.values()) {
      CaseTable.steps().stream()
          .filter(step -> reached.contains(step.from()))
          .forEach(step -> reached.add(step.to()));
      assertEquals(
          round == CaseState.ARCHIVED,
          CaseTable.steps().stream().noneMatch(step -> step.from() == round));
    }
    assertEquals(EnumSet.allOf(CaseState.class), reached);
  }

  /** Facts with nothing missing for an ordinary fine of 3,000 yuan of a shop. */
  private static final class Case {
    int officers = 2;
    boolean mine = true;
    int evidence = 1;
    Matter matter = Matter.PRICE_MARKING;
    boolean admonished;
    boolean simple;
    boolean person;
    boolean grave;
    Outcome outcome = Outcome.PENALTY;
    Penalty penalty = new Penalty(false, 300_000, 0, 0);
    boolean reviewed;
    boolean legally;
    boolean hearing;
    boolean told;
    int items = 6;
    long owed = 300_000;
    LocalDate payBy = TODAY.minusDays(1);
    LocalDate performBy = TODAY.minusDays(1);
    boolean heard;
    long refund;
    Referred referred = Referred.NO;
    long measures;
    boolean heavier;
    Lighter lighter;

    Facts facts() {
      return new Facts(
          officers,
          mine,
          evidence,
          matter,
          admonished,
          simple,
          person,
          grave,
          outcome,
          penalty,
          reviewed,
          legally,
          hearing,
          told,
          items,
          owed,
          payBy,
          performBy,
          heard,
          refund,
          referred,
          measures,
          heavier,
          lighter,
          TODAY);
    }
  }

  private static void passes(CaseState state, CaseAction action, Case facts) {
    Gates.pass(state, action, facts.facts());
  }

  private static void stops(String gate, CaseState state, CaseAction action, Case facts) {
    var refusal = assertThrows(Refusal.class, () -> Gates.pass(state, action, facts.facts()), gate);
    assertEquals("case.gate." + gate, refusal.code());
    var sentence = Bundles.words("zh", "refusal." + refusal.code());
    assertTrue(sentence.contains("》第"), sentence);
    assertTrue(Bundles.words("en", "refusal." + refusal.code()).contains(", art. "), gate);
  }

  @Test
  @Requirement("R84.2")
  void twoOfficersEvidenceAndAProposalComeBeforeTheEndOfAnInvestigation() {
    var one = new Case();
    passes(CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    one.officers = 1;
    stops("officers", CaseState.FILED, CaseAction.ASSIGN, one);
    stops("officers", CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    one.officers = 2;
    one.mine = false;
    stops("not-mine", CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    one.mine = true;
    one.evidence = 0;
    stops("evidence", CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    one.evidence = 3;
    one.outcome = null;
    stops("outcome", CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    one.outcome = Outcome.PENALTY;
    one.penalty = Penalty.NONE;
    stops("no-penalty-named", CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    one.outcome = Outcome.NO_PENALTY;
    passes(CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    one.penalty = new Penalty(false, 1, 0, 0);
    stops("no-money", CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
  }

  @Test
  @Requirement("R84.2")
  void hoardingIsPunishedOnlyAfterAnAdmonition() {
    var one = new Case();
    one.matter = Matter.HOARDING;
    one.penalty = new Penalty(false, 5_000_000, 0, 0);
    stops("admonition", CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    one.admonished = true;
    passes(CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
  }

  @Test
  @Requirement("R84.3")
  void theSimpleProcedureHasItsLimits() {
    var one = new Case();
    one.simple = true;
    one.told = true;
    passes(CaseState.INVESTIGATING, CaseAction.DECIDE_ON_SPOT, one);
    one.told = false;
    stops("told", CaseState.INVESTIGATING, CaseAction.DECIDE_ON_SPOT, one);
    one.told = true;
    one.penalty = new Penalty(false, 300_001, 0, 0);
    stops("simple", CaseState.INVESTIGATING, CaseAction.DECIDE_ON_SPOT, one);
    one.person = true;
    one.penalty = new Penalty(false, 20_000, 0, 0);
    passes(CaseState.INVESTIGATING, CaseAction.DECIDE_ON_SPOT, one);
    one.penalty = new Penalty(false, 20_001, 0, 0);
    stops("simple", CaseState.INVESTIGATING, CaseAction.DECIDE_ON_SPOT, one);
    one.penalty = new Penalty(true, 0, 0, 0);
    passes(CaseState.INVESTIGATING, CaseAction.DECIDE_ON_SPOT, one);
    one.simple = false;
    stops("not-simple", CaseState.INVESTIGATING, CaseAction.DECIDE_ON_SPOT, one);
  }

  @Test
  @Requirement({"R84.2", "R84.3"})
  void noPenaltyWithoutReviewAndNotice() {
    var one = new Case();
    one.mine = false;
    stops("review", CaseState.IN_REVIEW, CaseAction.NOTIFY, one);
    one.reviewed = true;
    passes(CaseState.IN_REVIEW, CaseAction.NOTIFY, one);
    stops("notice", CaseState.IN_REVIEW, CaseAction.DECIDE, one);
    stops("notice", CaseState.LEGAL_REVIEW, CaseAction.DECIDE, one);
    passes(CaseState.DEFENCE, CaseAction.DECIDE, one);
    one.items = 5;
    stops("items", CaseState.DEFENCE, CaseAction.DECIDE, one);
    one.items = 6;
    one.outcome = Outcome.NOT_ESTABLISHED;
    passes(CaseState.IN_REVIEW, CaseAction.DECIDE, one);
    stops("nothing-to-notify", CaseState.IN_REVIEW, CaseAction.NOTIFY, one);
    one.mine = true;
    for (var step : List.of(CaseAction.PASS, CaseAction.SEND_BACK, CaseAction.TAKE_TO_LEGAL)) {
      stops("own-work", CaseState.IN_REVIEW, step, one);
    }
  }

  @Test
  @Requirement("R84.3")
  void whatWeighsMuchIsReviewedForItsLegalityAndDiscussed() {
    for (var which = 0; which < 4; which++) {
      var one = new Case();
      one.matter = Matter.COUNTERFEIT;
      one.reviewed = true;
      one.grave = which == 0;
      one.person = which == 1;
      var fine = which == 1 ? 1_000_000L : which == 2 ? 10_000_000L : 300_000L;
      one.penalty = new Penalty(false, fine, which == 3 ? 10_000_000L : 0, 0);
      stops("legal-review", CaseState.IN_REVIEW, CaseAction.NOTIFY, one);
      passes(CaseState.LEGAL_REVIEW, CaseAction.NOTIFY, one);
      stops("deliberation", CaseState.DEFENCE, CaseAction.DECIDE, one);
      passes(CaseState.DELIBERATION, CaseAction.DECIDE, one);
    }
    var below = new Case();
    below.matter = Matter.COUNTERFEIT;
    below.reviewed = true;
    below.penalty = new Penalty(false, 9_999_999, 0, 0);
    passes(CaseState.IN_REVIEW, CaseAction.NOTIFY, below);
  }

  @Test
  @Requirement("R84.3")
  void whoeverAsksForAHearingGetsItAndItIsReviewedAfterwards() {
    var one = new Case();
    stops("no-hearing", CaseState.DEFENCE, CaseAction.HOLD_HEARING, one);
    one.hearing = true;
    passes(CaseState.DEFENCE, CaseAction.HOLD_HEARING, one);
    stops("hearing", CaseState.DEFENCE, CaseAction.DECIDE, one);
    stops("hearing", CaseState.DEFENCE, CaseAction.DELIBERATE, one);
    stops("hearing-open", CaseState.HEARING, CaseAction.DELIBERATE, one);
    stops("hearing-open", CaseState.HEARING, CaseAction.DECIDE, one);
    passes(CaseState.HEARING, CaseAction.END_HEARING, one);
    one.heard = true;
    stops("heard", CaseState.HEARING, CaseAction.END_HEARING, one);
    stops("review-after-hearing", CaseState.HEARING, CaseAction.DELIBERATE, one);
    one.reviewed = true;
    passes(CaseState.HEARING, CaseAction.DELIBERATE, one);
  }

  @Test
  @Requirement("R92.14")
  void aFineOfAPriceViolationKeepsItsRangeOrNamesWhyItIsBelow() {
    var one = new Case();
    one.matter = Matter.GOUGING;
    one.penalty = new Penalty(false, 5_000_000, 0, 0);
    passes(CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    one.penalty = new Penalty(false, 4_999_999, 0, 0);
    stops("range-below", CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    one.lighter = Lighter.REMEDIED;
    passes(CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    one.penalty = new Penalty(false, 50_000_001, 0, 0);
    stops("range-above", CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    one.lighter = null;
    one.heavier = true;
    passes(CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    one.penalty = new Penalty(true, 0, 0, 0);
    passes(CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    one.penalty = new Penalty(false, 500_001, 100_000, 0);
    stops("range-above", CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    one.penalty = new Penalty(false, 500_000, 100_000, 0);
    passes(CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    one.matter = Matter.COUNTERFEIT;
    one.penalty = new Penalty(false, 90_000_000, 0, 0);
    passes(CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
  }

  @Test
  @Requirement("R92.9")
  void whatIsWithThePoliceEndsOnlyAsReferred() {
    var one = new Case();
    one.referred = Referred.OPEN;
    passes(CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    stops("referral-open", CaseState.DEFENCE, CaseAction.DECIDE, one);
    one.referred = Referred.TAKEN;
    stops("referred", CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    stops("referred", CaseState.DEFENCE, CaseAction.DECIDE, one);
    one.outcome = Outcome.REFERRED;
    one.penalty = Penalty.NONE;
    one.reviewed = true;
    passes(CaseState.INVESTIGATING, CaseAction.CONCLUDE, one);
    passes(CaseState.IN_REVIEW, CaseAction.DECIDE, one);
  }

  @Test
  @Requirement("R84.2")
  void moneyHasItsDays() {
    var one = new Case();
    passes(CaseState.SERVED, CaseAction.AWAIT_PAYMENT, one);
    stops("owed", CaseState.SERVED, CaseAction.CLOSE, one);
    stops("owed", CaseState.PAYMENT_DUE, CaseAction.PERFORM, one);
    passes(CaseState.PAYMENT_DUE, CaseAction.LAPSE, one);
    one.payBy = TODAY;
    stops("not-lapsed", CaseState.PAYMENT_DUE, CaseAction.LAPSE, one);
    passes(CaseState.DEMANDED, CaseAction.APPLY_TO_COURT, one);
    one.performBy = TODAY;
    stops("demand", CaseState.DEMANDED, CaseAction.APPLY_TO_COURT, one);
    passes(CaseState.COURT, CaseAction.CLOSE, one);
    one.owed = 0;
    passes(CaseState.PERFORMED, CaseAction.CLOSE, one);
    one.measures = 1;
    stops("measures", CaseState.PERFORMED, CaseAction.CLOSE, one);
    one.refund = 1;
    stops("refund", CaseState.OVERDUE, CaseAction.PERFORM, one);
    one.refund = 0;
    passes(CaseState.OVERDUE, CaseAction.PERFORM, one);
    stops("nothing-owed", CaseState.SERVED, CaseAction.AWAIT_PAYMENT, one);
  }
}
