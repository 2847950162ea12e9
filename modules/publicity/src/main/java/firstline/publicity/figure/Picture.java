package firstline.publicity.figure;

import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Flows from what was printed over areas to what became of the copies, in a picture 1,000 wide. A
 * band is as thick as it is many copies.
 *
 * @param areas boxes of the areas, in the middle
 * @param ends boxes of what became of them: {@code HANDED_OUT}, {@code LEFT}, {@code DESTROYED},
 *     {@code LOST}
 */
public record Picture(List<Box> areas, List<Box> ends, List<Band> bands, double height) {
  private static final int MOST = 12;
  private static final double TALL = 420;
  private static final double GAP = 10;
  private static final double LEAST = 1.5;

  /** A box, and its name. */
  public record Box(String name, String kind, long copies, double y, double height) {
    /** Where its words stand. */
    public double middle() {
      return y + height / 2 + 4;
    }
  }

  /** A band, as the path of its outline. */
  public record Band(String kind, String path) {}

  private record Part(String kind, ToLongFunction<FigureQueries.Flow> copies) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("HANDED_OUT", FigureQueries.Flow::handedOut),
          new Part("LEFT", FigureQueries.Flow::left),
          new Part("DESTROYED", FigureQueries.Flow::destroyed),
          new Part("LOST", FigureQueries.Flow::lost));

  /**
   * Draws the flows; those beyond the twelve largest are one.
   *
   * @param others what they are called together
   */
  @Requirement("R72.2")
  static Picture of(List<FigureQueries.Flow> all, String others) {
    var flows = gathered(all, others);
    var total = flows.stream().mapToLong(FigureQueries.Flow::came).sum();
    var scale = total == 0 ? 0 : TALL / total;
    var areas = new ArrayList<Box>();
    var y = 0.0;
    for (var flow : flows) {
      var height = Math.max(LEAST, flow.came() * scale);
      areas.add(new Box(flow.name(), "AREA", flow.came(), y, height));
      // A name needs room, however few copies there are.
      y += Math.max(height, 14) + GAP;
    }
    var highest = y;
    var ends = new ArrayList<Box>();
    y = 0;
    for (var part : PARTS) {
      var copies = flows.stream().mapToLong(part.copies()).sum();
      var height = Math.max(LEAST, copies * scale);
      ends.add(new Box("", part.kind(), copies, y, height));
      y += Math.max(height, 14) + GAP * 2;
    }
    return new Picture(
        areas, ends, bands(flows, areas, ends, scale), Math.ceil(Math.max(highest, y)));
  }

  private static List<FigureQueries.Flow> gathered(List<FigureQueries.Flow> all, String others) {
    if (all.size() <= MOST) {
      return all;
    }
    var flows = new ArrayList<>(all.subList(0, MOST - 1));
    var rest = all.subList(MOST - 1, all.size());
    flows.add(
        new FigureQueries.Flow(
            "",
            others,
            rest.stream().mapToLong(FigureQueries.Flow::handedOut).sum(),
            rest.stream().mapToLong(FigureQueries.Flow::left).sum(),
            rest.stream().mapToLong(FigureQueries.Flow::destroyed).sum(),
            rest.stream().mapToLong(FigureQueries.Flow::lost).sum()));
    return flows;
  }

  private static List<Band> bands(
      List<FigureQueries.Flow> flows, List<Box> areas, List<Box> ends, double scale) {
    var bands = new ArrayList<Band>();
    var printed = 0.0;
    var into = ends.stream().mapToDouble(Box::y).toArray();
    for (var place = 0; place < flows.size(); place++) {
      var flow = flows.get(place);
      var thick = flow.came() * scale;
      bands.add(band("AREA", 120, printed, 380, areas.get(place).y(), thick));
      printed += thick;
      var from = areas.get(place).y();
      for (var part = 0; part < PARTS.size(); part++) {
        var share = PARTS.get(part).copies().applyAsLong(flow) * scale;
        if (share > 0) {
          bands.add(band(PARTS.get(part).kind(), 400, from, 800, into[part], share));
          from += share;
          into[part] += share;
        }
      }
    }
    return bands;
  }

  private static Band band(String kind, double x, double y, double toX, double toY, double thick) {
    var middle = (x + toX) / 2;
    return new Band(
        kind,
        String.format(
            Locale.ROOT,
            "M%1$.1f %2$.1fC%3$.1f %2$.1f %3$.1f %5$.1f %4$.1f %5$.1fV%7$.1fC%3$.1f %7$.1f %3$.1f"
                + " %6$.1f %1$.1f %6$.1fZ",
            x,
            y,
            middle,
            toX,
            toY,
            y + thick,
            toY + thick));
  }
}
