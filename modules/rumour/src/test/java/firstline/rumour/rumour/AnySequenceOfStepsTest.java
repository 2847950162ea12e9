package firstline.rumour.rumour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever anybody tries with a rumour, in whatever order. */
class AnySequenceOfStepsTest {
  private static final int SEQUENCES = 100_000;
  private static final int ACTIONS = 24;
  private static final Instant START = Instant.parse("2026-02-01T08:00:00Z");
  private static final Targets TARGETS = RumourLifeTest.TARGETS;

  /** From where to where a rumour may go; to stay is always a step of its own kind. */
  private static final Map<RumourState, Set<RumourState>> WAYS = ways();

  private final List<Actor> people =
      List.of(RumourLifeTest.actor("甲"), RumourLifeTest.actor("乙"), RumourLifeTest.actor("丙"));

  @Test
  @Requirement({"R9.1", "R9.6", "R9.7", "R9.8", "R9.9"})
  void noIllegalStateNoClockOverwrittenNobodyTwice() {
    var reached = new HashMap<RumourState, Integer>();
    Seeded.cases(SEQUENCES, draw -> run(draw, reached));
    for (var state : RumourState.values()) {
      assertTrue(reached.getOrDefault(state, 0) > 100, state + " is hardly ever reached");
    }
  }

  private void run(Draw draw, Map<RumourState, Integer> reached) {
    var rumour = RumourLifeTest.open();
    var other = RumourLifeTest.open();
    var before = new Seen(rumour);
    for (var i = 1; i <= ACTIONS; i++) {
      var now = START.plusSeconds(60L * i);
      try {
        act(rumour, other, draw, now);
      } catch (Refusal refusal) {
        assertFalse(refusal.code().isEmpty());
        assertEquals(before, new Seen(rumour), "a refusal changed something");
      }
      var after = new Seen(rumour);
      before.requireNext(after);
      reached.merge(after.state(), 1, Integer::sum);
      before = after;
    }
    for (var step : rumour.takeSteps()) {
      assertNotNull(step.at());
      var byItself =
          Set.of(
              RumourStep.Verb.RESURFACED,
              RumourStep.Verb.LAY_IDLE,
              RumourStep.Verb.REBUTTED,
              RumourStep.Verb.PASSED_ON);
      assertTrue(step.actor() != null || byItself.contains(step.verb()), "nobody did " + step);
    }
  }

  private void act(Rumour rumour, Rumour other, Draw draw, Instant now) {
    var who = draw.of(people);
    var why = draw.between(0, 11) == 0 ? " " : "理由";
    switch (draw.between(0, 23)) {
      case 0, 1 -> rumour.takeUp(null, who, now);
      case 2 -> rumour.ask(why, who, now);
      case 3 -> rumour.resume(who, now);
      case 4, 5 -> {
        rumour.add(
            RumourLifeTest.evidence(
                "机构" + draw.between(0, 3),
                draw.between(0, 3) == 0,
                draw.between(0, 2) == 0 ? Evidence.Stance.SUPPORTS : Evidence.Stance.REFUTES),
            null,
            who,
            now);
      }
      case 6, 7, 8 -> rumour.propose(draw.of(Verdict.values()), why, who, now);
      case 9, 10, 11 -> rumour.confirm(draw.between(0, 2) == 0, who, now);
      case 12 -> rumour.returnVerdict(why, who, now);
      case 13 -> rumour.rebutting(who, now);
      case 14, 15 -> rumour.answered(draw.between(0, 1) == 0 ? null : who, now);
      case 16 -> rumour.resurface(3, now);
      case 17 -> rumour.acknowledge(why, who, now);
      case 18 -> rumour.review(why, who, now);
      case 19 -> rumour.upheld(why, who, now);
      case 20 -> {
        if (draw.between(0, 3) == 0) {
          rumour.proposeClosing(why, who, now);
          rumour.confirmClosing(draw.of(people), now);
        } else {
          rumour.reopen(why, who, now);
        }
      }
      case 21 -> rumour.archive(who, now);
      case 22 -> {
        if (draw.between(0, 2) == 0) {
          rumour.mergeInto(draw.between(0, 8) == 0 ? rumour : other, who, now);
        } else {
          rumour.handOver("511502000000", UUID.randomUUID(), "翠屏区", why, who, now);
        }
      }
      default -> rumour.layIdle(now);
    }
  }

  /** What is looked at between two actions. */
  private record Seen(
      String area,
      RumourState state,
      @Nullable Instant received,
      @Nullable Instant verifying,
      @Nullable Instant firstPublic,
      @Nullable UUID proposed,
      @Nullable UUID confirmed) {
    Seen(Rumour rumour) {
      this(
          rumour.areaCode(),
          rumour.state(),
          rumour.receivedAt(),
          rumour.verifyingAt(),
          rumour.firstPublicAt(),
          rumour.proposedBy(),
          rumour.confirmedBy());
    }

    void requireNext(Seen next) {
      assertTrue(
          state == next.state || WAYS.getOrDefault(state, Set.of()).contains(next.state),
          state + " to " + next.state);
      kept(received, next.received);
      kept(verifying, next.verifying);
      kept(firstPublic, next.firstPublic);
      if (next.confirmed != null) {
        assertNotEquals(next.proposed, next.confirmed, "one person twice");
      }
      if (next.state == RumourState.REBUTTED && state != RumourState.REBUTTED) {
        assertNotNull(next.confirmed, "answered without a confirmed verdict");
        assertNotNull(next.firstPublic);
      }
    }

    private static void kept(@Nullable Instant before, @Nullable Instant after) {
      if (before != null) {
        assertEquals(before, after, "a clock was overwritten");
      }
    }
  }

  private static Map<RumourState, Set<RumourState>> ways() {
    var early =
        Set.of(
            RumourState.VERIFYING,
            RumourState.HANDED_OVER,
            RumourState.MERGED,
            RumourState.CLOSED_SILENT);
    var ways = new HashMap<RumourState, Set<RumourState>>();
    ways.put(RumourState.OPEN, early);
    ways.put(RumourState.HANDED_OVER, early);
    ways.put(
        RumourState.VERIFYING,
        Set.of(
            RumourState.WAITING_INFO,
            RumourState.VERDICT_PROPOSED,
            RumourState.HANDED_OVER,
            RumourState.MERGED,
            RumourState.CLOSED_SILENT));
    ways.put(
        RumourState.WAITING_INFO,
        Set.of(
            RumourState.VERIFYING,
            RumourState.VERDICT_PROPOSED,
            RumourState.HANDED_OVER,
            RumourState.MERGED,
            RumourState.CLOSED_SILENT));
    ways.put(
        RumourState.VERDICT_PROPOSED,
        Set.of(
            RumourState.VERIFYING,
            RumourState.VERDICT_CONFIRMED,
            RumourState.ESCALATED,
            RumourState.REBUTTING));
    ways.put(RumourState.VERDICT_CONFIRMED, Set.of(RumourState.REBUTTING));
    ways.put(
        RumourState.ESCALATED,
        Set.of(RumourState.REBUTTING, RumourState.VERIFYING, RumourState.ARCHIVED));
    ways.put(RumourState.REBUTTING, Set.of(RumourState.REBUTTED));
    ways.put(
        RumourState.REBUTTED,
        Set.of(RumourState.RESURFACED, RumourState.UNDER_REVIEW, RumourState.ARCHIVED));
    ways.put(RumourState.RESURFACED, Set.of(RumourState.REBUTTED, RumourState.UNDER_REVIEW));
    ways.put(
        RumourState.UNDER_REVIEW,
        Set.of(RumourState.REBUTTED, RumourState.VERIFYING, RumourState.VERDICT_PROPOSED));
    ways.put(RumourState.ARCHIVED, Set.of(RumourState.RESURFACED, RumourState.UNDER_REVIEW));
    ways.put(RumourState.CLOSED_SILENT, Set.of(RumourState.VERIFYING));
    return ways;
  }
}
