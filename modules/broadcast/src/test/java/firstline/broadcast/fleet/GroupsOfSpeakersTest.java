package firstline.broadcast.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.broadcast.TestCity;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GroupsOfSpeakersTest {
  private static final Sql SQL = TestDatabase.keptOwner();
  private static int cities;

  private final TestCity city = TestCity.found(SQL, "9489%02d".formatted(++cities));
  private final String town =
      city.area(city.code(), city.code().substring(0, 6) + "001000", "TOWNSHIP");
  private final String other =
      city.area(city.code(), city.code().substring(0, 6) + "002000", "TOWNSHIP");
  private final SpeakerGroups groups =
      new SpeakerGroups(SQL, LookingAtTheFleetTest.desk(city.code() + "/"));

  private UUID made(String area, String name) {
    return groups.make(new SpeakerGroups.Make(area, name));
  }

  private static void assertRefused(String code, Runnable action) {
    assertEquals(code, assertThrows(Refusal.class, action::run).code());
  }

  @Test
  @Requirement("R49.3")
  void anAreaHasOneGroupOfEachNameAndARenamedOneKeepsItsSpeakers() {
    var schools = made(city.code(), " 学校 ");
    city.speaker("GS-" + cities, town, schools);
    city.retire(city.speaker("GS-retired-" + cities, town, schools));
    assertRefused("group.known", () -> made(city.code(), "学校"));
    var low = made(city.code(), "低洼");
    made(town, "学校");
    groups.rename(new SpeakerGroups.Rename(schools, 1, "中小学"));
    assertThrows(Conflict.class, () -> groups.rename(new SpeakerGroups.Rename(schools, 1, "小学")));
    assertRefused("group.known", () -> groups.rename(new SpeakerGroups.Rename(low, 1, "中小学")));
    assertEquals(
        List.of("中小学 1", "低洼 0", "学校 0"),
        groups.list().stream().map(one -> one.name() + " " + one.speakers()).sorted().toList());
  }

  @Test
  @Requirement("R49.3")
  void aNameThatCouldNotStandAmongPlacesIsRefused() {
    for (var name : List.of("", " ", "学 校", "学,校", "学、校", "511502101007", "学".repeat(61))) {
      assertRefused("group.name", () -> made(city.code(), name));
    }
  }

  @Test
  @Requirement({"R49.3", "R49.4"})
  void nobodyReachesIntoANeighboursGroups() {
    var here = made(town, "学校");
    var above = made(city.code(), "低洼");
    var township =
        new SpeakerGroups(SQL, LookingAtTheFleetTest.desk(city.code() + "/" + town + "/"));
    var neighbour =
        new SpeakerGroups(SQL, LookingAtTheFleetTest.desk(city.code() + "/" + other + "/"));
    assertThrows(NotFound.class, () -> neighbour.make(new SpeakerGroups.Make(town, "景区")));
    assertThrows(NotFound.class, () -> neighbour.rename(new SpeakerGroups.Rename(here, 1, "景区")));
    assertThrows(NotFound.class, () -> township.rename(new SpeakerGroups.Rename(above, 1, "景区")));
    groups.require(town, List.of(here, above));
    assertRefused("speaker.group", () -> groups.require(other, List.of(here)));
    assertRefused("speaker.group", () -> groups.require(town, List.of(UUID.randomUUID())));
  }
}
