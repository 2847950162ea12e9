package firstline.console.situation;

import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A schematic map: a box for each weight, as large as its share, as near to a square as it can be
 * (Bruls, Huizing, van Wijk: Squarified Treemaps, 2000). The same weights give the same map.
 */
final class Treemap {
  /** A box of the picture. */
  record Box(double x, double y, double width, double height) {}

  private final double[] areas;
  private final Box[] boxes;

  private Treemap(double[] areas) {
    this.areas = areas;
    this.boxes = new Box[areas.length];
  }

  /**
   * Divides the picture.
   *
   * @param weights each above nought
   * @return a box for each weight, in their order
   */
  @Requirement("R103.3")
  static List<Box> of(List<Long> weights, double width, double height) {
    var sum = weights.stream().mapToLong(Long::longValue).sum();
    var areas = weights.stream().mapToDouble(one -> width * height * one / sum).toArray();
    var order =
        IntStream.range(0, areas.length)
            .boxed()
            .sorted(Comparator.comparingDouble(place -> -areas[place]))
            .toList();
    var map = new Treemap(areas);
    map.divide(order, new Box(0, 0, width, height));
    return List.of(map.boxes);
  }

  private void divide(List<Integer> places, Box free) {
    var rest = places;
    var box = free;
    while (!rest.isEmpty()) {
      var side = Math.min(box.width(), box.height());
      var row = 1;
      while (row < rest.size() && worst(rest, row + 1, side) <= worst(rest, row, side)) {
        row++;
      }
      box = lay(rest.subList(0, row), box);
      rest = rest.subList(row, rest.size());
    }
  }

  /** The worst ratio of sides of a row of the first places along the side. */
  private double worst(List<Integer> places, int row, double side) {
    var sum = sum(places.subList(0, row));
    var greatest = areas[places.get(0)];
    var least = areas[places.get(row - 1)];
    return Math.max(side * side * greatest / (sum * sum), sum * sum / (side * side * least));
  }

  private double sum(List<Integer> places) {
    return places.stream().mapToDouble(place -> areas[place]).sum();
  }

  /** Lays a row along the shorter side; what is left free. */
  private Box lay(List<Integer> row, Box box) {
    var upright = box.width() >= box.height();
    var side = upright ? box.height() : box.width();
    var thick = sum(row) / side;
    var at = upright ? box.y() : box.x();
    for (var place : new ArrayList<>(row)) {
      var length = areas[place] / thick;
      boxes[place] =
          upright ? new Box(box.x(), at, thick, length) : new Box(at, box.y(), length, thick);
      at += length;
    }
    return upright
        ? new Box(box.x() + thick, box.y(), Math.max(0, box.width() - thick), box.height())
        : new Box(box.x(), box.y() + thick, box.width(), Math.max(0, box.height() - thick));
  }
}
