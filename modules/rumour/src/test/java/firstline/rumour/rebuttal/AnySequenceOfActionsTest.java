package firstline.rumour.rebuttal;

import static firstline.rumour.rebuttal.RebuttalLifeTest.actor;
import static firstline.rumour.rebuttal.RebuttalLifeTest.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Review.Lane;
import firstline.persistence.review.Review.Verdict;
import firstline.rumour.rumour.Actor;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever anybody tries in whatever order: what is public was reviewed by others, and stays so.
 */
class AnySequenceOfActionsTest {
  private static final int SEQUENCES = 100_000;
  private static final int ACTIONS = 22;
  private static final Instant START = Instant.parse("2026-02-01T08:00:00Z");
  private static final List<Actor> PEOPLE =
      List.of(actor("甲"), actor("乙"), actor("丙"), actor("丁"), actor("戊"));
  private static final List<Content> TEXTS =
      List.of(content("事实一", "说明"), content("事实二", "说明"), content("事实三", "另一说明"));

  /** What may follow what; anything else is no life of a version. */
  private static final Map<VersionState, Set<VersionState>> LEGAL = legal();

  private long published;
  private long afterwards;
  private long objected;
  private long revoked;
  private long corrected;

  @Test
  @Requirement({"R2.3", "R2.4", "R2.6", "R2.7", "R2.8", "R2.9", "R3.1", "R3.2", "R3.3"})
  void whatIsPublicWasApprovedByOthers() {
    Seeded.cases(SEQUENCES, this::run);
    var told =
        List.of(published, afterwards, objected, revoked, corrected)
            + ": published, last review done afterwards, objected to, revoked, corrected";
    assertTrue(
        published > 20_000
            && afterwards > 1_000
            && objected > 500
            && revoked > 1_000
            && corrected > 1_000,
        told);
  }

  private void run(Draw draw) {
    var walk = new Walk(RebuttalLifeTest.draft(), draw.of(1, 2, 3, 3));
    var seen = new Seen();
    seen.check(walk.rebuttal);
    for (var i = 0; i < ACTIONS; i++) {
      try {
        act(walk, draw, START.plusSeconds(3_600L * i));
      } catch (Refusal refusal) {
        assertFalse(refusal.code().isEmpty());
      }
      seen.check(walk.rebuttal);
    }
    for (var version : walk.rebuttal.versions()) {
      if (version.publishedAt() != null) {
        assertEquals(version.contentHash(), version.outgoingHash(), "a published text changed");
      }
      objected += version.objection() == null ? 0 : 1;
    }
  }

  private void act(Walk walk, Draw draw, Instant now) {
    var who = draw.of(PEOPLE);
    var rebuttal = walk.rebuttal;
    switch (draw.between(0, 19)) {
      case 0 -> walk.edit(draw.of(TEXTS), who, now);
      case 1, 2, 3 ->
          walk.submit(
              draw.chance(0.4) ? Lane.EMERGENCY : Lane.NORMAL,
              draw.chance(0.9) ? "急" : " ",
              who,
              now);
      case 4 -> walk.giveBack(who, someHash(rebuttal, draw), draw.of("理由", "理由", " "), now);
      case 13 -> {
        if (rebuttal.isPublic()) {
          walk.giveBack(who, someHash(rebuttal, draw), "异议", now);
        }
      }
      case 14, 15, 16 -> publish(walk, who, now);
      case 17 -> {
        if (draw.chance(0.5)) {
          rebuttal.revoke(draw.of("发早了", ""), who, now);
          revoked++;
        }
      }
      case 18 -> {
        if (draw.chance(0.2)) {
          rebuttal.withdraw("撤回", who, now);
        }
      }
      case 19 -> {
        rebuttal.correct(draw.of(VersionKind.values()), "说明", who, now);
        corrected++;
      }
      default -> {
        var hash = someHash(rebuttal, draw);
        var out = rebuttal.withHash(hash).state() == VersionState.PUBLISHED;
        walk.approve(who, hash, now);
        afterwards += out ? 1 : 0;
      }
    }
  }

  private static String someHash(Rebuttal rebuttal, Draw draw) {
    if (draw.chance(0.05)) {
      return "0".repeat(64);
    }
    var version = draw.chance(0.7) ? rebuttal.newest() : draw.of(rebuttal.versions());
    return version.contentHash();
  }

  private void publish(Walk walk, Actor who, Instant now) {
    var before = walk.rebuttal.newest();
    walk.publish(who, now);
    published++;
    var review = walk.review(before);
    assertEquals(review.hash(), before.outgoingHash(), "another hash went out");
    var reviewers = new HashSet<>();
    for (var decision : review.decisions()) {
      assertEquals(Verdict.APPROVED, decision.verdict());
      assertEquals(review.hash(), decision.hash());
      assertTrue(reviewers.add(decision.reviewer().id()), "a person twice");
      assertFalse(before.writers().contains(decision.reviewer().id()), "a self-review");
    }
    assertTrue(reviewers.size() >= review.approvalsToGoOut(), "out too early");
    if (reviewers.size() < review.steps()) {
      assertEquals(Lane.EMERGENCY, review.lane());
      assertNotNull(before.dueAt(), "a review is missing and no clock runs");
    }
  }

  /** What was seen after each action: states move as they may, and what is written stays. */
  private static final class Seen {
    private final Map<Integer, VersionState> states = new HashMap<>();
    private final Map<Integer, Instant> publications = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, String> objections = new HashMap<>();
    private Instant first = Instant.MIN;
    private Instant withdrawn = Instant.MIN;

    void check(Rebuttal rebuttal) {
      var shown = 0;
      for (var version : rebuttal.versions()) {
        shown += version.state() == VersionState.PUBLISHED ? 1 : 0;
        look(version);
      }
      assertTrue(shown <= 1, "one public version at most");
      assertEquals(rebuttal.isPublic(), shown == 1, "what is public is published");
      first = once(first, rebuttal.firstPublicAt());
      withdrawn = once(withdrawn, rebuttal.withdrawnAt());
    }

    private void look(RebuttalVersion version) {
      var before = states.put(version.ordinal(), version.state());
      if (before == null) {
        assertEquals(VersionState.DRAFT, version.state());
      } else if (before != version.state()) {
        assertTrue(
            LEGAL.getOrDefault(before, Set.of()).contains(version.state()),
            before + " became " + version.state());
      }
      var publishedAt = version.publishedAt();
      if (publishedAt != null) {
        var at = publications.putIfAbsent(version.ordinal(), publishedAt);
        assertTrue(at == null || at.equals(publishedAt), "a clock was overwritten");
        var text = texts.putIfAbsent(version.ordinal(), version.contentHash());
        assertTrue(text == null || text.equals(version.contentHash()), "a published text changed");
      }
      var objection = version.objection();
      if (objection != null) {
        var said = objections.putIfAbsent(version.ordinal(), objection);
        assertTrue(said == null || said.equals(objection), "an objection was overwritten");
      }
    }

    private static Instant once(Instant before, @Nullable Instant written) {
      if (written == null) {
        assertEquals(Instant.MIN, before, "a clock was taken back");
        return before;
      }
      assertTrue(before.equals(Instant.MIN) || before.equals(written), "a clock was overwritten");
      return written;
    }
  }

  private static Map<VersionState, Set<VersionState>> legal() {
    var legal = new EnumMap<VersionState, Set<VersionState>>(VersionState.class);
    var draft = VersionState.DRAFT;
    var approved = VersionState.APPROVED;
    var returned = VersionState.RETURNED;
    var gone = VersionState.WITHDRAWN;
    legal.put(draft, Set.of(VersionState.REVIEW_1, gone));
    legal.put(
        VersionState.REVIEW_1, Set.of(VersionState.REVIEW_2, approved, returned, draft, gone));
    legal.put(
        VersionState.REVIEW_2, Set.of(VersionState.REVIEW_3, approved, returned, draft, gone));
    legal.put(VersionState.REVIEW_3, Set.of(approved, returned, draft, gone));
    legal.put(returned, Set.of(VersionState.REVIEW_1, draft, gone));
    legal.put(
        approved, Set.of(VersionState.PUBLISHED, returned, draft, VersionState.REVOKED, gone));
    legal.put(VersionState.PUBLISHED, Set.of(VersionState.SUPERSEDED, VersionState.REVOKED, gone));
    legal.put(VersionState.SUPERSEDED, Set.of(VersionState.PUBLISHED));
    return legal;
  }
}
