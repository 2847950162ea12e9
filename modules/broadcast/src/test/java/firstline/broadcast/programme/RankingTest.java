package firstline.broadcast.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");

  private record Right(Kind kind, int level, int depth, long approval) {
    /** As R32.5 says it. */
    static final Comparator<Right> ORDER =
        Comparator.comparing(Right::kind)
            .thenComparing(Right::level)
            .thenComparing(Right::depth)
            .thenComparing(Right::approval);

    static Right of(Draw draw) {
      var kind = draw.of(Kind.values());
      return new Right(
          kind,
          kind == Kind.EMERGENCY ? draw.between(1, 4) : 0,
          draw.between(0, 7),
          draw.random().nextLong(draw.of(3L, 1L << 33)));
    }

    long rank() {
      return Rank.of(kind, level, depth, approval);
    }
  }

  @Test
  @Requirement("R32.5")
  void theOrderOfRightIsThatOfKindLevelAreaAndApproval() {
    Seeded.cases(
        100_000,
        draw -> {
          var one = Right.of(draw);
          var other =
              draw.chance(0.5)
                  ? Right.of(draw)
                  : new Right(one.kind(), one.level(), draw.between(0, 7), one.approval() / 2);
          var first = Rank.at(one.rank(), draw.instant(NOW, Duration.ofDays(400)));
          var second = Rank.at(other.rank(), draw.instant(NOW, Duration.ofDays(400)));
          if (!one.equals(other)) {
            assertEquals(
                Integer.signum(Right.ORDER.compare(one, other)),
                Long.compare(first, second),
                one + " " + other);
          }
          assertTrue(first >= 0 && first < 1L << 53, "within what JSON has: " + first);
        });
  }

  @Test
  @Requirement("R32.5")
  void thePlaysOfOneScheduleAreNeverEqual() {
    var schedule = Rank.of(Kind.ROUTINE, 0, 2, 812);
    Seeded.cases(
        20_000,
        draw -> {
          var one = draw.instant(NOW, Duration.ofDays(400));
          var other = one.plus(Duration.ofMinutes(draw.between(1, 10 * 24 * 60)));
          assertNotEquals(Rank.at(schedule, one), Rank.at(schedule, other));
        });
  }
}
