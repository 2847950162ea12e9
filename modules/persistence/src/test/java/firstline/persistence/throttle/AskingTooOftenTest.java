package firstline.persistence.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Ids;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.usecase.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AskingTooOftenTest {
  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final String key = "test " + Ids.next();

  private static Throttle at(Instant now) {
    var transactions =
        new Transactions() {
          @Override
          public <T> T alone(Supplier<T> work) {
            return work.get();
          }
        };
    return new Throttle(TestDatabase.sql(), transactions, Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void theShareIsGrantedAndTheNextCallTellsWhenToComeBack() {
    for (var left = 2; left >= 0; left--) {
      var take = at(NOW).take(key, 3, MINUTE);
      assertTrue(take.granted());
      assertEquals(left, take.left());
    }
    var refusal = assertThrows(Refusal.class, () -> at(NOW).require(key, 3, MINUTE));
    assertEquals("throttled", refusal.code());
    var seconds = (long) refusal.arguments().get(0);
    assertTrue(at(NOW.plusSeconds(seconds)).take(key, 3, MINUTE).granted());
  }

  @Test
  void whatIsGivenBackIsThereAgainAndNoMoreThanThat() {
    for (var i = 0; i < 50; i++) {
      assertTrue(at(NOW).take(key, 3, MINUTE).granted());
      at(NOW).giveBack(key, 3);
    }
    at(NOW).giveBack(key, 3);
    assertEquals(2, at(NOW).take(key, 3, MINUTE).left());
  }

  @Test
  void whoCallsAgainTooEarlyWaitsOn() {
    for (var i = 0; i < 4; i++) {
      at(NOW).take(key, 3, MINUTE);
    }
    assertFalse(at(NOW.plusSeconds(20)).take(key, 3, MINUTE).granted());
  }

  @Test
  void afterALongRestTheBucketIsFullAndNoFuller() {
    at(NOW).take(key, 3, MINUTE);
    assertEquals(2, at(NOW.plus(Duration.ofDays(1))).take(key, 3, MINUTE).left());
  }

  @Test
  @Requirement("R17.1")
  void aBucketThatIsFullAgainIsForgottenAndNoOther() {
    TestDatabase.owner().update("truncate throttle");
    for (var i = 0; i < 5; i++) {
      at(NOW).take("old " + i, 3, Throttle.LONGEST);
    }
    for (var i = 0; i < 9; i++) {
      at(NOW).take("drained", 1, Throttle.LONGEST);
    }
    var full = NOW.plus(Throttle.LONGEST.multipliedBy(2));
    assertEquals(0, at(full).forget(100));
    at(full).take("young", 3, MINUTE);
    var later = full.plusSeconds(1);
    var drained = at(later).take("drained", 1, Throttle.LONGEST);
    assertTrue(drained.granted(), "it was full again before it is forgotten");
    assertEquals(3, at(later).forget(3), "no more than a batch");
    assertEquals(2, at(later).forget(3));
    assertEquals(0, at(later).forget(3));
    long left = TestDatabase.sql().one("select count(*) from throttle", row -> row.number(1));
    assertEquals(2, left);
  }

  @Test
  void aBucketThatFillsForLongerThanItIsKeptIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> at(NOW).take(key, 3, Throttle.LONGEST.plusSeconds(1)));
  }

  @Test
  void aClockThatStepsBackTakesNothingAway() {
    at(NOW).take(key, 3, MINUTE);
    assertEquals(1, at(NOW.minusSeconds(600)).take(key, 3, MINUTE).left());
  }
}
