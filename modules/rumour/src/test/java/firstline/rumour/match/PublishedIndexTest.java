package firstline.rumour.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import firstline.persistence.requirement.Requirement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublishedIndexTest {
  private final PublishedIndex index =
      PublishedIndex.of(
          "",
          List.of(
              entry("2026-0001", "饮酒、漱口不能预防呼吸道感染", "用白酒漱口可以杀死喉咙里的病毒"),
              entry("2026-0002", "大蒜是食物，不是预防手段", "多吃大蒜就能预防新冠病毒"),
              entry("2026-0003", "供水正常，水质达标", "明天起全市停水三天，赶快接水"),
              entry("2026-0004", "高速公路正常通行", "所有高速路口全部封闭")));

  @Test
  @Requirement("R4.2")
  void theSameRumourIsAnswered() {
    var answer = index.answer("听说用白酒漱口可以杀死喉咙里的病毒！！", 5);
    assertEquals(Matching.Tier.ANSWERED, answer.tier());
    assertEquals("2026-0001", answer.matches().get(0).number());
    assertEquals("用白酒漱口可以杀死喉咙里的病毒", answer.matches().get(0).shared().get(0));
  }

  @Test
  @Requirement("R4.2")
  void anotherMatterIsAnExplicitNone() {
    var answer = index.answer("小行星将在周五撞上地球", 5);
    assertEquals(Matching.Tier.NONE, answer.tier());
    assertEquals(List.of(), answer.matches());
  }

  @Test
  @Requirement("R4.2")
  void aShortTextIsNeverAnswered() {
    var answer = index.answer("吃大蒜", 5);
    assertFalse(answer.tier() == Matching.Tier.ANSWERED);
  }

  @Test
  void fullWidthAndCaseMakeNoDifference() {
    assertEquals(Pairs.of("N95口罩"), Pairs.of("ｎ９５ 口罩"));
  }

  private static PublishedIndex.Entry entry(String number, String fact, String claim) {
    return PublishedIndex.Entry.of(UUID.randomUUID(), number, fact, "FALSE", claim, "[]");
  }
}
