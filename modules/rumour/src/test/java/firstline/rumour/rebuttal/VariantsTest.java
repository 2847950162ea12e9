package firstline.rumour.rebuttal;

import static firstline.rumour.rebuttal.RebuttalLifeTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.testkit.seed.Seeded;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariantsTest {
  private static final ReadingRate RATE = new ReadingRate(240, 150);

  @Test
  @Requirement("R2.11")
  void whatNobodyWroteIsMadeFromTheLongText() {
    var made =
        Variants.NONE.completed(
            "全市粮油储备充足", "储备可满足十日以上需要。超市每日补货。详见 https://example.org/a。", "按需购买。", false);
    assertEquals("全市粮油储备充足。储备可满足十日以上需要。超市每日补货。详见。按需购买。", made.shortText().replace(" ", ""));
    assertEquals("全市粮油储备充足。\n储备可满足十日以上需要。超市每日补货。详见 。\n按需购买。", made.script());
    assertEquals("全市粮油储备充足", made.poster());
  }

  @Test
  @Requirement("R2.11")
  void whatSomebodyWroteIsLeftAlone() {
    var written = new Variants("短", "稿", "报");
    assertEquals(written, written.completed("事实", "说明", "建议", false));
  }

  @Test
  @Requirement("R2.11")
  void anEnglishTextKeepsItsBlanks() {
    var made =
        Variants.NONE.completed(
            "Tap water is safe", "It was tested today. At 0.5 mg.", "Boil it.", true);
    assertEquals("Tap water is safe. It was tested today. At 0.5 mg. Boil it.", made.shortText());
  }

  @Test
  @Requirement("R2.11")
  void everyChannelHasATextThatFitsWhateverIsWritten() {
    Seeded.cases(
        3_000,
        draw -> {
          var fact = "事" + draw.text(0, 150);
          var made =
              Variants.NONE.completed(
                  fact, draw.text(0, 3_000), draw.text(0, 900), draw.chance(0.5));
          assertFalse(made.shortText().isEmpty());
          assertFalse(made.script().isEmpty());
          assertFalse(made.poster().isEmpty());
          assertTrue(Variants.length(made.shortText()) <= 140);
          assertTrue(Variants.length(made.script()) <= 2_000);
          assertTrue(Variants.length(made.poster()) <= 40);
        });
  }

  @Test
  @Requirement("R2.11")
  void aLongHeadlineIsCutWhereAClauseEnds() {
    var fact = "本市各大超市粮油肉蛋供应正常，价格平稳，请不要听信限购传言，也不要排队抢购囤积生活用品，储备充足";
    assertEquals(
        "本市各大超市粮油肉蛋供应正常，价格平稳，请不要听信限购传言", Variants.NONE.completed(fact, "", "", false).poster());
  }

  @Test
  @Requirement("R2.10")
  void lettersOutsideTheBasicPlaneCountOnce() {
    new Variants("𠮷".repeat(140), "", "𠮷".repeat(40));
    refused("rebuttal.short.long", () -> new Variants("𠮷".repeat(141), "", ""));
    refused("rebuttal.script.long", () -> new Variants("", "字".repeat(2_001), ""));
    refused("rebuttal.poster.long", () -> new Variants("", "", "字".repeat(41)));
  }

  @Test
  @Requirement("R2.11")
  void theReadingTimeCountsCharactersFiguresAndWords() {
    assertEquals(60, RATE.seconds("字".repeat(240)));
    assertEquals(30, RATE.seconds("字，".repeat(118) + "12"));
    assertEquals(60, RATE.seconds("word ".repeat(150)));
    assertEquals(0, RATE.seconds(""));
  }

  @Test
  @Requirement("R2.14")
  void aPreviewShowsWhatIsTypedHoweverUnfinished() {
    var empty = Preview.of(ContentForm.of(Map.of()), RATE);
    assertEquals("0 / 140", empty.shortRoom());
    assertFalse(empty.isRumour());
    var typed =
        Preview.of(
            ContentForm.of(
                Map.of("fact", "大蒜能防病毒", "claimText", "大蒜能防病毒", "shortText", "字".repeat(150))),
            RATE);
    assertTrue(typed.isRumour());
    assertTrue(typed.isShortLong());
    assertEquals("150 / 140", typed.shortRoom());
    assertFalse(typed.isShortMade());
    assertTrue(typed.isScriptMade());
    assertEquals("大蒜能防病毒", typed.poster());
  }
}
