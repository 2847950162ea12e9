package firstline.broadcast.programme;

import static firstline.broadcast.programme.ProgrammeTables.NOW;
import static firstline.broadcast.programme.ProgrammeTables.SQL;
import static firstline.broadcast.programme.ProgrammeTables.city;
import static firstline.broadcast.programme.ProgrammeTables.programme;
import static firstline.broadcast.programme.ProgrammeTables.revisions;
import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.broadcast.TestCity;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom a change reaches, on the real database. */
class ReachingAudiencesTest {
  private final MutableClock clock = MutableClock.at(NOW);
  private final BuildProgrammes builder = builder(SQL);

  private BuildProgrammes builder(Sql sql) {
    return ProgrammeTables.builder(sql, clock);
  }

  /** A town with its villages, where each village has speakers without and with a group. */
  private static final class Town {
    final TestCity city;
    final Map<String, String> parents = new LinkedHashMap<>();
    final List<UUID> groups = List.of(UUID.randomUUID(), UUID.randomUUID());
    final Map<UUID, String> areas = new LinkedHashMap<>();
    final Map<UUID, Set<UUID>> groupsOf = new HashMap<>();

    Town(Draw draw, String digits) {
      city = city(digits);
      for (var town = 1; town <= 3; town++) {
        var code = city.area(city.code(), digits + "%03d000".formatted(town), "TOWNSHIP");
        parents.put(code, city.code());
        for (var village = 1; village <= 4; village++) {
          parents.put(
              city.area(code, digits + "%03d%03d".formatted(town, village), "VILLAGE"), code);
        }
      }
      for (var area : parents.keySet()) {
        speaker(area, Set.of());
        if (draw.chance(0.6)) {
          speaker(area, Set.of(draw.of(groups)));
        }
        if (draw.chance(0.2)) {
          speaker(area, Set.copyOf(groups));
        }
      }
    }

    private void speaker(String area, Set<UUID> mine) {
      var serial = "BP-" + area + "-" + areas.size();
      var audience = city.speaker(serial, area, mine.toArray(UUID[]::new)).audience();
      areas.put(audience, area);
      groupsOf.put(audience, mine);
    }

    boolean isWithin(String area, String other) {
      for (var up = area; up != null; up = parents.get(up)) {
        if (up.equals(other)) {
          return true;
        }
      }
      return false;
    }
  }

  private record Drawn(UUID id, Set<String> included, Set<String> left) {
    static Drawn of(Draw draw, Town town) {
      var areas = new ArrayList<>(town.parents.keySet());
      areas.add(town.city.code());
      var names = new ArrayList<>(areas);
      town.groups.forEach(group -> names.add(group.toString()));
      var included = Set.copyOf(draw.list(1, 3, one -> one.of(names)));
      var left = new HashSet<>(draw.list(0, 2, one -> one.of(names)));
      left.removeAll(included);
      var kind = draw.of("ROUTINE", "DRILL", "LIVE", "EMERGENCY");
      var id =
          town.city.schedule(
              draw.of(areas),
              kind,
              kind.equals("EMERGENCY") ? draw.between(1, 4) : 0,
              "2026-11-25T%02d:30:00".formatted(draw.between(10, 23)),
              "FREQ=DAILY",
              NOW);
      included.forEach(name -> town.city.target(id, true, kind(name), name));
      left.forEach(name -> town.city.target(id, false, kind(name), name));
      return new Drawn(id, included, left);
    }

    private static String kind(String name) {
      return name.length() == 12 ? "AREA" : "GROUP";
    }

    boolean reaches(Town town, UUID audience) {
      return holds(included, town, audience) && !holds(left, town, audience);
    }

    private static boolean holds(Set<String> names, Town town, UUID audience) {
      return names.stream()
          .anyMatch(
              name ->
                  town.isWithin(town.areas.get(audience), name)
                      || town.groupsOf.get(audience).contains(group(name)));
    }

    private static UUID group(String name) {
      return name.length() == 12 ? new UUID(0, 0) : UUID.fromString(name);
    }
  }

  @Test
  @Requirement({"R32.3", "R32.4", "R32.8"})
  void exactlyTheAudiencesThatAChangeReachesGetAHigherRevision() {
    var number = new int[1];
    Seeded.cases(
        6,
        draw -> {
          var town = new Town(draw, "95411" + number[0]++);
          builder.build();
          var standing = new ArrayList<Drawn>();
          for (var round = 0; round < 14; round++) {
            var before = revisions(town.city);
            assertEquals(town.areas.keySet(), before.keySet());
            var changed = new ArrayList<Drawn>();
            if (!standing.isEmpty() && draw.chance(0.4)) {
              changed.add(standing.remove(draw.between(0, standing.size() - 1)));
              town.city.withdraw(changed.get(0).id(), clock.instant());
            } else if (draw.chance(0.9)) {
              for (var i = draw.between(1, 2); i > 0; i--) {
                changed.add(Drawn.of(draw, town));
              }
              standing.addAll(changed);
            }
            // Another node that begins now comes to the same.
            (draw.chance(0.2) ? builder(SQL) : builder).build();
            if (draw.chance(0.3)) {
              builder.build();
            }
            var after = revisions(town.city);
            for (var audience : town.areas.keySet()) {
              var reached = changed.stream().anyMatch(one -> one.reaches(town, audience));
              assertEquals(reached, after.get(audience) > before.get(audience), "round " + round);
              if (!reached) {
                assertEquals(before.get(audience), after.get(audience));
              }
            }
          }
          for (var audience : town.areas.keySet()) {
            var reaching = standing.stream().filter(one -> one.reaches(town, audience)).count();
            var items = programme(audience).getJsonArray("items").size();
            assertEquals(reaching, items);
          }
        });
  }
}
