package firstline.console.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.console.bulletin.Template.Figure;
import firstline.console.bulletin.Template.Span;
import firstline.console.bulletin.Template.Typed;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.seed.Seeded;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsWithFiguresTest {
  private static final BulletinText.Frame FRAME =
      new BulletinText.Frame("宜宾市", LocalDate.of(2020, 2, 1), LocalDate.of(2020, 2, 29));

  @Test
  @Requirement("R100.1")
  void aTagNamesItsFigureAreaAndDays() {
    var template = Template.read("{a.b}条，{a.b total}、{a.b@511502000000 last}；{a.b}");
    assertEquals(
        List.of(
            new Figure("a.b", "", Span.PERIOD),
            new Figure("a.b", "", Span.TOTAL),
            new Figure("a.b", "511502000000", Span.LAST)),
        template.figures());
  }

  @Test
  @Requirement("R100.1")
  void valuesStandWhereTheTagsStood() {
    var figure = new Figure("a.b", "", Span.PERIOD);
    assertEquals(
        "宜宾市 2020-02-01 至 2020-02-29：\n发布1,234条",
        BulletinText.plain(
            "{area} {since} 至 {until}：\n发布{a.b}条", FRAME, List.of(figure), Map.of(figure, 1234L)));
  }

  @ParameterizedTest
  @CsvSource({
    "{a b},bulletin.tag",
    "{},bulletin.tag",
    "x^{a.b@5115},bulletin.tag",
    "'{a',bulletin.brace"
  })
  @Requirement("R100.1")
  void whatCannotBeReadIsRefusedWithItsPlace(String typed, String code) {
    var text = typed.replace('^', '\n');
    var refusal = assertThrows(Refusal.class, () -> Template.read(text));
    assertEquals(code, refusal.code());
    assertEquals(
        text.contains("\n") ? 2 : 1,
        refusal.arguments().get(refusal.arguments().size() - 1),
        "the line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"共9,800种", "共９８００种", "发放六万八千份", "超过百分之九十五", "约2.5吨", "三起案件"})
  @Requirement("R100.2")
  void aTypedNumberIsMarked(String text) {
    assertEquals(
        1, Template.read(text).parts().stream().filter(Typed.class::isInstance).count(), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"一、澄清谣言", "第一线", "万众一心", "{a.b}条", "{area}"})
  @Requirement("R100.2")
  void aWordIsNoNumber(String text) {
    assertEquals(
        0, Template.read(text).parts().stream().filter(Typed.class::isInstance).count(), text);
  }

  @Test
  @Requirement("R100.2")
  void nothingOfATextIsLost() {
    Seeded.cases(
        1_000,
        draw -> {
          var text =
              String.join(
                  "",
                  draw.list(
                      0,
                      40,
                      one -> one.of("一", "三条", "百分之", "07", "1,2", ".", "，", "字", "\n", " ")));
          assertEquals(text.stripTrailing(), plain(text).stripTrailing());
        });
  }

  private static String plain(String text) {
    return BulletinText.plain(text, FRAME, List.of(), Map.of());
  }

  @Test
  @Requirement("R100.3")
  void theHashIsOfAllThatGoesOut() {
    var figure = new Figure("a.b", "", Span.PERIOD);
    var text = new BulletinText("题", "文{a.b}", "", "");
    var hash = text.hash(FRAME, List.of(figure), Map.of(figure, 7L));
    assertEquals(hash, text.hash(FRAME, List.of(figure), Map.of(figure, 7L)));
    assertNotEquals(hash, text.hash(FRAME, List.of(figure), Map.of(figure, 8L)));
    assertNotEquals(
        hash,
        new BulletinText("题", "文{a.b}", "短", "").hash(FRAME, List.of(figure), Map.of(figure, 7L)));
  }
}
