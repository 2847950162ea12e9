package firstline.broadcast.coverage;

import firstline.broadcast.fleet.FleetTree;
import firstline.broadcast.proof.Identity;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Coverage of a span of days and an area; the last thirty and the officer's own if none is named.
 */
@Named
@RequestScoped
public class CoveragePage {
  private static final int USUAL = 30;
  private static final int LONGEST = 366;

  /** The chart's own units: 1,000 wide, its columns at most 180 high. */
  private static final double WIDE = 1000;

  private static final double HIGH = 180;
  private static final List<String> KINDS = List.of("ROUTINE", "EMERGENCY", "LIVE", "DRILL");

  /** A part of a day's column, from the top of the chart downwards. */
  public record Block(double x, double y, double width, double height, String end) {}

  @Inject private CoverageQueries queries;
  @Inject private FleetTree tree;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Clock clock;

  private @Nullable List<CoverageQueries.Day> days;
  private @Nullable List<CoverageQueries.Place> places;
  private @Nullable List<FleetTree.Above> above;

  public void load() {
    span();
    if (getAbove().isEmpty()) {
      throw new NotFound();
    }
  }

  private CoverageQueries.Span span() {
    var to = day("to", LocalDate.ofInstant(clock.instant(), Clocks.ZONE));
    var from = day("from", to.minusDays(USUAL - 1L));
    if (from.isAfter(to) || ChronoUnit.DAYS.between(from, to) >= LONGEST) {
      throw new Refusal("broadcast.span", LONGEST);
    }
    return new CoverageQueries.Span(from, to, getArea(), getKind());
  }

  private LocalDate day(String parameter, LocalDate otherwise) {
    var typed = screen.parameter(parameter);
    try {
      return typed.isBlank() ? otherwise : LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw new Refusal("broadcast.day", typed);
    }
  }

  public LocalDate getFrom() {
    return span().from();
  }

  public LocalDate getTo() {
    return span().to();
  }

  public String getArea() {
    var typed = screen.parameter("area");
    return typed.matches("[0-9]{12}") ? typed : desk.officer().areaCode();
  }

  public String getKind() {
    return KINDS.contains(screen.parameter("kind")) ? screen.parameter("kind") : "";
  }

  public List<String> getKinds() {
    return KINDS;
  }

  public List<CoverageQueries.Day> getDays() {
    if (days == null) {
      days = queries.days(span());
    }
    return days;
  }

  public Identity getWhole() {
    return getDays().stream()
        .map(CoverageQueries.Day::identity)
        .reduce(Identity.NONE, Identity::plus);
  }

  public List<CoverageQueries.Place> getPlaces() {
    if (places == null) {
      places = queries.below(span());
    }
    return places;
  }

  /** The areas from the officer's own down to the one that is shown. */
  public List<FleetTree.Above> getAbove() {
    if (above == null) {
      above = tree.above(getArea());
    }
    return above;
  }

  public long getWaiting() {
    return queries.waiting();
  }

  /** The most plays of a day. */
  public long getHighest() {
    return getDays().stream().mapToLong(day -> day.identity().planned()).max().orElse(0);
  }

  /** The chart: for each day its ends, finished at the bottom. */
  public List<Block> getBlocks() {
    var unit = HIGH / Math.max(1, getHighest());
    var width = WIDE / getDays().size();
    var blocks = new ArrayList<Block>();
    for (var at = 0; at < getDays().size(); at++) {
      var y = HIGH + 10;
      for (var part : getDays().get(at).identity().parts()) {
        if (part.count() > 0) {
          y -= part.count() * unit;
          blocks.add(
              new Block(at * width, y, Math.max(1, width * 0.82), part.count() * unit, part.end()));
        }
      }
    }
    return blocks;
  }

  /** Of each end how much of a bar of a hundred it has, for the bars of the areas. */
  public List<Block> bar(Identity identity) {
    var blocks = new ArrayList<Block>();
    var x = 0.0;
    for (var part : identity.parts()) {
      var width = identity.planned() == 0 ? 0 : 100.0 * part.count() / identity.planned();
      if (width > 0) {
        blocks.add(new Block(x, 0, width, 10, part.end()));
        x += width;
      }
    }
    return blocks;
  }

  /** Address of the same span for another area. */
  public String at(String area) {
    return "/console/broadcast/coverage?from="
        + getFrom()
        + "&to="
        + getTo()
        + "&kind="
        + getKind()
        + "&area="
        + area;
  }
}
