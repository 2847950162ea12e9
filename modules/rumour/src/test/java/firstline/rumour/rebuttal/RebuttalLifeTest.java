package firstline.rumour.rebuttal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Review.Lane;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
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
  private static final Actor SUN = actor("孙");
  private static final Actor QIAN = actor("钱");

  @Test
  @Requirement({"R2.1", "R3.3"})
  void everyVersionStaysUnderTheSameNumber() {
    var walk = published();
    var rebuttal = walk.rebuttal;
    rebuttal.correct(VersionKind.FACT, "数字有误", LI, LATER);
    assertEquals("2026-0001", rebuttal.number());
    assertEquals(2, rebuttal.versions().size());
    assertEquals(VersionState.PUBLISHED, rebuttal.versions().get(0).state());
    assertEquals(1, rebuttal.publicOrdinal());
    again(walk);
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
    var hashes = new HashSet<String>();
    hashes.add(plain);
    for (var i = 0; i < 8; i++) {
      assertTrue(hashes.add(hash("", with(i, "甲"))), "the part " + i + " is in the hash");
    }
  }

  @Test
  @Requirement("R2.2")
  void whatWasHashedBeforeTheLaterPartsKeepsItsHash() {
    assertEquals(
        "40dfc65058848362416861fb2a0d0e764646c765231b81dab1413e7e83b3eaa3",
        hash("", content("事实", "说明")));
  }

  /** A content in which one of the later parts says something. */
  private static Content with(int part, String text) {
    var day = LocalDate.of(2026, 3, 1);
    return new Content(
        "传言",
        "事实",
        "说明",
        List.of(new Source("市疾控中心", "")),
        Verdict.FALSE,
        "zh",
        part == 0 ? text : "",
        part == 1 ? text : "",
        part == 2 ? day : null,
        part == 3 ? day : null,
        part == 4 ? day : null,
        new Variants(part == 5 ? text : "", part == 6 ? text : "", part == 7 ? text : ""));
  }

  @Test
  @Requirement("R2.3")
  void anEditVoidsTheApproval() {
    var walk = approved();
    walk.edit(content("另一个事实", "说明"), LI, LATER);
    assertEquals(VersionState.DRAFT, walk.rebuttal.state());
    assertNull(walk.rebuttal.newest().approvedHash());
    refused("review.not-submitted", () -> walk.publish(ZHAO, LATER));
    refused("rebuttal.not-approved", () -> walk.rebuttal.publish(ZHAO, LATER));
  }

  @Test
  @Requirement("R2.4")
  void nobodyReviewsWhatTheyWrote() {
    var walk = new Walk(draft(), 3);
    walk.edit(content("事实", "说明二"), WANG, NOW);
    walk.submit(LI, NOW);
    refused("review.own-work", () -> walk.approve(LI, NOW));
    refused("review.own-work", () -> walk.approve(WANG, NOW));
    refused("review.own-work", () -> walk.giveBack(WANG, "不妥", NOW));
  }

  @Test
  @Requirement("R2.4")
  void nobodyReviewsACorrectionOfWhatTheyWrote() {
    var walk = published();
    walk.rebuttal.correct(VersionKind.TYPO, "错字", ZHAO, LATER);
    walk.submit(ZHAO, LATER);
    refused("review.own-work", () -> walk.approve(LI, LATER));
    refused("review.own-work", () -> walk.approve(ZHAO, LATER));
  }

  @Test
  @Requirement("R2.6")
  void threePeopleReviewOneAfterTheOther() {
    var walk = new Walk(draft(), 3);
    walk.submit(LI, NOW);
    assertEquals(VersionState.REVIEW_1, walk.rebuttal.state());
    walk.approve(WANG, NOW);
    assertEquals(VersionState.REVIEW_2, walk.rebuttal.state());
    refused("review.same-person-twice", () -> walk.approve(WANG, NOW));
    walk.approve(SUN, NOW);
    assertEquals(VersionState.REVIEW_3, walk.rebuttal.state());
    refused("review.not-approved", () -> walk.publish(ZHAO, NOW));
    walk.approve(QIAN, NOW);
    assertEquals(VersionState.APPROVED, walk.rebuttal.state());
    assertEquals(List.of(WANG.id(), SUN.id(), QIAN.id()), walk.rebuttal.newest().reviewers());
  }

  @Test
  @Requirement({"R2.5", "R2.6"})
  void aReturnAtAnyStepNeedsAReasonAndBeginsAnew() {
    var walk = new Walk(draft(), 3);
    walk.submit(LI, NOW);
    walk.approve(WANG, NOW);
    refused("review.reason-missing", () -> walk.giveBack(SUN, " \n", NOW));
    walk.giveBack(SUN, "请补充信源", NOW);
    assertEquals(VersionState.RETURNED, walk.rebuttal.state());
    walk.submit(LI, LATER);
    assertEquals(VersionState.REVIEW_1, walk.rebuttal.state());
    walk.approve(WANG, LATER);
    assertEquals(VersionState.REVIEW_2, walk.rebuttal.state());
  }

  @Test
  @Requirement("R2.7")
  void inAnEmergencyTheLastReviewFollowsWithinADay() {
    var walk = new Walk(draft(), 3);
    refused("rebuttal.emergency-why", () -> walk.submit(Lane.EMERGENCY, " ", LI, NOW));
    walk.submit(Lane.EMERGENCY, "群众连夜转移", LI, NOW);
    walk.approve(WANG, NOW);
    refused("review.not-approved", () -> walk.publish(ZHAO, NOW));
    walk.approve(SUN, NOW);
    walk.publish(ZHAO, NOW);
    var version = walk.rebuttal.newest();
    assertEquals(NOW.plus(Duration.ofHours(24)), version.dueAt());
    assertTrue(version.awaitsReview());
    refused("review.same-person-twice", () -> walk.approve(SUN, LATER));
    walk.approve(QIAN, LATER);
    assertFalse(version.awaitsReview());
    assertEquals(VersionState.PUBLISHED, walk.rebuttal.state());
  }

  @Test
  @Requirement("R2.8")
  void whatIsPublicStaysPublicWhenTheLastReviewerObjects() {
    var walk = new Walk(draft(), 3);
    walk.submit(Lane.EMERGENCY, "群众连夜转移", LI, NOW);
    walk.approve(WANG, NOW);
    walk.approve(SUN, NOW);
    walk.publish(ZHAO, NOW);
    walk.giveBack(QIAN, "水位数字有误", LATER);
    assertEquals(VersionState.PUBLISHED, walk.rebuttal.state());
    assertTrue(walk.rebuttal.isPublic());
    assertTrue(walk.rebuttal.isObjected());
    assertEquals("水位数字有误", walk.rebuttal.newest().objection());
    walk.rebuttal.correct(VersionKind.FACT, "水位数字有误", LI, LATER);
    again(walk);
    assertFalse(walk.rebuttal.isObjected());
  }

  @Test
  @Requirement("R2.8")
  void theLastReviewIsStillGivenWhileACorrectionIsWritten() {
    var walk = new Walk(draft(), 2);
    walk.submit(Lane.EMERGENCY, "群众连夜转移", LI, NOW);
    walk.approve(WANG, NOW);
    walk.publish(ZHAO, NOW);
    var shown = walk.rebuttal.newest();
    walk.rebuttal.correct(VersionKind.TYPO, "错字", LI, LATER);
    walk.giveBack(SUN, shown.contentHash(), "结论过头", LATER);
    assertEquals("结论过头", shown.objection());
    assertEquals(VersionState.DRAFT, walk.rebuttal.state());
  }

  @Test
  @Requirement("R2.9")
  void whatIsRevokedNeverGoesOutAndTheNextEditIsAnotherVersion() {
    var walk = approved();
    refused("rebuttal.reason", () -> walk.rebuttal.revoke(" ", ZHAO, NOW));
    walk.rebuttal.revoke("发布计划取消", ZHAO, NOW);
    assertEquals(VersionState.REVOKED, walk.rebuttal.state());
    refused("rebuttal.not-approved", () -> walk.rebuttal.publish(ZHAO, NOW));
    walk.edit(content("事实", "新说明"), LI, LATER);
    assertEquals(2, walk.rebuttal.versions().size());
    assertEquals(VersionState.REVOKED, walk.rebuttal.versions().get(0).state());
    again(walk);
    assertEquals(2, walk.rebuttal.publicOrdinal());
  }

  @Test
  @Requirement("R2.9")
  void whatWasPublicBeforeARevokedCorrectionIsPublicAgain() {
    var walk = published();
    walk.rebuttal.correct(VersionKind.FACT, "数字有误", LI, LATER);
    again(walk);
    walk.rebuttal.revoke("更正有误", ZHAO, LATER);
    assertEquals(1, walk.rebuttal.publicOrdinal());
    assertTrue(walk.rebuttal.isPublic());
    assertEquals(VersionState.PUBLISHED, walk.rebuttal.versions().get(0).state());
    assertEquals(NOW, walk.rebuttal.firstPublicAt());
  }

  @Test
  @Requirement("R3.1")
  void onlyTheApprovedTextIsPublished() {
    var walk = new Walk(draft(), 1);
    refused("rebuttal.not-approved", () -> walk.rebuttal.publish(ZHAO, NOW));
    walk.submit(LI, NOW);
    refused("review.not-the-reviewed-text", () -> walk.approve(WANG, "0".repeat(64), NOW));
    walk.approve(WANG, NOW);
    walk.publish(LI, NOW);
    assertTrue(walk.rebuttal.isPublic());
    refused("rebuttal.closed", () -> walk.rebuttal.edit(content("新", "新"), LI, LATER));
  }

  @Test
  @Requirement("R3.2")
  void theFirstPublicationIsWrittenOnce() {
    var walk = published();
    walk.rebuttal.correct(VersionKind.TYPO, "错字", LI, LATER);
    again(walk);
    assertEquals(NOW, walk.rebuttal.firstPublicAt());
  }

  @Test
  @Requirement("R3.4")
  void whatIsWithdrawnIsNoLongerPublicAndKeepsItsNotice() {
    var rebuttal = published().rebuttal;
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
    refused("rebuttal.fact.empty", () -> rebuttal.submit(Lane.NORMAL, "", LI, NOW));
  }

  static Rebuttal draft() {
    return Rebuttal.draft("511500000000", RUMOUR, "2026-0001", content("事实", "说明"), LI, NOW);
  }

  private static Walk approved() {
    var walk = new Walk(draft(), 1);
    walk.submit(LI, NOW);
    walk.approve(WANG, NOW);
    return walk;
  }

  private static Walk published() {
    var walk = approved();
    walk.publish(ZHAO, NOW);
    return walk;
  }

  private static void again(Walk walk) {
    var review = walk.submit(Lane.NORMAL, "", LI, LATER);
    for (var reviewer : List.of(WANG, SUN, QIAN).subList(0, review.steps())) {
      walk.approve(reviewer, LATER);
    }
    walk.publish(ZHAO, LATER);
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
