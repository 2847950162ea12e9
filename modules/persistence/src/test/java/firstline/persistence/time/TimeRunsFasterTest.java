package firstline.persistence.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A demo's time: faster, continued, never earlier than it was. */
class TimeRunsFasterTest {
  private static final long NOON = Instant.parse("2026-12-01T04:00:00Z").toEpochMilli();

  @TempDir private Path home;

  @Test
  @Requirement("R53.1")
  void aMinuteIsAnHourAtSixty() {
    var tempo = Tempo.of(home, true, 60, NOON);
    var later = Clock.fixed(Instant.ofEpochMilli(NOON + 60_000), ZoneOffset.UTC);
    assertEquals(Instant.ofEpochMilli(NOON + 3_600_000), tempo.shown(later).instant());
  }

  @Test
  @Requirement("R53.1")
  void itNeverJumpsOverRestartsAtAnySpeed() {
    var random = new Random(53);
    var now = NOON;
    var shown = 0L;
    for (var start = 0; start < 200; start++) {
      var tempo = Tempo.of(home, true, 1 + random.nextInt(Tempo.FASTEST), now);
      assertTrue(tempo.at(now) >= shown, "start " + start);
      now += random.nextInt(100_000);
      shown = tempo.at(now);
    }
    assertTrue(shown > now, "it was faster at least once");
  }

  @Test
  @Requirement("R53.1")
  void aDemoThatNeverRanFasterKeepsTheMachinesClock() {
    var clock = Clock.fixed(Instant.ofEpochMilli(NOON), ZoneOffset.UTC);
    assertEquals(clock, Tempo.of(home, true, 1, NOON).shown(clock));
    assertFalse(Files.exists(home.resolve("clock")));
  }

  @Test
  @Requirement("R53.2")
  void isRefusedOutsideADemoAndBeyondWhatAFleetFollows() throws IOException {
    assertThrows(CannotStart.class, () -> Tempo.of(home, false, 2, NOON));
    assertThrows(CannotStart.class, () -> Tempo.of(home, true, 0, NOON));
    assertThrows(CannotStart.class, () -> Tempo.of(home, true, 61, NOON));
    Files.writeString(home.resolve("clock"), "soon");
    assertThrows(CannotStart.class, () -> Tempo.of(home, true, 1, NOON));
    assertEquals(1, Tempo.of(home, false, 1, NOON).speed(), "production looks at no such file");
  }
}
