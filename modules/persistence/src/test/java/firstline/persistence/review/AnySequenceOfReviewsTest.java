package firstline.persistence.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Review.Lane;
import firstline.persistence.review.Review.Reviewer;
import firstline.persistence.review.Review.State;
import firstline.persistence.review.Review.Verdict;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random people do random things to random texts; what must never happen is looked for. */
class AnySequenceOfReviewsTest {
  private static final int SEQUENCES = 20_000;
  private static final long SEED = Long.getLong("firstline.seed", 20200124L);
  private static final List<Reviewer> PEOPLE =
      IntStream.range(0, 5)
          .mapToObj(i -> new Reviewer(new UUID(0, i), "officer " + i, "department"))
          .toList();
  private static final List<String> TEXTS = List.of("a", "b", "c");

  @Test
  @Requirement({"R11.1", "R11.2", "R11.3"})
  void neverASelfReviewNeverTheSamePersonTwiceNeverAnotherText() {
    var published = 0;
    var emergencies = 0;
    for (var run = 0; run < SEQUENCES; run++) {
      var random = new Random(SEED + run);
      var told = "seed " + (SEED + run);
      var authors = authors(random);
      var lane = random.nextInt(3) == 0 ? Lane.EMERGENCY : Lane.NORMAL;
      var now = Instant.parse("2026-02-01T00:00:00Z");
      var review = Review.submit(UUID.randomUUID(), "a", lane, 1 + random.nextInt(3), authors, now);
      Instant approvedAt = null;
      Instant dueAt = null;
      for (var step = 0; step < 12; step++) {
        now = now.plusSeconds(random.nextInt(100_000));
        var text = TEXTS.get(random.nextInt(4) == 0 ? random.nextInt(3) : 0);
        if (act(review, random, text, now)) {
          published++;
          emergencies += lane == Lane.EMERGENCY ? 1 : 0;
          assertEquals("a", text, told);
          checkPublication(review, authors, told);
        }
        if (approvedAt != null) {
          assertEquals(approvedAt, review.approvedAt(), told + ": a clock was overwritten");
        }
        if (dueAt != null) {
          assertEquals(dueAt, review.dueAt(), told + ": a clock was overwritten");
        }
        approvedAt = review.approvedAt();
        dueAt = review.dueAt();
        checkPeople(review, authors, told);
      }
    }
    assertTrue(published > 1_000, "the sequences reach publication: " + published);
    assertTrue(emergencies > 500, "in both lanes: " + emergencies);
  }

  /** Does something; true if it let the text out. */
  private static boolean act(Review review, Random random, String text, Instant now) {
    var person = PEOPLE.get(random.nextInt(PEOPLE.size()));
    try {
      switch (random.nextInt(12)) {
        case 0 -> review.giveBack(person, text, random.nextBoolean() ? "why" : " ", now);
        case 1 -> {
          if (random.nextInt(4) == 0) {
            review.edited();
          }
        }
        case 2, 3, 4, 5 -> {
          review.requirePublishable(text);
          return true;
        }
        default -> review.approve(person, text, now);
      }
    } catch (Refusal refusal) {
      assertFalse(refusal.code().isEmpty());
    }
    return false;
  }

  private static void checkPublication(Review review, Set<UUID> authors, String told) {
    var approvers =
        review.decisions().stream()
            .filter(decision -> decision.verdict() == Verdict.APPROVED)
            .filter(decision -> decision.hash().equals("a"))
            .map(decision -> decision.reviewer().id())
            .filter(id -> !authors.contains(id))
            .distinct()
            .count();
    assertFalse(review.state() == State.VOID || review.state() == State.RETURNED, told);
    if (review.lane() == Lane.EMERGENCY) {
      assertTrue(approvers >= Math.max(1, review.steps() - 1), told + ": out too early");
      assertNotNull(review.dueAt(), told);
    } else {
      assertEquals(review.steps(), approvers, told);
    }
  }

  private static void checkPeople(Review review, Set<UUID> authors, String told) {
    var seen = new HashSet<UUID>();
    for (var decision : review.decisions()) {
      assertTrue(seen.add(decision.reviewer().id()), told + ": the same person twice");
      assertFalse(authors.contains(decision.reviewer().id()), told + ": a self-review");
      assertEquals("a", decision.hash(), told);
      assertFalse(decision.verdict() == Verdict.RETURNED && decision.reason().isBlank(), told);
    }
  }

  private static Set<UUID> authors(Random random) {
    var authors = new HashSet<UUID>();
    for (var i = 0; i <= random.nextInt(2); i++) {
      authors.add(PEOPLE.get(random.nextInt(PEOPLE.size())).id());
    }
    return authors;
  }
}
