package firstline.broadcast.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which schedules reach a place, found by the areas above it instead of one by one. */
final class Reach {
  private final Map<String, List<Plays>> byTarget = new HashMap<>();

  Reach(Collection<Plays> all) {
    for (var plays : all) {
      plays.planned().areas().forEach(path -> put(path, plays));
      plays.planned().groups().forEach(group -> put(group, plays));
    }
  }

  private void put(String target, Plays plays) {
    byTarget.computeIfAbsent(target, key -> new ArrayList<>()).add(plays);
  }

  /** Those that reach the place, each once. */
  List<Plays> at(Planned.Place place) {
    var found = new LinkedHashMap<UUID, Plays>();
    for (var end = place.path().indexOf('/'); end >= 0; end = place.path().indexOf('/', end + 1)) {
      add(found, place.path().substring(0, end + 1), place);
    }
    place.groups().forEach(group -> add(found, group, place));
    return List.copyOf(found.values());
  }

  private void add(Map<UUID, Plays> found, String target, Planned.Place place) {
    for (var plays : byTarget.getOrDefault(target, List.of())) {
      if (plays.planned().reaches(place)) {
        found.putIfAbsent(plays.planned().id(), plays);
      }
    }
  }
}
