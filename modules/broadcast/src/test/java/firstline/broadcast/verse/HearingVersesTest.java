package firstline.broadcast.verse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.reading.ReadingTime;
import firstline.persistence.requirement.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HearingVersesTest {
  @ParameterizedTest
  @Requirement("R42.2")
  @CsvSource({
    "FAHUA, a1 ba1 jia1 ya4 hua1 wa3",
    "SUOBO, o1 bo1 duo1 wo3 ge1 e2 te4 yo1",
    "MIEXIE, jie1 ye2 xue2 yue4 lve4 nve4 que1",
    "GUSU, wu3 bu4 zhu1 su1 lu4",
    "YIQI, yi1 zhi1 si1 yu2 ju1 qu4 xu1 lv4 nv3 er2 ri4",
    "HUAILAI, ai4 bai2 huai2 wai4",
    "HUIDUI, bei1 wei2 hui1 shui3 lei2",
    "YAOTIAO, ao4 hao3 tiao1 yao2",
    "YOUQIU, ou1 you2 qiu2 dou4 liu4",
    "YANQIAN, an1 tian1 yan2 guan1 wan2 yuan2 quan2 lian2",
    "RENCHEN, en1 ren2 yin1 lin2 wen2 chun1 yun2 jun1 xun2",
    "JIANGYANG, ang2 yang2 jiang1 wang2 guang1 liang4",
    "ZHONGDONG, deng1 ying2 ming2 weng1 dong1 yong4 xiong2"
  })
  void everyFinalHasItsTrack(Rhyme rhyme, String syllables) {
    for (var syllable : syllables.split(" ")) {
      assertEquals(Optional.of(rhyme), Rhyme.of(syllable), syllable);
    }
  }

  @Test
  @Requirement("R42.2")
  void aHumHasNoRhyme() {
    assertEquals(Optional.empty(), Rhyme.of("ng2"));
    assertEquals(Optional.empty(), Rhyme.of("m2"));
    assertEquals(Optional.empty(), Rhyme.of(""));
  }

  @Test
  @Requirement("R42.2")
  void aJingleIsShownLineByLine() {
    var verse = Verse.of("出门戴口罩，回家勤洗手，\n开窗通通风，健康你我有。", Map.of());
    assertEquals(List.of(5, 5, 5, 5), verse.lines().stream().map(Verse.Line::syllables).toList());
    assertEquals(Rhyme.YOUQIU, verse.rhyme());
    assertEquals(
        List.of(false, true, false, true), verse.lines().stream().map(Verse.Line::rhymes).toList());
    assertEquals("shou3", verse.lines().get(1).ending());
  }

  @Test
  @Requirement("R42.2")
  void aLightEndingLeavesTheRhymeToTheCharacterBeforeIt() {
    var lines = Verse.of("春天来了，花儿开了", Map.of()).lines();
    assertEquals(Rhyme.HUAILAI, lines.get(0).rhyme());
    assertTrue(lines.get(0).rhymes() && lines.get(1).rhymes());
  }

  @Test
  @Requirement("R42.2")
  void whatHasNoTwoLinesThatRhymeHasNoRhyme() {
    assertNull(Verse.of("天，地", Map.of()).rhyme());
    assertNull(Verse.of("", Map.of()).rhyme());
    assertEquals(0, Verse.of("abc", Map.of()).lines().get(0).syllables());
  }

  @Test
  @Requirement("R42.3")
  void severalReadingsAreShownWithTheOneThatWasTaken() {
    var sign =
        Verse.of("银行", Map.of()).several().stream()
            .filter(one -> one.text().equals("行"))
            .findFirst()
            .orElseThrow();
    assertEquals("hang2", sign.reading());
    assertTrue(sign.others().contains("xing2"));
    assertFalse(sign.told());
    var told = Verse.of("银行", Map.of("银行", "yin2 xing2")).several();
    assertTrue(told.stream().anyMatch(one -> one.told() && one.reading().equals("xing2")));
  }

  @Test
  @Requirement("R42.1")
  void fourCharactersTakeASecondAndAMessageHasSeventy() {
    assertEquals(Duration.ofSeconds(1), ReadingTime.of("请注意火"));
    assertEquals(Duration.ofSeconds(2), ReadingTime.of("请注意防火"));
    assertEquals(1, Sms.parts("一".repeat(70)));
    assertEquals(2, Sms.parts("一".repeat(71)));
    assertEquals(2, Sms.parts("一".repeat(134)));
    assertEquals(3, Sms.parts("一".repeat(135)));
  }

  @Test
  @Requirement("R54.3")
  void whatAKindDoesNotBearIsPointedOut() {
    var talk = "各位乡亲，" + "一".repeat(21) + "。";
    assertEquals(List.of(new Remark("long", 2, 21)), remarks(TextKind.PLAIN_TALK, talk));
    assertEquals(List.of(), remarks(TextKind.ANNOUNCEMENT, talk));
    assertEquals(List.of(new Remark("beats", 2, 21)), remarks(TextKind.CLAPPER_VERSE, talk));
    assertEquals(
        List.of(new Remark("measure", 3, 6)),
        remarks(TextKind.DOGGEREL, "江山一笼统，井上黑窟窿。黄狗身上全白，白狗身上肿。"));
    assertEquals(List.of(), remarks(TextKind.SMS, "一".repeat(70)));
    assertEquals(List.of(new Remark("parts", 0, 2)), remarks(TextKind.SMS, "一".repeat(71)));
  }

  private static List<Remark> remarks(TextKind kind, String text) {
    return Remark.on(kind, text, Verse.of(text, Map.of()));
  }

  @Test
  @Requirement("R54.3")
  void aCharacterOfTwoUnitsIsNotTornApartBetweenTwoMessages() {
    // 66 and then pairs: each of the first parts ends one unit early.
    assertEquals(3, Sms.parts("一" + "😀".repeat(67)));
    assertEquals(2, Sms.parts("😀".repeat(66)));
    assertEquals(3, Sms.parts("😀".repeat(67)));
  }

  @Test
  @Requirement("R54.2")
  void aKindThatIsNotNamedIsAnAnnouncement() {
    assertEquals(TextKind.JINGLE, TextKind.of("JINGLE"));
    assertEquals(TextKind.ANNOUNCEMENT, TextKind.of(""));
    assertEquals(TextKind.ANNOUNCEMENT, TextKind.of("REBUTTAL"));
  }
}
