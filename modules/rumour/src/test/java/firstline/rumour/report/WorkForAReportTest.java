package firstline.rumour.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.throttle.Throttle;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WorkForAReportTest {
  private static final int BITS = 8;
  private final MutableClock clock = MutableClock.at(Instant.parse("2026-05-01T08:00:00Z"));
  private final Map<String, Integer> taken = new HashMap<>();
  private int asked;

  /** Counts and never fills again. */
  private final Throttle throttle =
      new Throttle() {
        @Override
        public Take take(String key, int size, Duration refill) {
          asked++;
          return new Take(taken.merge(key, 1, Integer::sum) <= size, 0, 60);
        }
      };

  private final ReportDoor door = ReportDoor.of(throttle, clock, BITS, 20);

  @Test
  @Requirement("R8.15")
  void oneSolvedChallengeIsGoodForOneReport() {
    var challenge = door.challenge();
    var number = solution(challenge);
    door.enter("a", challenge, number);
    assertRefused("report.challenge", challenge, number);
  }

  @Test
  @Requirement("R8.15")
  void aChallengeThatWasChangedOrGrewOldIsNone() {
    var challenge = door.challenge();
    var number = solution(challenge);
    assertRefused("report.challenge", "", "");
    assertRefused("report.challenge", "x".repeat(5_000), number);
    assertRefused("report.challenge", challenge.replaceFirst("\\.8\\.", ".1."), number);
    assertRefused("report.challenge", challenge.substring(0, challenge.length() - 1) + "!", number);
    var other = ReportDoor.of(throttle, clock, 1, 20).challenge();
    clock.move(Duration.ofMinutes(10).plusSeconds(1));
    // Ten minutes on, the work is worth no more than a form without any.
    door.enter("a", challenge, number);
    assertEquals(1, taken.get("report without work a"));
    door.enter("a", other, solution(other));
    assertEquals(2, taken.get("report without work a"), "easy work is no work");
    var third = door.challenge();
    clock.move(Duration.ofHours(2).plusSeconds(1));
    assertRefused("report.challenge", third, "");
  }

  @Test
  @Requirement("R8.16")
  void withoutScriptOneWaitsAndReportsSeldom() {
    var challenge = door.challenge();
    clock.move(Duration.ofSeconds(5));
    var early = assertThrows(Refusal.class, () -> door.enter("a", challenge, ""));
    assertEquals("report.too-soon", early.code());
    assertEquals(15L, early.arguments().get(0));
    clock.move(Duration.ofSeconds(15));
    door.enter("a", challenge, "");
    for (var i = 0; i < 2; i++) {
      waited("a");
    }
    var often = assertThrows(Refusal.class, () -> waited("a"));
    assertEquals("throttled", often.code());
    waited("b");
    var working = door.challenge();
    door.enter("a", working, solution(working));
  }

  private void waited(String address) {
    var challenge = door.challenge();
    clock.move(Duration.ofSeconds(20));
    door.enter(address, challenge, "");
  }

  @Test
  @Requirement("R8.17")
  void aFloodFromOneAddressCostsALookIntoMemory() {
    var challenge = door.challenge();
    var number = solution(challenge);
    door.shut("a", 60);
    for (var i = 0; i < 10_000; i++) {
      assertRefused("throttled", challenge, number);
    }
    assertEquals(0, asked, "the database was not asked");
    door.enter("b", challenge, number);
    clock.move(Duration.ofSeconds(61));
    var next = door.challenge();
    door.enter("a", next, solution(next));
  }

  @Test
  void noNumberSolvesWhatIsNotOne() {
    var challenge = new Challenge(clock.instant(), 1, "a".repeat(22));
    for (var number : new String[] {"", "-1", "1e3", "１", "0x1", "1".repeat(16), " 1"}) {
      assertFalse(challenge.solvedBy(number), number);
    }
  }

  @Test
  @Requirement("R8.18")
  void aReceiptTellsOnlyThePhase() {
    assertEquals(PublicPhase.RECEIVED, PublicPhase.of("RECEIVED", null));
    assertEquals(PublicPhase.RECEIVED, PublicPhase.of("QUARANTINED", null));
    assertEquals(PublicPhase.CHECKING, PublicPhase.of("ACCEPTED", null));
    assertEquals(PublicPhase.CHECKING, PublicPhase.of("TRANSFERRED", null));
    assertEquals(PublicPhase.CHECKING, PublicPhase.of("JOINED", null));
    assertEquals(PublicPhase.ANSWERED, PublicPhase.of("JOINED", "2026-0001"));
    assertEquals(PublicPhase.ANSWERED, PublicPhase.of("ANSWERED", "2026-0001"));
    assertEquals(PublicPhase.NOT_PURSUED, PublicPhase.of("DECLINED", null));
    assertTrue(PublicPhase.RECEIVED.isBefore(PublicPhase.CHECKING));
    assertFalse(PublicPhase.RECEIVED.isBefore(PublicPhase.NOT_PURSUED));
  }

  private void assertRefused(String code, String challenge, String number) {
    assertEquals(
        code, assertThrows(Refusal.class, () -> door.enter("a", challenge, number)).code());
  }

  private static String solution(String signed) {
    var parts = signed.split("\\.");
    var challenge = new Challenge(Instant.EPOCH, Integer.parseInt(parts[1]), parts[2]);
    return LongStream.range(0, 1_000_000)
        .mapToObj(Long::toString)
        .filter(challenge::solvedBy)
        .findFirst()
        .orElseThrow();
  }
}
