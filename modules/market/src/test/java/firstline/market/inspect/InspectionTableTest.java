package firstline.market.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.desk.MarketDesk;
import firstline.market.inspect.InspectionGates.Facts;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InspectionTableTest {
  private static final List<String> RIGHTS = new MarketDesk().rights();

  /** The lines of the issue once more, to be held against the table. */
  private static final Set<String> LAWFUL =
      Set.of(
          "PLANNED ASSIGN ASSIGNED head",
          "ASSIGNED ARRIVE ON_SITE inspect",
          "ON_SITE SUBMIT SUBMITTED inspect",
          "SUBMITTED RETURN RETURNED head",
          "SUBMITTED CONFIRM CONFIRMED head",
          "RETURNED SUBMIT SUBMITTED inspect",
          "CONFIRMED FIND_NOTHING NO_FINDING head",
          "CONFIRMED ORDER_CORRECTION CORRECTION_ORDERED head",
          "CONFIRMED TO_LEAD LEAD intake",
          "CONFIRMED TO_CASE CASE intake",
          "CORRECTION_ORDERED RECHECK RECHECK inspect",
          "RECHECK FIND_CORRECTED CORRECTED head",
          "RECHECK ORDER_CORRECTION CORRECTION_ORDERED head",
          "RECHECK TO_LEAD LEAD intake",
          "RECHECK TO_CASE CASE intake");

  private static final Set<InspectionState> ENDS =
      EnumSet.of(
          InspectionState.NO_FINDING,
          InspectionState.CORRECTED,
          InspectionState.LEAD,
          InspectionState.CASE);

  @Test
  @Requirement("R90.5")
  void ofAllTriplesOnlyTheLawfulOnesAreAccepted() {
    var accepted = new HashSet<String>();
    var refused = 0;
    for (var state : InspectionState.values()) {
      for (var action : InspectionAction.values()) {
        for (var right : RIGHTS) {
          try {
            var to = InspectionTable.after(state, action, right);
            accepted.add(
                state + " " + action + " " + to + " " + right.replaceFirst("market\\.", ""));
          } catch (Refusal refusal) {
            refused++;
            assertEquals("inspection.step." + action, refusal.code());
          }
        }
      }
    }
    assertEquals(LAWFUL, accepted);
    assertEquals(
        InspectionState.values().length * InspectionAction.values().length * RIGHTS.size()
            - LAWFUL.size(),
        refused);
  }

  @Test
  @Requirement("R90.5")
  void eachRefusalNamesItsArticleInBothLanguages() {
    for (var action : InspectionAction.values()) {
      var key = "refusal.inspection.step." + action;
      assertTrue(Bundles.words("zh", key).contains(action.article().zh()), key);
      assertTrue(Bundles.words("en", key).contains(action.article().en()), key);
    }
  }

  @Test
  @Requirement("R90.5")
  void everyStateIsReachedAndTheFourEndsAreTheOnlyOnes() {
    var reached = EnumSet.of(InspectionState.PLANNED);
    for (var round : InspectionState.values()) {
      InspectionTable.steps().stream()
          .filter(step -> reached.contains(step.from()))
          .forEach(step -> reached.add(step.to()));
      assertEquals(ENDS.contains(round), InspectionTable.next(round).isEmpty());
    }
    assertEquals(EnumSet.allOf(InspectionState.class), reached);
  }

  private static void stops(String gate, InspectionAction action, Facts facts) {
    var refusal = assertThrows(Refusal.class, () -> InspectionGates.pass(action, facts), gate);
    assertEquals("inspection.gate." + gate, refusal.code());
    assertTrue(Bundles.words("zh", "refusal." + refusal.code()).contains("》第"), gate);
    assertTrue(Bundles.words("en", "refusal." + refusal.code()).contains(", art. "), gate);
  }

  @Test
  @Requirement("R90.6")
  void twoOfficersGoAndNeitherHasToDoWithTheOperator() {
    var assign = InspectionAction.ASSIGN;
    InspectionGates.pass(assign, new Facts(2, false, false, 0, 0));
    for (var officers : List.of(0, 1, 3)) {
      stops("officers", assign, new Facts(officers, false, false, 0, 0));
    }
    stops("barred", assign, new Facts(2, true, false, 0, 0));
    for (var action : List.of(InspectionAction.ARRIVE, InspectionAction.SUBMIT)) {
      stops("not-mine", action, new Facts(2, false, false, 0, 0));
      InspectionGates.pass(action, new Facts(2, false, true, 0, 0));
    }
  }

  @Test
  @Requirement("R90.9")
  void howItEndsAgreesWithWhatWasFoundAndEveryPictureHasCome() {
    var clean = new Facts(2, false, false, 0, 0);
    var found = new Facts(2, false, false, 1, 0);
    var late = new Facts(2, false, false, 1, 1);
    InspectionGates.pass(InspectionAction.CONFIRM, found);
    stops("pictures", InspectionAction.CONFIRM, late);
    stops("own-work", InspectionAction.CONFIRM, new Facts(2, false, true, 0, 0));
    stops("own-work", InspectionAction.RETURN, new Facts(2, false, true, 0, 0));
    InspectionGates.pass(InspectionAction.RETURN, late);
    for (var good : List.of(InspectionAction.FIND_NOTHING, InspectionAction.FIND_CORRECTED)) {
      InspectionGates.pass(good, clean);
      stops("findings", good, found);
    }
    for (var bad :
        List.of(
            InspectionAction.ORDER_CORRECTION,
            InspectionAction.TO_LEAD,
            InspectionAction.TO_CASE)) {
      InspectionGates.pass(bad, found);
      stops("no-findings", bad, clean);
      stops("pictures", bad, late);
    }
  }
}
