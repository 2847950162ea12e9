package firstline.broadcast.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingTextsTest {
  private static final Sql SQL = TestDatabase.keptOwner();

  private static String spoken(String text) {
    return Readings.of(text, Map.of()).spoken().strip();
  }

  private static Lexicon at(TestCity city, String area, String path) {
    var desk = TestDesk.of(area, path, BroadcastRights.DRAFT);
    return new Lexicon(SQL, desk, MutableClock.at("2026-11-25T01:30:00Z"));
  }

  @Test
  @Requirement("R38.10")
  void phrasesDecideAmongReadings() {
    assertEquals("yin2 hang2", spoken("银行"));
    assertEquals("xing2 zou3", spoken("行走"));
    assertEquals("chong2 qing4", spoken("重庆"));
    assertEquals("lv4 se4", spoken("绿色"));
    var sign = Readings.of("重庆", Map.of()).signs().get(0);
    assertTrue(sign.others().contains("zhong4"));
    assertFalse(sign.others().contains("chong2"));
  }

  @Test
  @Requirement("R38.10")
  void telephonesAreReadDigitByDigitAndMarksAreWestern() {
    assertEquals("qing3 bo1 da3  yao1 er4 yao1 yao1 jiu3 .", spoken("请拨打12119。").strip());
    assertEquals("300 yuan2", spoken("300元"));
    assertEquals("bu2 yao4, bu4 hao3!", spoken("不要，不好！").replace(" ,", ",").replace(" !", "!"));
  }

  @Test
  @Requirement("R38.10")
  void theLexiconGoesBeforeTheDictionaryTheLongerWordFirst() {
    var lexicon = Map.of("六安", "lu4 an1", "六安路", "liu4 an1 lu4");
    assertEquals("lu4 an1 shi4", Readings.of("六安市", lexicon).spoken().strip());
    assertEquals("liu4 an1 lu4", Readings.of("六安路", lexicon).spoken().strip());
    assertTrue(Readings.of("六安市", lexicon).signs().get(0).told());
  }

  @Test
  @Requirement({"R38.9", "R38.10"})
  void theNearerAreaHasTheLastWordAndNobodyElseHearsOfIt() {
    var city = TestCity.found(SQL, "957301");
    var county = city.area(city.code(), "957301100000", "COUNTY");
    var path = city.code() + "/" + county + "/";
    at(city, city.code(), city.code() + "/").keep(new Lexicon.Keep(city.code(), "柏溪", "bai3 xi1"));
    var below = at(city, county, path);
    assertEquals("bai3 xi1", below.mine().get("柏溪"));
    below.keep(new Lexicon.Keep(county, "柏溪", " Bo2  XI1 "));
    assertEquals("bo2 xi1", below.mine().get("柏溪"));
    assertEquals("bai3 xi1", at(city, city.code(), city.code() + "/").mine().get("柏溪"));
    assertThrows(NotFound.class, () -> below.keep(new Lexicon.Keep(city.code(), "柏溪", "bo2 xi1")));
    var other = TestCity.found(SQL, "957302");
    assertEquals(Map.of(), at(other, other.code(), other.code() + "/").mine());
  }

  @Test
  @Requirement("R38.9")
  void aReadingHasASyllableWithAToneForEachCharacter() {
    var city = TestCity.found(SQL, "957303");
    var lexicon = at(city, city.code(), city.code() + "/");
    for (var wrong : List.of("bai3", "bai3 xi", "bai3 xi6", "bai3 xi1 a1", "$(id) xi1", "")) {
      var refusal =
          assertThrows(
              Refusal.class, () -> lexicon.keep(new Lexicon.Keep(city.code(), "柏溪", wrong)));
      assertEquals("lexicon.reading", refusal.code(), wrong);
    }
    for (var wrong : List.of("", "abc", "柏溪1", "一二三四五六七八九十一二三")) {
      var refusal =
          assertThrows(
              Refusal.class, () -> lexicon.keep(new Lexicon.Keep(city.code(), wrong, "bai3 xi1")));
      assertEquals("lexicon.word", refusal.code(), wrong);
    }
  }
}
