package firstline.broadcast.conflict;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The places there are, in the order of their paths. */
final class Places {
  /**
   * An audience and where it is.
   *
   * @param path of its area, codes each followed by '/'
   */
  record Place(UUID audience, String path, String name, List<String> groups) {}

  /** Whom something is for, as paths of areas and ids of groups. */
  record Targets(
      List<String> areas, List<String> groups, List<String> notAreas, List<String> notGroups) {}

  private final List<Place> all;
  private final Map<String, BitSet> ofGroup = new HashMap<>();

  Places(List<Place> places) {
    this.all =
        places.stream()
            .sorted(Comparator.comparing(Place::path).thenComparing(Place::audience))
            .toList();
    for (var i = 0; i < all.size(); i++) {
      for (var group : all.get(i).groups()) {
        ofGroup.computeIfAbsent(group, id -> new BitSet()).set(i);
      }
    }
  }

  int size() {
    return all.size();
  }

  Place at(int number) {
    return all.get(number);
  }

  List<Place> all() {
    return all;
  }

  Runs reach(Targets targets) {
    var reached = new BitSet(all.size());
    targets.areas().forEach(path -> reached.set(first(path), first(after(path))));
    targets.groups().forEach(group -> reached.or(ofGroup.getOrDefault(group, new BitSet())));
    targets.notAreas().forEach(path -> reached.clear(first(path), first(after(path))));
    targets.notGroups().forEach(group -> reached.andNot(ofGroup.getOrDefault(group, new BitSet())));
    return Runs.of(reached);
  }

  /** All at the path and below it. */
  Runs below(String path) {
    return reach(new Targets(List.of(path), List.of(), List.of(), List.of()));
  }

  /** Above every path that begins with this one: '0' follows '/'. */
  private static String after(String path) {
    return path.substring(0, path.length() - 1) + (char) (path.charAt(path.length() - 1) + 1);
  }

  /** The first place whose path is not before the text. */
  private int first(String text) {
    var low = 0;
    var high = all.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (all.get(middle).path().compareTo(text) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
