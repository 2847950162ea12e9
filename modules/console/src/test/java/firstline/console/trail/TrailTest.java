package firstline.console.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.trail.Stop;
import firstline.persistence.trail.Stop.Mood;
import firstline.persistence.trail.TrailContribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrailTest {
  private static final long SEED = 20261127;

  /** A department that keeps its stops in a list. */
  private record House(List<Stop> stops) implements TrailContribution {
    @Override
    public Optional<Stop> stop(String key) {
      return stops.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    @Override
    public List<Stop> after(List<String> keys) {
      return stops.stream().filter(one -> keys.contains(one.from())).toList();
    }
  }

  private static Stop stop(String key, String from, Mood mood) {
    return new Stop(key, from, "MATERIAL", "标题 " + key, mood, "", "/console/home", null);
  }

  private static List<String> keys(List<Stop> stops) {
    return stops.stream().map(Stop::key).toList();
  }

  @Test
  @Requirement({"R107.1", "R107.2"})
  void aTextIsFollowedAcrossHousesFromWhereItBegan() {
    var rumours =
        new House(
            List.of(
                stop("r", "", Mood.DONE),
                stop("a", "r", Mood.DONE),
                stop("page", "a", Mood.DONE),
                stop("wechat", "a", Mood.DUE)));
    var posters = new House(List.of(stop("m", "a", Mood.DUE), stop("run", "m", Mood.GONE)));
    var speakers = new House(List.of(stop("s", "m", Mood.WAITING)));
    var houses = List.<TrailContribution>of(rumours, posters, speakers);
    var whole = List.of("r", "a", "page", "wechat", "m", "run", "s");
    for (var asked : whole) {
      var found = Trail.follow(houses, asked);
      assertEquals(whole, keys(found.stops()), asked);
      assertEquals(2, found.due());
      assertFalse(found.more());
    }
    assertThrows(NotFound.class, () -> Trail.follow(houses, "nothing"));
  }

  /** Who may not look into the house where it began sees it from where their own begins. */
  @Test
  @Requirement("R107.1")
  void whatAnotherHouseHidesIsNotThere() {
    var posters = new House(List.of(stop("m", "a", Mood.DONE), stop("run", "m", Mood.DONE)));
    assertEquals(List.of("m", "run"), keys(Trail.follow(List.of(posters), "run").stops()));
  }

  @Test
  @Requirement("R107.1")
  void aCircleEndsAndALongTrailIsCut() {
    var circle = new House(List.of(stop("a", "b", Mood.DONE), stop("b", "a", Mood.DONE)));
    assertEquals(2, Trail.follow(List.of(circle), "a").stops().size());
    var many = new ArrayList<Stop>();
    many.add(stop("r", "", Mood.DONE));
    for (var i = 0; i < Trail.MOST + 5; i++) {
      many.add(stop("s" + i, "r", Mood.DONE));
    }
    var found = Trail.follow(List.of(new House(many)), "r");
    assertEquals(Trail.MOST, found.stops().size());
    assertTrue(found.more());
  }

  @Test
  @Requirement("R107.3")
  void noTwoBoxesTouchWhateverTheTree() {
    var random = new Random(SEED);
    for (var round = 0; round < 200; round++) {
      var stops = new ArrayList<Stop>();
      stops.add(stop("0", "", Mood.DONE));
      var size = 1 + random.nextInt(60);
      for (var i = 1; i < size; i++) {
        stops.add(stop("" + i, "" + random.nextInt(i), Mood.DONE));
      }
      var picture = TrailPicture.of(stops, "0");
      assertEquals(size, picture.boxes().size(), "round " + round);
      assertEquals(size - 1, picture.lines().size());
      for (var one : picture.boxes()) {
        assertTrue(one.x() >= 0 && one.x() + TrailPicture.WIDE <= picture.width());
        assertTrue(one.y() >= 0 && one.y() + TrailPicture.HIGH <= picture.height());
        for (var other : picture.boxes()) {
          assertTrue(one == other || apart(one, other), "round " + round);
        }
      }
    }
  }

  private static boolean apart(TrailPicture.Box one, TrailPicture.Box other) {
    return Math.abs(one.x() - other.x()) > TrailPicture.WIDE
        || Math.abs(one.y() - other.y()) > TrailPicture.HIGH;
  }

  @Test
  @Requirement("R107.3")
  void aLongTitleIsCutWhereItsBoxEnds() {
    assertEquals("短标题", TrailPicture.cut("短标题"));
    assertEquals("一二三四五六七八九十一二三…", TrailPicture.cut("一二三四五六七八九十一二三四五六"));
    assertEquals("a".repeat(27) + "…", TrailPicture.cut("a".repeat(40)));
    assertEquals("一二三四五六七八九十一二三…", TrailPicture.cut("一二三四五六七八九十一二三𠮷𠮷𠮷"));
  }
}
