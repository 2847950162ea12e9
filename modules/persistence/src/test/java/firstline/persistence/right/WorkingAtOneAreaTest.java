package firstline.persistence.right;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.right.OfficerOnDuty.Grant;
import firstline.testkit.seed.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkingAtOneAreaTest {
  private static OfficerOnDuty officer(List<Grant> grants) {
    return new OfficerOnDuty(
        UUID.randomUUID(),
        "li",
        "李",
        UUID.randomUUID(),
        "部门",
        "Department",
        "1",
        "市",
        "zh",
        grants,
        null);
  }

  @Test
  void aRightAboveIsNarrowedOneBelowStaysOneElsewhereIsGone() {
    var narrowed =
        officer(
                List.of(
                    new Grant("above", "1/"),
                    new Grant("everywhere", ""),
                    new Grant("below", "1/2/3/"),
                    new Grant("elsewhere", "1/4/")))
            .within("2", "县", "1/2/");
    assertEquals(List.of("1/2/"), narrowed.scope("above").paths());
    assertEquals(List.of("1/2/"), narrowed.scope("everywhere").paths());
    assertEquals(List.of("1/2/3/"), narrowed.scope("below").paths());
    assertFalse(narrowed.holds("elsewhere"));
    assertEquals("2", narrowed.areaCode());
  }

  @Test
  void nothingIsEverWonByIt() {
    Seeded.cases(
        2000,
        draw -> {
          var grants = new ArrayList<Grant>();
          for (var i = draw.between(0, 6); i > 0; i--) {
            grants.add(
                new Grant("r" + draw.between(1, 3), path(draw.between(0, 3), draw.between(0, 80))));
          }
          var root = path(draw.between(1, 3), draw.between(0, 80));
          var before = officer(grants);
          var after = before.within("x", "x", root);
          for (var right : List.of("r1", "r2", "r3")) {
            for (var n = 0; n < 81; n++) {
              var place = path(4, n);
              assertEquals(
                  before.scope(right).covers(place) && place.startsWith(root),
                  after.scope(right).covers(place));
            }
          }
          assertTrue(after.grants().size() <= before.grants().size());
        });
  }

  /** The n-th path of the depth in a tree of threes. */
  private static String path(int depth, int n) {
    var path = new StringBuilder();
    for (int i = 0, rest = n; i < depth; i++, rest /= 3) {
      path.append(rest % 3).append('/');
    }
    return path.toString();
  }

  @Test
  void aScopeWithinAnAreaIsThePartOfItBelow() {
    var scope = new Scope(List.of("1/2/", "1/3/4/", "5/"));
    assertEquals(List.of("1/2/", "1/3/4/"), scope.within("1/").paths());
    assertEquals(List.of("1/2/7/"), scope.within("1/2/7/").paths());
    assertEquals(List.of(), scope.within("1/9/").paths());
    assertEquals(scope, scope.within(""));
    assertEquals(List.of(), Scope.NONE.within("1/").paths());
  }
}
