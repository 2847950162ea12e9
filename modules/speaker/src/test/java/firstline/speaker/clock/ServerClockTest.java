package firstline.speaker.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ServerClockTest {
  private static final long NOON = 1_769_400_000_000L;

  @Test
  void trustsNothingBeforeTheServerHasSpoken() {
    var clock = new ServerClock(500, NOON, 0, false);
    assertFalse(clock.trusted());
    assertEquals(NOON + 10, clock.at(510));
    clock.notBefore(NOON + 1_000, 510);
    assertEquals(NOON + 1_000, clock.at(510));
    clock.answered(NOON + 7_000, 510, 530);
    assertTrue(clock.trusted());
    assertEquals(NOON + 7_010, clock.at(530));
  }

  @Test
  void isNotBeforeTheLatestTimeThatItKnew() {
    assertEquals(NOON, new ServerClock(0, 0, NOON, false).at(0));
    assertFalse(new ServerClock(0, 0, NOON, true).trusted(), "an empty battery");
    assertTrue(new ServerClock(0, NOON + 1, NOON, true).trusted());
  }

  @Test
  void keepsTheLeastRoundTrip() {
    var clock = new ServerClock(0, 0, 0, false);
    clock.answered(NOON, 0, 10);
    clock.answered(NOON + 5_000, 20, 4_020);
    assertEquals(NOON + 15, clock.at(20));
    clock.answered(NOON + 100, 30, 34);
    assertEquals(NOON + 102, clock.at(34));
  }

  @Test
  void learnsAnewWhenItsCrystalMayHaveDrifted() {
    var clock = new ServerClock(0, 0, 0, false);
    clock.answered(NOON, 0, 2);
    long day = 86_400_000;
    clock.answered(NOON + day + 3_000, day, day + 200);
    assertEquals(NOON + day + 3_100, clock.at(day + 200));
  }

  @Test
  void isWithinHalfTheBestTripOfTheTruth() {
    var random = new Random(11);
    for (int run = 0; run < 1_000; run++) {
      var clock = new ServerClock(0, random.nextLong() >>> 20, 0, false);
      long best = Long.MAX_VALUE;
      long ticks = 0;
      for (int i = 0; i < 20; i++) {
        long there = random.nextInt(500);
        long back = random.nextInt(500);
        clock.answered(NOON + ticks + there, ticks, ticks + there + back);
        best = Math.min(best, there + back);
        ticks += there + back + random.nextInt(60_000);
        long error = Math.abs(clock.at(ticks) - NOON - ticks);
        assertTrue(error <= best / 2 + 1 + ticks / 20_000, error + " with " + best);
      }
    }
  }
}
