package firstline.console.situation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.testkit.seed.Seeded;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTheMapTest {
  private static final double WIDE = 720;
  private static final double HIGH = 500;
  private static final double NEAR = 1e-6;

  @Test
  @Requirement("R103.3")
  void eachHasABoxWithinThePictureAsLargeAsItsShareAndNoTwoOverlap() {
    Seeded.cases(
        1_000,
        draw -> {
          var weights = draw.list(1, 60, one -> (long) one.between(1, one.of(1, 9, 400)));
          var boxes = Treemap.of(weights, WIDE, HIGH);
          assertEquals(weights.size(), boxes.size());
          var sum = weights.stream().mapToLong(Long::longValue).sum();
          for (var i = 0; i < boxes.size(); i++) {
            var box = boxes.get(i);
            assertEquals(WIDE * HIGH * weights.get(i) / sum, box.width() * box.height(), 1e-3);
            assertTrue(box.x() >= -NEAR && box.y() >= -NEAR);
            assertTrue(box.x() + box.width() <= WIDE + NEAR);
            assertTrue(box.y() + box.height() <= HIGH + NEAR);
            for (var other : boxes.subList(0, i)) {
              assertTrue(common(box, other) < 1e-3, box + " " + other);
            }
          }
          assertEquals(boxes, Treemap.of(weights, WIDE, HIGH), "the same again");
        });
  }

  private static double common(Treemap.Box one, Treemap.Box other) {
    var width =
        Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
    var height =
        Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
    return Math.max(0, width) * Math.max(0, height);
  }

  @Test
  @Requirement("R103.3")
  void boxesOfEqualWeightAreNearToSquares() {
    for (var box : Treemap.of(List.of(5L, 5L, 5L, 5L, 5L, 5L, 5L, 5L, 5L, 5L), WIDE, HIGH)) {
      assertTrue(box.width() / box.height() < 2 && box.height() / box.width() < 2, box.toString());
    }
  }
}
