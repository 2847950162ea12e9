package firstline.broadcast.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnTheWallTest {
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  private static final Sql SQL = TestDatabase.keptOwner();

  private static NextPlays wall(String path) {
    var desk = TestDesk.of(path, BroadcastRights.READ);
    return new NextPlays(SQL, desk, MutableClock.at(NOW));
  }

  @Test
  @Requirement("R49.5")
  void theEarliestThatHaveNotBegunComeNext() {
    var city = TestCity.found(SQL, "947101");
    var town = city.area(city.code(), "947101001000", "TOWNSHIP");
    var other = city.area(city.code(), "947101002000", "TOWNSHIP");
    var schedule = city.schedule(town, "ROUTINE", 0, "2026-11-25T06:30:00", "FREQ=DAILY", NOW);
    city.target(schedule, true, "AREA", town);
    var fourth = city.occurrence(schedule, NOW.plusSeconds(400));
    city.occurrence(schedule, NOW);
    city.occurrence(schedule, NOW.minusSeconds(60));
    var first = city.occurrence(schedule, NOW.plusSeconds(1));
    var third = city.occurrence(schedule, NOW.plusSeconds(300));
    var second = city.occurrence(schedule, NOW.plusSeconds(200));
    var withdrawn = city.occurrence(schedule, NOW.plusSeconds(100));
    SQL.update("update occurrence set withdrawn_at = ? where no = ?", NOW, withdrawn);
    for (var path : List.of(city.code() + "/", city.code() + "/" + town + "/")) {
      assertEquals(
          List.of(first, second, third),
          wall(path).next().stream().map(NextPlays.Play::no).toList(),
          path + " without " + fourth);
    }
    assertEquals(List.of(), wall(city.code() + "/" + other + "/").next());
  }
}
