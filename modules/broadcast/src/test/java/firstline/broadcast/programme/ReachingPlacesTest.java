package firstline.broadcast.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReachingPlacesTest {
  /** A tree of areas by the number of each one's parent; codes whose beginnings are alike. */
  private record Tree(List<Integer> parents, List<String> codes) {
    static Tree of(Draw draw) {
      var parents = new ArrayList<Integer>();
      var codes = new ArrayList<String>();
      var size = draw.between(1, 25);
      for (var i = 0; i < size; i++) {
        parents.add(i == 0 ? -1 : draw.between(0, i - 1));
        codes.add(Integer.toString(i));
      }
      return new Tree(parents, codes);
    }

    String path(int area) {
      return (area == 0 ? "" : path(parents.get(area))) + codes.get(area) + "/";
    }

    boolean isWithin(int area, int other) {
      for (var up = area; up >= 0; up = parents.get(up)) {
        if (up == other) {
          return true;
        }
      }
      return false;
    }
  }

  private record Target(List<Integer> areas, List<String> groups) {
    static Target of(Draw draw, Tree tree, List<String> groups, int most) {
      return new Target(
          draw.list(0, most, one -> one.between(0, tree.codes().size() - 1)).stream()
              .distinct()
              .toList(),
          draw.list(0, most, one -> one.of(groups)).stream().distinct().toList());
    }

    /** By the tree and by nothing else. */
    boolean holds(Tree tree, int area, List<String> groups) {
      for (var one : areas) {
        if (tree.isWithin(area, one)) {
          return true;
        }
      }
      for (var one : this.groups) {
        if (groups.contains(one)) {
          return true;
        }
      }
      return false;
    }

    List<String> paths(Tree tree) {
      return areas.stream().map(tree::path).toList();
    }
  }

  @Test
  @Requirement("R32.3")
  void aScheduleReachesWhatItsTargetsNameLessWhatTheyLeaveOut() {
    var counts = new int[2];
    Seeded.cases(
        6_000,
        draw -> {
          var tree = Tree.of(draw);
          var groups = draw.list(1, 4, one -> one.id().toString());
          var included = draw.list(1, 8, one -> Target.of(one, tree, groups, 3));
          var left = included.stream().map(one -> Target.of(draw, tree, groups, 1)).toList();
          var all = new ArrayList<Plays>();
          for (var i = 0; i < included.size(); i++) {
            all.add(
                SomePlanned.plays(
                    SomePlanned.with(
                        included.get(i).paths(tree),
                        included.get(i).groups(),
                        left.get(i).paths(tree),
                        left.get(i).groups())));
          }
          var reach = new Reach(all);
          var area = draw.between(0, tree.codes().size() - 1);
          var mine = draw.list(0, 2, one -> one.of(groups)).stream().distinct().sorted().toList();
          var place = new Planned.Place(draw.id(), tree.path(area), mine);
          var expected =
              IntStream.range(0, all.size())
                  .filter(i -> included.get(i).holds(tree, area, mine))
                  .filter(i -> !left.get(i).holds(tree, area, mine))
                  .mapToObj(all::get)
                  .toList();
          for (var one : all) {
            var reached = expected.contains(one);
            assertEquals(reached, one.planned().reaches(place));
            counts[reached ? 1 : 0]++;
          }
          var found = reach.at(place);
          assertEquals(expected.size(), found.size(), "each once");
          assertEquals(new HashSet<>(expected), new HashSet<>(found));
        });
    assertTrue(
        counts[0] > 2_000 && counts[1] > 2_000, "reached " + counts[1] + ", not " + counts[0]);
  }

  @Test
  @Requirement("R32.3")
  void anAreaWhoseCodeBeginsAlikeIsAnother() {
    var planned = SomePlanned.with(List.of("51/5115/"), List.of(), List.of(), List.of());
    var reach = new Reach(List.of(SomePlanned.plays(planned)));
    assertEquals(1, reach.at(place("51/5115/")).size());
    assertEquals(1, reach.at(place("51/5115/511502/")).size());
    for (var path : List.of("51/51151/", "51/", "5115/", "50/51/5115/")) {
      assertFalse(planned.reaches(place(path)), path);
      assertEquals(0, reach.at(place(path)).size(), path);
    }
  }

  private static Planned.Place place(String path) {
    return new Planned.Place(UUID.randomUUID(), path, List.of());
  }
}
