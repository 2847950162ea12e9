package firstline.persistence.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Ids;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
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
  void aClockThatStepsBackTakesNothingAway() {
    at(NOW).take(key, 3, MINUTE);
    assertEquals(1, at(NOW.minusSeconds(600)).take(key, 3, MINUTE).left());
  }
}
