package firstline.console.kept;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the columns of a list stand. Written as the columns' own places in the order in which they
 * are shown, counted from 1, a minus before those that are hidden; a column that is not named
 * stands at the end, so that a list may get one more. The first always stays the first.
 *
 * @param places in the order in which they are shown
 * @param hidden those that are not shown
 */
public record Arrangement(List<Integer> places, Set<Integer> hidden) {
  private static final int MOST = 30;

  public Arrangement {
    places = List.copyOf(places);
    hidden = Set.copyOf(hidden);
  }

  /** Reads one; what is none is the list as it is at first. */
  public static Arrangement read(String text) {
    var places = new ArrayList<Integer>();
    var hidden = new HashSet<Integer>();
    for (var part : text.strip().split("[ .]+")) {
      if (part.matches("-?[1-9][0-9]?")) {
        var place = Math.abs(Integer.parseInt(part));
        if (place > 1 && place <= MOST && !places.contains(place)) {
          places.add(place);
          if (part.startsWith("-")) {
            hidden.add(place);
          }
        }
      }
    }
    return new Arrangement(places, hidden);
  }

  /** All of so many columns, in the order in which they are shown. */
  public List<Integer> of(int columns) {
    var all = new ArrayList<Integer>();
    all.add(1);
    places.stream().filter(place -> place <= columns).forEach(all::add);
    IntStream.rangeClosed(2, columns).filter(place -> !all.contains(place)).forEach(all::add);
    return all;
  }

  /** With the column one place nearer to the beginning, or to the end. */
  public Arrangement moved(int place, int by, int columns) {
    var all = new ArrayList<>(of(columns));
    var from = all.indexOf(place);
    var to = from + by;
    if (from < 1 || to < 1 || to >= all.size()) {
      return this;
    }
    all.remove(from);
    all.add(to, place);
    return new Arrangement(all.subList(1, all.size()), hidden);
  }

  /** As it is kept and as an address has it, with dots in place of blanks there. */
  public String written() {
    return places.stream()
        .map(place -> (hidden.contains(place) ? "-" : "") + place)
        .collect(Collectors.joining(" "));
  }
}
