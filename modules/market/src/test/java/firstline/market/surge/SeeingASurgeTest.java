package firstline.market.surge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeeingASurgeTest {
  private static final long SEED = 20_200_120;

  private static SurgeTrial over(double factor, SurgeTrial.Detector detector) {
    return SurgeTrial.mean(
        Arrays.stream(MadeSeries.values())
            .map(nature -> SurgeTrial.of(nature, factor, SEED, detector))
            .toList());
  }

  @Test
  @Requirement("R86.2")
  void aThirdMoreForAWeekIsSeenOverAllNatures() {
    var trial = over(1.35, SurgeTrial.OURS);
    assertTrue(trial.recall() >= 0.95, trial::toString);
    assertTrue(trial.firstDay() >= 0.88, trial::toString);
    assertTrue(trial.falseAlarms() <= 2.5, trial::toString);
  }

  @Test
  @Requirement("R86.2")
  void twiceThePriceIsSeenInEveryNature() {
    for (var nature : MadeSeries.values()) {
      var trial = SurgeTrial.of(nature, 2, SEED, SurgeTrial.OURS);
      assertTrue(trial.recall() >= 0.99, () -> nature + " " + trial);
      assertTrue(trial.alerts() <= 4.5, () -> nature + " " + trial);
    }
  }

  @Test
  @Requirement("R86.2")
  void nothingRisesAboveOneCalmSeriesUntilItsFirstDayOfSurge() {
    var surge = new DailySurge();
    for (var day = 0; day < 60; day++) {
      assertNull(surge.add(day, 5 + 0.1 * (day % 3)), "day " + day);
    }
    assertTrue(surge.band() > 5.2 && surge.band() < 6.5, "band " + surge.band());
    var signal = surge.add(60, 25);
    assertNotNull(signal);
    assertEquals(Rung.DAILY, signal.rung());
    assertEquals(Level.CRISIS, signal.level());
    assertEquals(5.1, signal.evidence().get("median14"), 1e-9);
    assertEquals(25 / 5.1 - 1, signal.evidence().get("lift"), 1e-9);
  }

  @Test
  @Requirement("R86.2")
  void thePriceFromWhichItFiresIsTheBand() {
    for (var nature : MadeSeries.values()) {
      var prices = nature.draw(new Random(SEED + nature.ordinal()));
      var surge = new DailySurge();
      var judged = 0;
      for (var day = 0; day < prices.length; day++) {
        if (Double.isNaN(prices[day])) {
          continue;
        }
        var band = surge.band();
        var fires = surge.add(day, prices[day]) != null;
        if (!Double.isNaN(band) && Math.abs(prices[day] / band - 1) > 1e-9) {
          assertEquals(prices[day] > band, fires, nature + " day " + day);
          judged++;
        }
      }
      assertTrue(judged > 150, nature + " " + judged);
    }
  }

  @Test
  @Requirement("R86.2")
  void aPriceThatReturnsFromABargainIsNoSurgeAndADayTwiceIsRefused() {
    var surge = new DailySurge();
    for (var day = 0; day < 30; day++) {
      surge.add(day, 8);
    }
    assertNull(surge.add(30, 5));
    assertNull(surge.add(31, 8));
    assertThrows(IllegalArgumentException.class, () -> surge.add(31, 8));
  }

  @Test
  @Requirement("R86.2")
  void aSeriesThatWasSilentForLongLearnsAnew() {
    var surge = new DailySurge();
    for (var day = 0; day < 30; day++) {
      surge.add(day, 8);
    }
    assertNull(surge.add(130, 16));
    assertTrue(Double.isNaN(surge.band()));
  }

  @Test
  @Requirement("R86.2")
  void medianAndScaleAreThoseOfTheSortedWindow() {
    var random = new Random(SEED);
    for (var capacity : new int[] {1, 2, 5, 14, 60}) {
      var window = new Window(capacity);
      var all = new double[300];
      for (var i = 0; i < all.length; i++) {
        all[i] = Math.rint(random.nextGaussian() * 4) / 2;
        window.add(all[i]);
        var last = Arrays.copyOfRange(all, Math.max(0, i + 1 - capacity), i + 1);
        var median = median(last);
        assertEquals(median, window.median(), 1e-12);
        assertEquals(
            Window.NORMAL * median(Arrays.stream(last).map(v -> Math.abs(v - median)).toArray()),
            window.scale(),
            1e-12);
      }
    }
  }

  private static double median(double... values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
