package firstline.market.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.MarketRights;
import firstline.market.casefile.Bureau;
import firstline.market.casefile.Matter;
import firstline.market.desk.MarketDesk;
import firstline.market.term.TermQueries.Level;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Counterfeit masks for millions: the police are to have the case. */
class ReferringACaseTest {
  /** State, action, right, next: by hand from the Provisions. */
  private static final Set<String> LAWFUL =
      Set.of(
          "PROPOSED APPROVE head APPROVED",
          "PROPOSED DECLINE head DECLINED",
          "APPROVED SEND case SENT",
          "SENT ACCEPT police ACCEPTED",
          "SENT REFUSE police REFUSED",
          "REFUSED OBJECT head OBJECTED",
          "REFUSED ABIDE head RETURNED",
          "OBJECTED ACCEPT police ACCEPTED",
          "OBJECTED UPHOLD police RETURNED",
          "ACCEPTED HAND_OVER case HANDED_OVER");

  private final MutableClock clock = MutableClock.at("2026-03-02T02:00:00Z");

  private static String refused(Runnable work) {
    return assertThrows(Refusal.class, work::run).code();
  }

  private UUID opened(Bureau bureau) {
    var id = bureau.file("", "", Matter.COUNTERFEIT, true);
    bureau.assign(id);
    return id;
  }

  private UUID proposed(Bureau bureau, UUID caseId) {
    return bureau.run(
        sql ->
            new ProposeReferral(
                    sql, bureau.desk(bureau.officers().get(0), MarketRights.CASE), clock)
                .propose(
                    new ProposeReferral.Command(caseId, "生产、销售伪劣产品罪（《刑法》第一百四十条）", "销售金额超过五万元")));
  }

  private ReferralQueries queries(Bureau bureau) {
    return new ReferralQueries(
        TestDatabase.sql(), bureau.desk(UUID.randomUUID(), MarketRights.READ));
  }

  private void move(Bureau bureau, UUID id, ReferralAction action, String note) {
    move(bureau, id, queries(bureau).one(id).version(), action, note);
  }

  private void move(Bureau bureau, UUID id, long version, ReferralAction action, String note) {
    bureau.run(
        sql -> {
          var officer = action.right().equals(MarketRights.CASE);
          var use =
              new MoveReferral(
                  sql,
                  bureau.desk(
                      officer ? bureau.officers().get(0) : UUID.randomUUID(), action.right()),
                  clock);
          var command = new MoveReferral.Command(id, version, action, "翠公立〔2026〕3号", note);
          switch (action.right()) {
            case MarketRights.HEAD -> use.byHead(command);
            case MarketRights.POLICE -> use.byPolice(command);
            default -> use.byOfficer(command);
          }
          return true;
        });
  }

  private Level level(Bureau bureau, UUID id, String rule) {
    var terms =
        bureau.terms().ofRecord(id).stream().filter(one -> one.rule().id().equals(rule)).toList();
    return terms.get(terms.size() - 1).level();
  }

  @Test
  @Requirement("R92.7")
  void ofAllStepsOnlyTheLawfulOnesAreAcceptedAndEachRefusalNamesItsArticle() {
    var accepted = new HashSet<String>();
    for (var state : ReferralState.values()) {
      for (var action : ReferralAction.values()) {
        for (var right : new MarketDesk().rights()) {
          try {
            var to = ReferralTable.after(state, action, right);
            accepted.add(
                state + " " + action + " " + right.substring("market.".length()) + " " + to);
          } catch (Refusal refusal) {
            var key = "refusal." + refusal.code();
            assertTrue(Bundles.words("zh", key).contains(action.article().zh()), key);
            assertTrue(Bundles.words("en", key).contains(action.article().en()), key);
          }
        }
      }
    }
    assertEquals(LAWFUL, accepted);
  }

  @Test
  @Requirement({"R92.7", "R92.8"})
  void thePoliceTakeItAfterAnObjectionAndEachStepHasItsTerm() {
    var bureau = Bureau.found("953024", clock);
    var caseId = opened(bureau);
    var id = proposed(bureau, caseId);
    assertEquals("referral.open", refused(() -> proposed(bureau, caseId)));
    assertEquals(LocalDate.parse("2026-03-05"), bureau.terms().ofRecord(id).get(0).due());
    move(bureau, id, ReferralAction.APPROVE, "");
    assertEquals(
        Instant.parse("2026-03-03T02:00:00Z"), bureau.terms().ofRecord(id).get(1).endsAt());
    move(bureau, id, ReferralAction.SEND, "");
    assertEquals(Level.MET, level(bureau, id, "referral.send"));
    assertEquals("referral.note", refused(() -> move(bureau, id, ReferralAction.REFUSE, " ")));
    move(bureau, id, ReferralAction.REFUSE, "金额不足");
    move(bureau, id, ReferralAction.OBJECT, "金额以账册为准");
    assertEquals(Level.MET, level(bureau, id, "referral.object"));
    var stale = queries(bureau).one(id).version() - 1;
    assertThrows(Conflict.class, () -> move(bureau, id, stale, ReferralAction.ACCEPT, ""));
    move(bureau, id, ReferralAction.ACCEPT, "");
    assertEquals(Level.MET, level(bureau, id, "referral.review"));
    assertTrue(Set.of(Level.RUNNING, Level.SOON).contains(level(bureau, id, "referral.handover")));
    move(bureau, id, ReferralAction.HAND_OVER, "");
    assertEquals(Level.MET, level(bureau, id, "referral.handover"));
    assertEquals("翠公立〔2026〕3号", queries(bureau).one(id).policeNumber());
    assertEquals(7, queries(bureau).steps(id).size());
    assertEquals("REFERRAL_HANDED_OVER", bureau.queries().events(caseId).get(0).action());
    assertEquals("referral.open", refused(() -> proposed(bureau, caseId)), "once and for all");
  }

  @Test
  @Requirement({"R92.7", "R92.8"})
  void whatThePoliceDoNotTakeComesBackAndMayBeReferredAnew() {
    var bureau = Bureau.found("953025", clock);
    var caseId = opened(bureau);
    var id = proposed(bureau, caseId);
    move(bureau, id, ReferralAction.APPROVE, "");
    move(bureau, id, ReferralAction.SEND, "");
    move(bureau, id, ReferralAction.REFUSE, "金额不足");
    move(bureau, id, ReferralAction.ABIDE, "继续行政处理");
    assertEquals(Level.CANCELLED, level(bureau, id, "referral.object"));
    var again = proposed(bureau, caseId);
    move(bureau, again, ReferralAction.DECLINE, "证据不足");
    assertEquals(ReferralState.DECLINED, queries(bureau).one(again).state());
    assertEquals(2, queries(bureau).ofCase(caseId).size());
    var filed = bureau.file("", "", Matter.COUNTERFEIT, true);
    assertEquals("case.gate.not-mine", refused(() -> proposed(bureau, filed)));
  }
}
