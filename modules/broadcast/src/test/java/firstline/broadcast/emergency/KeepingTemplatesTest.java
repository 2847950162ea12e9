package firstline.broadcast.emergency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingTemplatesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  private static final Sql SQL = TestDatabase.keptOwner();

  private static KeepTemplates templates(String area) {
    var desk = TestDesk.of(area + "/", BroadcastRights.EMERGENCY);
    return new KeepTemplates(SQL, desk, MutableClock.at(NOW));
  }

  @Test
  @Requirement("R39.4")
  void oneOfTheCityServesItsCountiesAndANewOneOfTheSameNameReplacesIt() {
    var city = TestCity.found(SQL, "958901");
    var county = city.area(city.code(), "958901001000", "COUNTY");
    var mine = templates(city.code());
    mine.keep(new KeepTemplates.Command("山洪", 2, "旧", 30));
    mine.keep(new KeepTemplates.Command(" 山洪 ", 1, "新[村名]", 60));
    templates(county).keep(new KeepTemplates.Command("滑坡", 3, "县", 30));
    assertEquals(
        List.of("山洪 1 新[村名] 60"),
        mine.list().stream()
            .map(one -> one.name() + " " + one.level() + " " + one.text() + " " + one.minutes())
            .toList());
    var below = templates(county);
    assertEquals(
        List.of("山洪", "滑坡"), below.list().stream().map(KeepTemplates.Template::name).toList());
    var theirs = new KeepTemplates.Remove(below.list().get(0).id());
    assertThrows(NotFound.class, () -> below.remove(theirs), "the city's is the city's");
    mine.remove(theirs);
    assertEquals(List.of(), mine.list());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[村名]水位上涨", "水位上涨[]", "请到［安置点］"})
  @Requirement("R39.4")
  void nothingWithAGapGoesOnTheAir(String text) {
    var command = new OrderEmergency.Command(1, text, List.of("511500000000"), 30);
    assertEquals(
        "emergency.gap",
        assertThrows(Refusal.class, () -> OrderEmergency.plan(command, NOW)).code());
    assertEquals(
        "水位上涨",
        OrderEmergency.plan(new OrderEmergency.Command(1, "水位上涨", List.of("511500000000"), 30), NOW)
            .text());
  }
}
