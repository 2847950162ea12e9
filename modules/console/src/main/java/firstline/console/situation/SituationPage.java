package firstline.console.situation;

import firstline.console.figures.Change;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.situation.SituationContribution.Tile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The board; everything is asked for once a look. */
@Named
@RequestScoped
public class SituationPage {
  /** The picture's own units. */
  private static final double WIDE = 720;

  private static final double HIGH = 500;

  /** So much lies between two boxes. */
  private static final double GAP = 4;

  /** Rows that stand on the board; the rest, and what is calm, can be opened. */
  private static final int ROWS = 12;

  private static final List<Integer> SIZES = List.of(26, 20, 16, 14);

  /**
   * An area of the map.
   *
   * @param size of its name in units; 0 if it does not fit
   */
  public record Region(
      BoardQueries.Place place, double x, double y, double width, double height, int size) {}

  @Inject private BoardQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Clock clock;

  private BoardQueries.@Nullable Top top;
  private List<Tile> tiles = List.of();
  private List<BoardQueries.Place> places = List.of();

  public void load() {
    var area = screen.parameter("area");
    top = queries.top(area.isBlank() ? desk.officer().areaCode() : area);
    tiles = queries.tiles(top);
    places = queries.places(top);
  }

  public BoardQueries.@Nullable Top getTop() {
    return top;
  }

  public Instant getNow() {
    return clock.instant();
  }

  public List<Tile> getTiles() {
    return tiles;
  }

  public Change change(Tile tile) {
    return new Change(tile.value(), tile.against());
  }

  public List<BoardQueries.Place> getFirst() {
    return places.stream().limit(ROWS).filter(place -> place.count() > 0).toList();
  }

  public List<BoardQueries.Place> getRest() {
    return places.stream().skip(getFirst().size()).toList();
  }

  public boolean isCalm() {
    return places.stream().allMatch(place -> place.count() == 0);
  }

  /** What presses in the area by key, in a fixed order. */
  public List<Map.Entry<String, Long>> parts(BoardQueries.Place place) {
    return List.copyOf(place.parts().entrySet());
  }

  /** The areas below as boxes, in the order of the tree; none if there are none. */
  public List<Region> getMap() {
    var below =
        places.stream()
            .filter(place -> top != null && !place.code().equals(top.code()))
            .sorted(Comparator.comparing(BoardQueries.Place::code))
            .toList();
    if (below.isEmpty()) {
      return List.of();
    }
    var boxes =
        Treemap.of(below.stream().map(place -> Math.max(1, place.leaves())).toList(), WIDE, HIGH);
    return IntStream.range(0, below.size())
        .mapToObj(at -> region(below.get(at), boxes.get(at)))
        .toList();
  }

  private static Region region(BoardQueries.Place place, Treemap.Box box) {
    var width = Math.max(1, box.width() - GAP);
    var height = Math.max(1, box.height() - GAP);
    var letters = place.name().codePointCount(0, place.name().length());
    var size =
        SIZES.stream()
            .filter(one -> letters * one + one <= width && 3.2 * one <= height)
            .findFirst()
            .orElse(0);
    return new Region(place, box.x() + GAP / 2, box.y() + GAP / 2, width, height, size);
  }
}
