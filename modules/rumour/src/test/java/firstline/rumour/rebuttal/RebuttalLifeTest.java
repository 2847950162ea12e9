package firstline.rumour.rebuttal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RebuttalLifeTest {
  private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(3_600);
  private static final UUID RUMOUR = UUID.randomUUID();
  private static final Actor LI = actor("李");
  private static final Actor WANG = actor("王");
  private static final Actor ZHAO = actor("赵");

  @Test
  @Requirement({"R2.1", "R3.3"})
  void everyVersionStaysUnderTheSameNumber() {
    var rebuttal = published();
    rebuttal.correct(VersionKind.FACT, "数字有误", LI, LATER);
    assertEquals("2026-0001", rebuttal.number());
    assertEquals(2, rebuttal.versions().size());
    assertEquals(VersionState.PUBLISHED, rebuttal.versions().get(0).state());
    assertEquals(1, rebuttal.publicOrdinal());
    again(rebuttal);
    assertEquals(VersionState.SUPERSEDED, rebuttal.versions().get(0).state());
    assertEquals(2, rebuttal.publicOrdinal());
  }

  @Test
  @Requirement("R2.2")
  void theHashChangesWithEverythingThatGoesOut() {
    var plain = hash("", content("事实", "说明"));
    assertEquals(plain, hash("", content("事实", "说明")));
    assertNotEquals(plain, hash("", content("事实。", "说明")));
    assertNotEquals(plain, hash("更正", content("事实", "说明")));
    assertNotEquals(
        hash("", content("ab", "c")), hash("", content("a", "bc")), "no two contents share a form");
  }

  @Test
  @Requirement("R2.3")
  void anEditVoidsTheApproval() {
    var rebuttal = approved();
    rebuttal.edit(content("另一个事实", "说明"), LI, LATER);
    assertEquals(VersionState.DRAFT, rebuttal.state());
    assertNull(rebuttal.newest().approvedHash());
    refused("rebuttal.not-approved", () -> rebuttal.publish(ZHAO, LATER));
  }

  @Test
  @Requirement("R2.4")
  void nobodyReviewsWhatTheyWrote() {
    var rebuttal = draft();
    rebuttal.edit(content("事实", "说明二"), WANG, NOW);
    rebuttal.submit(LI, NOW);
    refused("review.own-work", () -> rebuttal.approve(LI, seen(rebuttal), NOW));
    refused("review.own-work", () -> rebuttal.approve(WANG, seen(rebuttal), NOW));
    refused("review.own-work", () -> rebuttal.giveBack(WANG, "不妥", NOW));
  }

  @Test
  @Requirement("R2.5")
  void aReturnNeedsAReason() {
    var rebuttal = draft();
    rebuttal.submit(LI, NOW);
    refused("rebuttal.reason", () -> rebuttal.giveBack(WANG, " \n", NOW));
    rebuttal.giveBack(WANG, "请补充信源", NOW);
    assertEquals(VersionState.RETURNED, rebuttal.state());
  }

  @Test
  @Requirement("R3.1")
  void onlyTheApprovedTextIsPublished() {
    var rebuttal = draft();
    refused("rebuttal.not-approved", () -> rebuttal.publish(ZHAO, NOW));
    rebuttal.submit(LI, NOW);
    refused("review.not-the-reviewed-text", () -> rebuttal.approve(WANG, "0".repeat(64), NOW));
    rebuttal.approve(WANG, seen(rebuttal), NOW);
    rebuttal.publish(LI, NOW);
    assertTrue(rebuttal.isPublic());
  }

  @Test
  @Requirement("R3.2")
  void theFirstPublicationIsWrittenOnce() {
    var rebuttal = published();
    rebuttal.correct(VersionKind.TYPO, "错字", LI, LATER);
    again(rebuttal);
    assertEquals(NOW, rebuttal.firstPublicAt());
  }

  @Test
  @Requirement("R3.4")
  void whatIsWithdrawnIsNoLongerPublicAndKeepsItsNotice() {
    var rebuttal = published();
    refused("rebuttal.notice", () -> rebuttal.withdraw("", ZHAO, LATER));
    rebuttal.withdraw("结论有误，已撤回。", ZHAO, LATER);
    assertFalse(rebuttal.isPublic());
    assertEquals(VersionState.WITHDRAWN, rebuttal.state());
    refused("rebuttal.not-published", () -> rebuttal.withdraw("再撤回", ZHAO, LATER));
    refused("rebuttal.not-published", () -> rebuttal.correct(VersionKind.FACT, "更正", LI, LATER));
  }

  @Test
  @Requirement({"R5.1", "R5.3"})
  void anImportedOneIsNeverReviewedOrTimedHere() {
    var origin = new Origin("丁香医生", "5", NOW, List.of());
    var rebuttal =
        Rebuttal.imported(
            "511500000000", RUMOUR, "2026-0001", origin, content("事实", "说明"), LI, LATER);
    assertTrue(rebuttal.isPublic());
    assertTrue(rebuttal.isImported());
    rebuttal.importAgain(origin, "丁香医生", content("新事实", "说明"), LI, LATER);
    assertEquals(2, rebuttal.versions().size());
    assertNull(rebuttal.firstPublicAt());
    for (var version : rebuttal.versions()) {
      assertNull(version.approvedBy());
      assertNull(version.publishedAt());
    }
  }

  @Test
  void anIncompleteDraftCannotBeSubmitted() {
    var rebuttal =
        Rebuttal.draft(
            "511500000000",
            RUMOUR,
            "2026-0001",
            new Content("传言", "", "", List.of(), Verdict.UNPROVEN, "zh"),
            LI,
            NOW);
    refused("rebuttal.fact.empty", () -> rebuttal.submit(LI, NOW));
  }

  static Rebuttal draft() {
    return Rebuttal.draft("511500000000", RUMOUR, "2026-0001", content("事实", "说明"), LI, NOW);
  }

  private static Rebuttal approved() {
    var rebuttal = draft();
    rebuttal.submit(LI, NOW);
    rebuttal.approve(WANG, seen(rebuttal), NOW);
    return rebuttal;
  }

  private static Rebuttal published() {
    var rebuttal = approved();
    rebuttal.publish(ZHAO, NOW);
    return rebuttal;
  }

  private static void again(Rebuttal rebuttal) {
    rebuttal.submit(LI, LATER);
    rebuttal.approve(WANG, seen(rebuttal), LATER);
    rebuttal.publish(ZHAO, LATER);
  }

  private static String seen(Rebuttal rebuttal) {
    return rebuttal.newest().contentHash();
  }

  private static String hash(String note, Content content) {
    return ContentHash.of("2026-0001", 1, VersionKind.ORIGINAL, note, content);
  }

  static Content content(String fact, String explanation) {
    return new Content(
        "传言", fact, explanation, List.of(new Source("市疾控中心", "")), Verdict.FALSE, "zh");
  }

  static Actor actor(String name) {
    return new Actor(UUID.randomUUID(), name, UUID.randomUUID(), "宣传部");
  }

  static void refused(String code, Executable action) {
    assertEquals(code, assertThrows(Refusal.class, action).code());
  }
}
