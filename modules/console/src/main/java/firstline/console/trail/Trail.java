package firstline.console.trail;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.trail.Stop;
import firstline.persistence.trail.TrailContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows a text through the departments; each of them tells only what the officer may see. */
@ApplicationScoped
public class Trail {
  /** So much is looked for; more would be no picture. */
  static final int MOST = 400;

  private static final int DEEPEST = 8;

  /**
   * What was found.
   *
   * @param stops from the beginning, each after what it was made of
   * @param more true if there is more than is shown
   */
  public record Found(List<Stop> stops, boolean more) {
    /** How many still say what was corrected. */
    public long due() {
      return stops.stream().filter(stop -> stop.mood() == Stop.Mood.DUE).count();
    }
  }

  @Inject @Any private Instance<TrailContribution> houses;

  /**
   * The whole trail of which the key is a stop.
   *
   * @throws NotFound if no house knows it, or none that the officer may look into
   */
  @Requirement({"R107.1", "R107.2"})
  public Found of(String key) {
    return follow(houses.stream().toList(), key);
  }

  static Found follow(List<TrailContribution> houses, String key) {
    var found = new LinkedHashMap<String, Stop>();
    var begin = beginning(houses, key);
    found.put(begin.key(), begin);
    var edge = List.of(begin.key());
    for (var depth = 0; depth < DEEPEST && !edge.isEmpty() && found.size() <= MOST; depth++) {
      var next = new ArrayList<String>();
      for (var house : houses) {
        for (var stop : house.after(edge)) {
          if (found.putIfAbsent(stop.key(), stop) == null) {
            next.add(stop.key());
          }
        }
      }
      edge = next;
    }
    var stops = found.values().stream().limit(MOST).toList();
    return new Found(stops, found.size() > MOST);
  }

  /** As far up as the officer may see. */
  private static Stop beginning(List<TrailContribution> houses, String key) {
    var stop = at(houses, key).orElseThrow(NotFound::new);
    Set<String> seen = new HashSet<>();
    while (!stop.from().isEmpty() && seen.add(stop.key())) {
      var before = at(houses, stop.from());
      if (before.isEmpty()) {
        break;
      }
      stop = before.get();
    }
    return stop;
  }

  private static Optional<Stop> at(List<TrailContribution> houses, String key) {
    return houses.stream().map(house -> house.stop(key)).flatMap(Optional::stream).findFirst();
  }
}
