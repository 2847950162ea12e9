package firstline.rumour.rebuttal;

import static firstline.rumour.rebuttal.RebuttalLifeTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  @ParameterizedTest
  @Requirement("R2.12")
  @CsvSource({
    "多吃大蒜就能预防新冠病毒,多吃大蒜就能预防新冠病毒",
    "多吃大蒜就能預防新冠病毒！,多吃大蒜就能预防新冠病毒",
    "网传：多吃大蒜就能预防新冠病毒,多吃大蒜就能预防新冠病毒",
    "明天起全市超市限量供应,明天起全市超市限量供应，赶快囤米囤油",
    "Garlic prevents the virus,garlic PREVENTS the virus!"
  })
  void aHeadlineThatIsTheRumourIsRefused(String fact, String claim) {
    assertTrue(Headline.isTheRumour(fact, claim));
    refused(
        "rebuttal.fact-is-the-rumour",
        () -> content(claim, fact, Verdict.FALSE, "", null).requireFit(TODAY));
    content(claim, fact, Verdict.TRUE, "", null).requireFit(TODAY);
  }

  @ParameterizedTest
  @Requirement("R2.12")
  @CsvSource({
    "多吃大蒜不能预防新冠病毒,多吃大蒜就能预防新冠病毒",
    "大蒜是食物，不是预防手段,多吃大蒜就能预防新冠病毒",
    "全市粮油储备充足，超市正常供应，不需要囤货,明天起全市超市限量供应，赶快囤米囤油",
    "Garlic does not prevent the virus,Garlic does prevent the virus",
    "明日仅两条街道检修停水六小时,叙州区明日起停水五天"
  })
  void aHeadlineThatAnswersIsTaken(String fact, String claim) {
    assertFalse(Headline.isTheRumour(fact, claim));
    content(claim, fact, Verdict.FALSE, "", null).requireFit(TODAY);
  }

  @Test
  @Requirement("R2.12")
  void aShortTextStatesTheFact() {
    refused(
        "rebuttal.short.is-the-rumour",
        () -> content("今晚有大地震", "没有地震预报", Verdict.FALSE, "今晚有大地震", null).requireFit(TODAY));
    refused(
        "rebuttal.short.without-fact",
        () -> content("今晚有大地震", "没有地震预报", Verdict.FALSE, "请大家放心睡觉", null).requireFit(TODAY));
    content("今晚有大地震", "没有地震预报", Verdict.FALSE, "网传今晚有大地震？没有地震预报。", null).requireFit(TODAY);
  }

  @Test
  @Requirement("R2.10")
  void theNextLookIsAfterToday() {
    refused(
        "rebuttal.review-by",
        () -> content("传言", "事实", Verdict.FALSE, "", TODAY).requireFit(TODAY));
    content("传言", "事实", Verdict.FALSE, "", TODAY.plusDays(1)).requireFit(TODAY);
  }

  @Test
  @Requirement("R2.10")
  void everyPartHasItsLimits() {
    refused("rebuttal.advice.long", () -> whole("议".repeat(2_001), "", null, null));
    refused("rebuttal.place.long", () -> whole("", "地".repeat(201), null, null));
    refused("rebuttal.valid", () -> whole("", "", TODAY, TODAY.minusDays(1)));
    whole("议".repeat(2_000), "地".repeat(200), TODAY, TODAY);
  }

  @Test
  @Requirement("R2.10")
  void aContentComesBackFromItsColumnAsItWas() {
    var content = whole("建议<b>", "翠屏区", TODAY, TODAY.plusDays(3));
    assertEquals(content, ContentColumn.read(ContentColumn.write(content)));
    var old =
        "{\"claim\":\"传言\",\"fact\":\"事实\",\"explanation\":\"说明\",\"sources\":\"[]\",\"verdict\":\"FALSE\","
            + "\"language\":\"zh\"}";
    assertEquals(
        new Content("传言", "事实", "说明", List.of(), Verdict.FALSE, "zh"), ContentColumn.read(old));
    assertEquals(content, ContentForm.of(content).content());
  }

  private static Content whole(
      String advice, String place, @Nullable LocalDate from, @Nullable LocalDate until) {
    return new Content(
        "传言",
        "事实",
        "说明",
        List.of(new Source("市疾控中心", "https://example.org/a")),
        Verdict.FALSE,
        "zh",
        advice,
        place,
        from,
        until,
        TODAY.plusDays(9),
        new Variants("事实。", "稿\n子", "报"));
  }

  private static Content content(
      String claim, String fact, Verdict verdict, String shortText, @Nullable LocalDate reviewBy) {
    return new Content(
        claim,
        fact,
        "说明",
        List.of(new Source("市疾控中心", "")),
        verdict,
        "zh",
        "",
        "",
        null,
        null,
        reviewBy,
        new Variants(shortText, "", ""));
  }
}
