package firstline.testkit.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.testkit.clock.MutableClock;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Seeded;
import firstline.testkit.wait.Await;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class KitTest {
  private static final Locale BEFORE = Locale.getDefault();
  private static final Set<String> SEEN = new HashSet<>();

  @Test
  void aFailingCaseIsNamedAndRunsAgainAlone() {
    var failure =
        assertThrows(
            AssertionError.class,
            () -> Seeded.cases(1_000, draw -> assertTrue(draw.between(1, 100) < 95)));
    var seed = failure.getMessage().replaceFirst("(?s).*-Dfirstline\\.seed=(-?\\d+).*", "$1");
    System.setProperty("firstline.seed", seed);
    try {
      var runs = new AtomicInteger();
      assertThrows(
          AssertionError.class,
          () ->
              Seeded.cases(
                  1_000,
                  draw -> {
                    runs.incrementAndGet();
                    assertTrue(draw.between(1, 100) < 95);
                  }));
      assertEquals(1, runs.get());
    } finally {
      System.clearProperty("firstline.seed");
    }
  }

  @Test
  void casesAreTheSameInEveryRunAndDifferAmongThemselves() {
    var first = new ArrayList<String>();
    var second = new ArrayList<String>();
    Seeded.cases(200, draw -> first.add(draw.text(5, 20) + draw.id() + draw.of(1, 2, 3)));
    Seeded.cases(200, draw -> second.add(draw.text(5, 20) + draw.id() + draw.of(1, 2, 3)));
    assertEquals(first, second);
    assertEquals(200, new HashSet<>(first).size());
  }

  @Test
  void aClockMovesByHandOnEveryDial() {
    var clock = MutableClock.at("2026-11-23T15:59:59Z");
    assertEquals(LocalDate.of(2026, 11, 23), LocalDate.now(clock));
    var utc = clock.withZone(java.time.ZoneOffset.UTC);
    clock.move(Duration.ofSeconds(1));
    assertEquals(LocalDate.of(2026, 11, 24), LocalDate.now(clock));
    assertEquals(Instant.parse("2026-11-23T16:00:00Z"), utc.instant());
  }

  @Test
  void waitsUntilAConditionHoldsAndNoLonger() {
    var asked = new AtomicInteger();
    Await.until(() -> asked.incrementAndGet() >= 3, Duration.ofSeconds(5));
    assertEquals(3, asked.get());
    assertThrows(AssertionError.class, () -> Await.until(() -> false, Duration.ofMillis(60)));
    var failure =
        assertThrows(
            AssertionError.class,
            () ->
                Await.until(
                    () -> {
                      throw new IllegalStateException("broken");
                    },
                    Duration.ofSeconds(5)));
    assertEquals("broken", failure.getCause().getMessage());
  }

  @ThreeLocales
  void runsUnderThreeLocales() {
    SEEN.add(Locale.getDefault().toString());
    assertEquals("i".equals("I".toLowerCase()), !Locale.getDefault().getLanguage().equals("tr"));
  }

  @AfterAll
  static void allThreeWereThereAndTheDefaultIsBack() {
    assertFalse(SEEN.isEmpty());
    assertEquals(Set.copyOf(List.of("zh_CN", "en_US", "tr_TR")), SEEN);
    assertEquals(BEFORE, Locale.getDefault());
  }
}
