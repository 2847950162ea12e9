package firstline.rumour.rebuttal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.rumour.rumour.Actor;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever anybody tries in whatever order: what is public was reviewed by somebody else. */
class AnySequenceOfActionsTest {
  private static final int SEQUENCES = 10_000;
  private static final int ACTIONS = 25;
  private static final Instant START = Instant.parse("2026-02-01T08:00:00Z");

  private final List<Actor> people =
      List.of(
          RebuttalLifeTest.actor("甲"), RebuttalLifeTest.actor("乙"), RebuttalLifeTest.actor("丙"));

  @Test
  @Requirement({"R2.3", "R2.4", "R3.1", "R3.2", "R3.3"})
  void whatIsPublicWasApprovedByAnother() {
    for (var seed = 0; seed < SEQUENCES; seed++) {
      run(new Random(seed));
    }
  }

  private void run(Random random) {
    var rebuttal = RebuttalLifeTest.draft();
    Instant first = null;
    var frozen = new HashMap<Integer, Content>();
    for (var i = 0; i < ACTIONS; i++) {
      try {
        act(rebuttal, random, START.plusSeconds(i));
      } catch (Refusal refusal) {
        assertFalse(refusal.code().isEmpty());
      }
      if (first == null) {
        first = rebuttal.firstPublicAt();
      } else {
        assertEquals(first, rebuttal.firstPublicAt(), "a clock was overwritten");
      }
      check(rebuttal, frozen);
    }
  }

  private static void check(Rebuttal rebuttal, HashMap<Integer, Content> frozen) {
    var shown =
        rebuttal.versions().stream()
            .filter(version -> version.state() == VersionState.PUBLISHED)
            .toList();
    assertTrue(shown.size() <= 1, "one public version at most");
    for (var version : rebuttal.versions()) {
      if (version.publishedAt() != null) {
        assertEquals(version.outgoingHash(), version.approvedHash());
        var approver = version.approvedBy();
        assertNotNull(approver);
        assertFalse(version.writers().contains(approver), "reviewed by a writer");
        var known = frozen.putIfAbsent(version.ordinal(), version.content());
        assertTrue(known == null || known.equals(version.content()), "a published text changed");
      }
    }
  }

  private void act(Rebuttal rebuttal, Random random, Instant now) {
    var who = people.get(random.nextInt(people.size()));
    switch (random.nextInt(8)) {
      case 0 -> rebuttal.edit(RebuttalLifeTest.content("事实" + random.nextInt(3), "说明"), who, now);
      case 1, 2 -> rebuttal.submit(who, now);
      case 3 -> rebuttal.giveBack(who, random.nextBoolean() ? "理由" : "", now);
      case 4 ->
          rebuttal.approve(
              who, random.nextInt(4) == 0 ? "0".repeat(64) : rebuttal.newest().contentHash(), now);
      case 5, 6 -> rebuttal.publish(who, now);
      default -> {
        if (random.nextInt(6) == 0) {
          rebuttal.withdraw("撤回", who, now);
        } else {
          rebuttal.correct(VersionKind.values()[random.nextInt(4)], "说明", who, now);
        }
      }
    }
  }
}
