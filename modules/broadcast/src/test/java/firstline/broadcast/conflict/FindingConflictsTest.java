package firstline.broadcast.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.programme.Cuts.Cut;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.seed.Seeded;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The index against trying everything. {@code -Dfirstline.cases=10000} runs the whole figure of the
 * issue.
 */
class FindingConflictsTest {
  private static final int CASES = Integer.getInteger("firstline.cases", 1_000);

  private static ConflictIndex index(DrawnCity city, int room) {
    var index = new ConflictIndex(new Places(city.places), city.tree(), DrawnCity.BASE, room);
    city.schedules.forEach(
        one -> index.put(one, DrawnCity.DAYS, city.left.getOrDefault(one.id(), Cut.NONE)));
    index.settle();
    return index;
  }

  private static Found check(ConflictIndex index, DrawnCity city) {
    var plan = city.plan;
    return index.check(
        plan.recurrence(),
        plan.whole(),
        plan.rank(),
        new Places.Targets(plan.areas(), plan.groups(), plan.notAreas(), plan.notGroups()),
        DrawnCity.DAYS,
        DrawnCity.NOW,
        DrawnCity.NOW);
  }

  private static void assertSame(DrawnCity city, ConflictIndex index) {
    assertSame(city, index, check(index, city));
  }

  private static void assertSame(DrawnCity city, ConflictIndex index, Found found) {
    assertEquals(
        city.overlaps(),
        found.overlaps().stream().sorted(Comparator.comparing(Found.Overlap::schedule)).toList());
    assertEquals(
        city.disturbed(),
        found.disturbed().stream().sorted(Comparator.comparing(Found.Disturbed::window)).toList());
    var exceeded = city.exceeded();
    var mine = found.exceeded();
    if (exceeded.isEmpty()) {
      assertNull(mine);
    } else {
      assertTrue(mine != null, "missed: " + exceeded);
      assertEquals(exceeded.size(), mine.count());
      var day = (mine.day() - DrawnCity.BASE.toEpochMilli()) / 86_400_000L;
      assertEquals(
          exceeded.keySet().iterator().next().substring(0, 3), "%03d".formatted(day), "first day");
      assertEquals(
          exceeded.get("%03d %s".formatted(day, index.places().at(mine.place()).audience())),
          mine.used());
    }
    var shift = found.shift();
    if (shift != null) {
      assertTrue(city.isFree(shift), "shift " + shift);
    }
  }

  @Test
  @Requirement({"R41.1", "R41.2", "R41.3", "R41.5"})
  void nothingIsMissedAndNothingIsInvented() {
    var met = new AtomicInteger();
    var moved = new AtomicInteger();
    var exceeded = new AtomicInteger();
    Seeded.cases(
        CASES,
        draw -> {
          var city = new DrawnCity(draw);
          var index = index(city, ConflictIndex.ROOM);
          assertSame(city, index);
          var found = check(index, city);
          met.addAndGet(found.overlaps().isEmpty() ? 0 : 1);
          moved.addAndGet(found.shift() == null ? 0 : 1);
          exceeded.addAndGet(found.exceeded() == null ? 0 : 1);
        });
    assertTrue(met.get() > CASES / 10, "overlaps are common in what is drawn: " + met);
    assertTrue(moved.get() > CASES / 10, "so are proposals: " + moved);
    assertTrue(exceeded.get() > CASES / 20, "so are exceeded budgets: " + exceeded);
  }

  @Test
  @Requirement("R41.6")
  void whatCameAndWentLeavesNothingBehind() {
    Seeded.cases(
        CASES / 5,
        draw -> {
          var city = new DrawnCity(draw);
          var index = index(city, ConflictIndex.ROOM);
          for (var i = draw.between(0, city.schedules.size()); i > 0; i--) {
            var gone = draw.of(city.schedules);
            city.schedules.remove(gone);
            index.remove(gone.id());
          }
          assertEquals(city.schedules.size(), index.size());
          assertSame(city, index);
        });
  }

  @Test
  @Requirement("R41.7")
  void whatGoesOverDoesNotCountAndIsThereAgainAfterwards() {
    Seeded.cases(
        CASES / 2,
        draw -> {
          var city = new DrawnCity(draw);
          if (!city.schedules.isEmpty()) {
            var index = index(city, draw.of(20, ConflictIndex.ROOM));
            var original = draw.of(city.schedules);
            var before = city.left.getOrDefault(original.id(), Cut.NONE);
            var goes = city.cut(draw, original);
            var found = index.without(original.id(), goes, () -> check(index, city));
            city.left.put(
                original.id(),
                new Cut(
                    before.from().isAfter(goes.from()) ? before.from() : goes.from(),
                    before.until().isBefore(goes.until()) ? before.until() : goes.until(),
                    both(before.lost(), goes.lost())));
            assertSame(city, index, found);
            city.left.put(original.id(), before);
            assertSame(city, index);
          }
        });
  }

  private static Set<Instant> both(Set<Instant> one, Set<Instant> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
  }

  @Test
  @Requirement({"R41.1", "R41.6"})
  void withoutRoomItFindsTheSame() {
    Seeded.cases(
        CASES / 5,
        draw -> {
          var city = new DrawnCity(draw);
          var index = index(city, 20);
          assertTrue(index.held() <= 20);
          assertSame(city, index);
          if (!city.schedules.isEmpty()) {
            var gone = draw.of(city.schedules);
            city.schedules.remove(gone);
            index.remove(gone.id());
            assertSame(city, index);
          }
        });
  }

  @Test
  @Requirement("R41.5")
  void theNearestTimeIsProposed() {
    Seeded.cases(
        CASES / 20,
        draw -> {
          var city = new DrawnCity(draw);
          var shift = check(index(city, ConflictIndex.ROOM), city).shift();
          if (shift != null) {
            for (var nearer = 5; nearer < Math.abs(shift); nearer += 5) {
              assertTrue(!city.isFreeByMinutes(nearer), "later by " + nearer);
              assertTrue(!city.isFreeByMinutes(-nearer), "earlier by " + nearer);
            }
          }
        });
  }
}
