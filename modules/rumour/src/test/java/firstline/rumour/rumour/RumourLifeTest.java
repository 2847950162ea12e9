package firstline.rumour.rumour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.file.KeepFile;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RumourLifeTest {
  static final Targets TARGETS =
      new Targets(
          Duration.ofHours(5), Duration.ofHours(24), Duration.ofHours(48), Duration.ofHours(4), 3);
  private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final Actor LI = actor("李");
  private static final Actor WANG = actor("王");

  @Test
  @Requirement({"R9.1", "R9.9"})
  void itGoesFromTheFirstReportToTheAnswer() {
    var rumour = open();
    rumour.takeUp(null, LI, NOW);
    rumour.ask("市气象局", LI, NOW);
    rumour.resume(LI, NOW);
    prove(rumour);
    rumour.propose(Verdict.FALSE, "主管机关答复", LI, NOW);
    rumour.confirm(false, WANG, NOW);
    rumour.rebutting(LI, NOW);
    assertEquals(RumourState.REBUTTING, rumour.state());
    rumour.answered(null, LATER);
    assertEquals(RumourState.REBUTTED, rumour.state());
    rumour.answered(WANG, LATER.plusSeconds(60));
    assertEquals(LATER, rumour.firstPublicAt(), "the second channel changes no clock");
  }

  @Test
  @Requirement("R9.7")
  void nobodyConfirmsTheirOwnVerdict() {
    var rumour = verifying();
    prove(rumour);
    rumour.propose(Verdict.FALSE, "答复", LI, NOW);
    refused("rumour.second-person", () -> rumour.confirm(false, LI, NOW));
    refused("rumour.second-person", () -> rumour.returnVerdict("不够", LI, NOW));
    refused("rumour.verdict-not-confirmed", () -> rumour.requireConfirmed(Verdict.FALSE));
    rumour.confirm(false, WANG, NOW);
    rumour.requireConfirmed(Verdict.FALSE);
    refused("rumour.other-verdict", () -> rumour.requireConfirmed(Verdict.TRUE));
  }

  @Test
  @Requirement("R9.6")
  void aVerdictNeedsTheAuthorityOrTwoIndependentSources() {
    var rumour = verifying();
    assertEquals(0, sources(rumour));
    add(rumour, "宜宾日报", false, Evidence.Stance.REFUTES);
    add(rumour, "宜賓日報", false, Evidence.Stance.REFUTES);
    assertEquals(1, sources(rumour), "one paper in two scripts");
    add(rumour, "某网站", false, Evidence.Stance.SUPPORTS);
    assertEquals(1, sources(rumour), "it speaks for the rumour");
    add(rumour, "市气象局", false, Evidence.Stance.REFUTES);
    rumour.propose(Verdict.FALSE, "两家证实", LI, NOW);
    assertEquals(RumourState.VERDICT_PROPOSED, rumour.state());
  }

  /** How many independent sources the refusal counts. */
  private static Object sources(Rumour rumour) {
    var refusal = assertThrows(Refusal.class, () -> rumour.propose(Verdict.FALSE, "理由", LI, NOW));
    assertEquals("rumour.evidence", refusal.code());
    return refusal.arguments().get(0);
  }

  @Test
  @Requirement("R9.6")
  void evidenceThatComesOrGoesMakesTheProposalAnew() {
    var rumour = verifying();
    prove(rumour);
    rumour.propose(Verdict.FALSE, "答复", LI, NOW);
    add(rumour, "某机构", false, Evidence.Stance.REFUTES);
    assertEquals(RumourState.VERIFYING, rumour.state());
    assertThrows(NotFound.class, () -> rumour.withdrawEvidence(UUID.randomUUID(), "有误", WANG, NOW));
  }

  @Test
  @Requirement("R9.2")
  void theDeadlineFollowsFromHarmSpreadAndUrgency() {
    var rumour = open();
    assertEquals(NOW.plus(Duration.ofHours(24)), rumour.dueAt());
    rumour.triage(new Triage(3, 3, 3), "health", TARGETS, LI, LATER);
    assertEquals(NOW.plus(Duration.ofHours(5)), rumour.dueAt());
    rumour.triage(new Triage(1, 1, 2), "health", TARGETS, LI, LATER);
    assertEquals(NOW.plus(Duration.ofHours(48)), rumour.dueAt());
    refused("rumour.triage", () -> new Triage(0, 1, 1));
    refused("rumour.triage", () -> new Triage(1, 4, 1));
    refused("rumour.deadline", () -> rumour.takeUp(NOW, LI, LATER));
    rumour.takeUp(LATER.plusSeconds(60), LI, LATER);
    assertEquals(LATER.plusSeconds(60), rumour.dueAt());
  }

  @Test
  @Requirement("R9.2")
  void whatLaysIdleIsShownUntilTheNextStep() {
    var rumour = open();
    rumour.layIdle(LATER);
    assertEquals(NOW, rumour.changedAt(), "it has not moved by being looked at");
    rumour.takeUp(null, LI, LATER);
    assertEquals(LATER, rumour.changedAt());
  }

  @Test
  @Requirement("R9.8")
  void silenceTakesTwoPeopleAndAReason() {
    var rumour = verifying();
    refused("rumour.reason", () -> rumour.proposeClosing(" ", LI, NOW));
    refused("rumour.not-now", () -> rumour.confirmClosing(WANG, NOW));
    rumour.proposeClosing("无人传播，公开反而扩散", LI, NOW);
    refused("rumour.second-person", () -> rumour.confirmClosing(LI, NOW));
    rumour.confirmClosing(WANG, NOW);
    assertEquals(RumourState.CLOSED_SILENT, rumour.state());
    rumour.reopen("又有人传", LI, LATER);
    assertEquals(RumourState.VERIFYING, rumour.state());
  }

  @Test
  @Requirement("R9.5")
  void itIsHandedOverSentBackAndMerged() {
    var rumour = verifying();
    var there = UUID.randomUUID();
    rumour.handOver("511502000000", there, "翠屏区委宣传部", "属翠屏区", LI, NOW);
    assertEquals("511502000000", rumour.areaCode());
    refused(
        "rumour.hand-over-to-itself",
        () -> rumour.handOver("511502000000", there, "翠屏区委宣传部", "再转", LI, NOW));
    rumour.handOver("511500000000", UUID.randomUUID(), "市委宣传部", "涉全市", WANG, NOW);
    rumour.takeUp(null, LI, NOW);
    var other = open();
    refused("rumour.merge-target", () -> rumour.mergeInto(rumour, LI, NOW));
    rumour.mergeInto(other, LI, NOW);
    assertEquals(RumourState.MERGED, rumour.state());
    assertEquals(RumourState.OPEN, other.state());
    refused("rumour.merge-target", () -> other.mergeInto(rumour, LI, NOW));
  }

  @Test
  void whatIsTrueIsEscalatedAndMayStillBeAnswered() {
    var rumour = verifying();
    add(rumour, "市应急局", true, Evidence.Stance.SUPPORTS);
    rumour.propose(Verdict.TRUE, "属实", LI, NOW);
    rumour.confirm(false, WANG, NOW);
    assertEquals(RumourState.ESCALATED, rumour.state());
    rumour.rebutting(LI, NOW);
    assertEquals(RumourState.REBUTTING, rumour.state());
  }

  @Test
  @Requirement("R9.10")
  void itResurfacesAfterTheAnswer() {
    var rumour = open();
    rumour.resurface(5, NOW);
    assertEquals(RumourState.OPEN, rumour.state(), "what is not answered cannot resurface");
    answer(rumour);
    rumour.resurface(5, LATER);
    assertEquals(RumourState.RESURFACED, rumour.state());
    rumour.acknowledge("已再次推送", LI, LATER);
    assertEquals(RumourState.REBUTTED, rumour.state());
  }

  @Test
  void anImportedOneHasNoClocks() {
    var rumour = Rumour.imported("511500000000", "R-2026-0001", "盐水\n防病毒", Verdict.FALSE, LI, NOW);
    rumour.review("复查", LI, NOW);
    rumour.answered(null, LATER);
    assertNull(rumour.firstPublicAt());
    assertEquals("盐水 防病毒", rumour.title());
  }

  @Test
  void aTitleIsOneLineOfAtMostTwoHundredUnits() {
    var long1 = "长".repeat(199) + "\uD83D\uDE00".repeat(5);
    var rumour = open(long1);
    assertEquals(true, rumour.title().length() <= Rumour.TITLE);
    assertEquals(true, rumour.title().endsWith("…"));
    refused("rumour.title", () -> open(" \u202E "));
  }

  @Test
  void evidenceWithoutAnythingToLookAtIsNone() {
    var bare =
        new Evidence.Content(
            Evidence.Kind.MEDIA, new Source("某报", ""), false, Evidence.Stance.REFUTES, "", null);
    var rumour = verifying();
    refused("rumour.evidence.empty", () -> rumour.add(bare, null, LI, NOW));
    rumour.add(bare, new KeepFile.Kept(UUID.randomUUID(), "0".repeat(64)), LI, NOW);
  }

  private static void answer(Rumour rumour) {
    rumour.takeUp(null, LI, NOW);
    prove(rumour);
    rumour.propose(Verdict.FALSE, "答复", LI, NOW);
    rumour.confirm(true, WANG, NOW);
    rumour.answered(null, NOW);
  }

  static Rumour open() {
    return open("三江口大桥明晨爆破");
  }

  private static Rumour open(String title) {
    return Rumour.open("511500000000", "R-2026-0001", title, NOW, TARGETS, LI, NOW);
  }

  private static Rumour verifying() {
    var rumour = open();
    rumour.takeUp(null, LI, NOW);
    return rumour;
  }

  private static void prove(Rumour rumour) {
    add(rumour, "市住建局", true, Evidence.Stance.REFUTES);
  }

  private static void add(
      Rumour rumour, String organisation, boolean competent, Evidence.Stance stance) {
    rumour.add(evidence(organisation, competent, stance), null, LI, NOW);
  }

  static Evidence.Content evidence(String organisation, boolean competent, Evidence.Stance stance) {
    return new Evidence.Content(
        Evidence.Kind.STATEMENT, new Source(organisation, ""), competent, stance, "原话", null);
  }

  static Actor actor(String name) {
    return new Actor(UUID.randomUUID(), name, UUID.randomUUID(), "部门");
  }

  private static void refused(String code, Runnable action) {
    assertEquals(code, assertThrows(Refusal.class, action::run).code());
  }
}
