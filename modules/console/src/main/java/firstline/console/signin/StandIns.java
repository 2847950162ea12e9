package firstline.console.signin;

import firstline.persistence.right.OfficerOnDuty.Grant;
import firstline.persistence.right.OfficerOnDuty.StandIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** For whom an officer stands in, from rows of {@code officer right path name}. */
final class StandIns {
  private StandIns() {}

  static List<StandIn> of(List<String> rows, PersonalRights rights) {
    Map<String, List<Grant>> grants = new LinkedHashMap<>();
    for (var row : rows) {
      var parts = row.split(" ", 4);
      var held = grants.computeIfAbsent(parts[0] + " " + parts[3], key -> new ArrayList<>());
      if (rights.pass(parts[1])) {
        held.add(new Grant(parts[1], parts[2]));
      }
    }
    return grants.entrySet().stream()
        .map(
            absent -> {
              var parts = absent.getKey().split(" ", 2);
              return new StandIn(UUID.fromString(parts[0]), parts[1], absent.getValue());
            })
        .toList();
  }
}
