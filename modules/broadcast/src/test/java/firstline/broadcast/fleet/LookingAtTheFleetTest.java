package firstline.broadcast.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts by area against the lists that they lead to. */
class LookingAtTheFleetTest {
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  private static final Sql SQL = TestDatabase.keptOwner();
  private static final MutableClock CLOCK = MutableClock.at(NOW);
  private static int cities;

  private record Drawn(TestCity city, List<String> towns, List<String> villages) {
    static Drawn of(Draw draw) {
      var city = TestCity.found(SQL, "9491%02d".formatted(++cities));
      var digits = city.code().substring(0, 6);
      var towns = new ArrayList<String>();
      var villages = new ArrayList<String>();
      for (var town = 1; town <= draw.between(1, 3); town++) {
        towns.add(city.area(city.code(), "%s%03d000".formatted(digits, town), "TOWNSHIP"));
        for (var village = 1; village <= draw.between(1, 3); village++) {
          villages.add(
              city.area(
                  towns.get(town - 1), "%s%03d%03d".formatted(digits, town, village), "VILLAGE"));
        }
      }
      var places = new ArrayList<>(villages);
      places.addAll(towns);
      places.add(city.code());
      for (var i = draw.between(0, 25); i > 0; i--) {
        speaker(draw, city, "LF-" + cities + "-" + i, draw.of(places));
      }
      return new Drawn(city, towns, villages);
    }

    private static void speaker(Draw draw, TestCity city, String serial, String area) {
      var speaker = city.speaker(serial, area);
      if (draw.chance(0.5)) {
        SQL.update(
            """
            insert into programme (audience_id, revision, content, body, issued_at)
            values (?, nextval('programme_revision') + 5, repeat('0', 64), '', ?)
            on conflict do nothing
            """,
            speaker.audience(),
            NOW);
      }
      if (draw.chance(0.85)) {
        SQL.update(
            """
            insert into speaker_live (speaker_no, count, seen_at, revision, clock_offset, trusted,
              state, flags, volume, free, firmware)
            values (?, 1, ?, ?, ?, ?, 'IDLE', ?, 70, 1, '1')
            """,
            speaker.no(),
            NOW.minus(Duration.ofSeconds(draw.of(0, 299, 300, 301, 90_000))),
            draw.of(0, 1_000_000),
            draw.of(null, 0, -2_000, 2_000, 2_001, -2_001),
            draw.chance(0.8),
            draw.of("", "MUTED", "FAULT", "DRILL MUTED", "MEDIA_MISSING", "DEFAULT UNMUTED"));
      }
      if (draw.chance(0.3)) {
        SQL.update(
            """
            insert into speaker_fault (speaker_no, journal, sequence, code, at, detail, received_at)
            values (?, gen_random_uuid(), 1, 'DEVICE', ?, '', ?)
            """,
            speaker.no(),
            NOW,
            NOW.minus(Duration.ofHours(draw.of(1, 24, 25))));
      }
      if (draw.chance(0.1)) {
        city.retire(speaker);
      }
    }
  }

  static Desk desk(String path) {
    return TestDesk.of(path, BroadcastRights.READ);
  }

  private static FleetTree.Place sum(FleetTree tree, String area) {
    return FleetTree.together(tree.below(area));
  }

  private static long listed(FleetQueries queries, String health, String trouble, String area) {
    return queries.list(new FleetQueries.Filter(health, trouble, area, "", "", "")).size();
  }

  @Test
  @Requirement("R49.1")
  void eachCountIsTheLengthOfItsListAndTheAreasBelowAddUp() {
    Seeded.cases(
        15,
        draw -> {
          var drawn = Drawn.of(draw);
          var desk = desk(drawn.city().code() + "/");
          var tree = new FleetTree(SQL, desk, CLOCK);
          var queries = new FleetQueries(SQL, desk, CLOCK);
          for (var place : tree.below(drawn.city().code())) {
            if (place.code().equals(drawn.city().code())) {
              continue;
            }
            var area = place.code();
            assertEquals(
                List.of(
                    listed(queries, "ONLINE", "", area),
                    listed(queries, "OFFLINE", "", area),
                    listed(queries, "NEW", "", area),
                    listed(queries, "", "BEHIND", area),
                    listed(queries, "", "FAULT", area),
                    listed(queries, "", "CLOCK", area),
                    listed(queries, "", "MUTED", area)),
                List.of(
                    place.online(),
                    place.offline(),
                    place.fresh(),
                    place.behind(),
                    place.faulty(),
                    place.clock(),
                    place.muted()),
                area);
            var below = sum(tree, area);
            assertEquals(
                new FleetTree.Place(
                    "",
                    "",
                    place.speakers(),
                    place.online(),
                    place.offline(),
                    place.behind(),
                    place.faulty(),
                    place.clock(),
                    place.muted()),
                below,
                area);
          }
          long inUse =
              SQL.one(
                  "select count(*) from speaker where state <> 'RETIRED' and area_code like ?",
                  row -> row.number(1),
                  drawn.city().code().substring(0, 6) + "%");
          assertEquals(inUse, sum(tree, drawn.city().code()).speakers());
        });
  }

  @Test
  @Requirement("R49.1")
  void anOfficerOfATownshipSeesNothingOfTheNextOne() {
    var city = TestCity.found(SQL, "949201");
    var mine = city.area(city.code(), "949201001000", "TOWNSHIP");
    var other = city.area(city.code(), "949201002000", "TOWNSHIP");
    city.speaker("LF-mine", mine);
    city.speaker("LF-other", other);
    var desk = desk(city.code() + "/" + mine + "/");
    var tree = new FleetTree(SQL, desk, CLOCK);
    assertEquals(1, sum(tree, mine).speakers());
    assertEquals(1, sum(tree, city.code()).speakers());
    assertEquals(List.of(), tree.below(other));
    assertEquals(List.of(), tree.above(other));
    assertEquals(1, tree.above(mine).size());
  }
}
