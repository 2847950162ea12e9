package firstline.rumour.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.testkit.seed.Seeded;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldingTest {
  @Test
  @Requirement("R7.1")
  void widthCaseAndScriptMakeNoDifference() {
    assertEquals("abc123口罩", Folding.fold("ＡＢＣ１２３口罩"));
    assertEquals("网络谣言", Folding.fold("網路謠言").replace("路", "络"));
    assertEquals(Folding.fold("卫生组织"), Folding.fold("衛生組織"));
    assertEquals("ﬁ".length() + 1, Folding.fold("ﬁ").length());
    assertEquals("", Folding.fold(""));
  }

  @Test
  @Requirement("R7.1")
  void everyLetterKnowsWhereItCameFrom() {
    Seeded.cases(
        2_000,
        draw -> {
          var text = draw.text(0, 40);
          var folding = Folding.of(text);
          var places = folding.places();
          assertEquals(folding.text().length() + 1, places.length);
          assertEquals(text.length(), places[places.length - 1]);
          for (var i = 1; i < places.length; i++) {
            assertTrue(places[i - 1] <= places[i], text);
          }
        });
  }

  @Test
  @Requirement("R7.1")
  void anAddressIsNoWordButAKey() {
    var text = "看 HTTPS://www.Example.com/a/1/ 别信";
    assertEquals(List.of("example.com/a/1"), Folding.addresses(text));
    assertEquals("看 别信", Folding.fold(text).replaceAll(" +", " "));
    assertEquals(text.length(), Folding.fold(text).length());
  }

  @Test
  void foldingTwiceIsFoldingOnce() {
    for (var text : List.of("㊗️ ㎏ Ⅻ ½ 乾著", "ẞ İ ﷺ", "衛生署：ＤＯＧ")) {
      assertEquals(Folding.fold(text), Folding.fold(Folding.fold(text)));
    }
  }
}
