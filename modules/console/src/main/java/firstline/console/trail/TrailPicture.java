package firstline.console.trail;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.trail.Stop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The trail as a tree from left to right: a column a step, each branch beside what it came from,
 * the first branch on its row. Units are those of the picture.
 *
 * @param boxes in the order of the stops
 */
public record TrailPicture(int width, int height, List<Box> boxes, List<Line> lines) {
  static final int WIDE = 216;
  static final int HIGH = 62;
  private static final int COLUMN = WIDE + 44;
  private static final int ROW = HIGH + 14;
  private static final int MARGIN = 4;

  /** Han characters that a box takes in a line; letters are half as wide. */
  private static final int LETTERS = 14;

  /**
   * A stop in its place.
   *
   * @param title as much of it as the box takes
   * @param asked true if it is the one that was asked for
   */
  public record Box(int x, int y, Stop stop, String title, String note, boolean asked) {}

  /** From what a stop was made of to it. */
  public record Line(String path) {}

  /** Draws the stops, each of which comes after what it was made of. */
  @Requirement("R107.3")
  static TrailPicture of(List<Stop> stops, String asked) {
    var children = new HashMap<String, List<Stop>>();
    for (var stop : stops.subList(1, stops.size())) {
      children.computeIfAbsent(stop.from(), from -> new ArrayList<>()).add(stop);
    }
    var places = new HashMap<String, int[]>();
    var rows = place(stops.get(0), 0, 0, children, places);
    var columns = places.values().stream().mapToInt(place -> place[0]).max().orElse(0) + 1;
    var boxes =
        stops.stream()
            .filter(stop -> places.containsKey(stop.key()))
            .map(stop -> box(stop, Objects.requireNonNull(places.get(stop.key())), asked))
            .toList();
    return new TrailPicture(
        columns * COLUMN - (COLUMN - WIDE) + 2 * MARGIN,
        rows * ROW - (ROW - HIGH) + 2 * MARGIN,
        boxes,
        lines(boxes));
  }

  /** Places the stop and what came of it; the rows that they take. */
  private static int place(
      Stop stop, int column, int row, Map<String, List<Stop>> children, Map<String, int[]> places) {
    places.put(stop.key(), new int[] {column, row});
    var taken = 0;
    for (var child : children.getOrDefault(stop.key(), List.of())) {
      if (!places.containsKey(child.key())) {
        taken += place(child, column + 1, row + taken, children, places);
      }
    }
    return Math.max(1, taken);
  }

  private static Box box(Stop stop, int[] place, String asked) {
    return new Box(
        MARGIN + place[0] * COLUMN,
        MARGIN + place[1] * ROW,
        stop,
        cut(stop.title()),
        cut(stop.note()),
        stop.key().equals(asked));
  }

  private static List<Line> lines(List<Box> boxes) {
    var byKey = new HashMap<String, Box>();
    boxes.forEach(box -> byKey.put(box.stop().key(), box));
    var lines = new ArrayList<Line>();
    for (var box : boxes) {
      var from = byKey.get(box.stop().from());
      if (from != null && from.x() < box.x()) {
        lines.add(line(from, box));
      }
    }
    return lines;
  }

  private static Line line(Box from, Box to) {
    var x = from.x() + WIDE;
    var y = from.y() + HIGH / 2;
    var middle = (x + to.x()) / 2;
    var end = to.y() + HIGH / 2;
    return new Line("M" + x + " " + y + "H" + middle + "V" + end + "H" + to.x());
  }

  static String cut(String text) {
    var room = 2 * LETTERS;
    for (var at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      room -= text.codePointAt(at) > 0x2e7f ? 2 : 1;
      if (room < 0) {
        return text.substring(0, Math.max(0, text.offsetByCodePoints(at, -1))) + "…";
      }
    }
    return text;
  }
}
