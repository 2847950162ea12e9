package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import firstline.testkit.wait.Await;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;

/** The steps of an answer, from a citizen's report to its correction, as its officers take them. */
final class AnswerSteps {
  static final Duration SOON = Duration.ofSeconds(30);
  private static final String CLAIM = "有人说三江口大桥明晨爆破拆除，沿江学校全部停课";
  private static final String FACT = "三江口大桥没有拆除安排，沿江学校正常上课";

  private AnswerSteps() {}

  static String report(Page page) {
    page.navigate("/rumours/report");
    page.fill("textarea[name=text]", CLAIM);
    page.click("form[method=post] button[type=submit]");
    page.waitForURL(url -> url.contains("receipt="));
    return page.url();
  }

  /** Accepted, taken up, proved, and its verdict confirmed by another person. */
  static String verified(Page clerk, Page reviewer) {
    clerk.navigate("/console/rumour/claims?q=三江口大桥");
    clerk.click("table.list tbody tr a");
    clerk.click("[id$=accept]");
    clerk.waitForURL(url -> url.contains("/console/rumour/rumour?id="));
    var rumour = clerk.url();
    clerk.click("#take-up");
    clerk.click("details:has(#propose) > summary");
    clerk.fill("#verdict-why", "没有依据");
    clerk.click("#propose");
    assertTrue(clerk.locator("[role=alert]").textContent().contains("证据不足"));
    clerk.navigate(rumour);
    clerk.click("#add-evidence > summary");
    clerk.fill("#organisation", "市住房和城乡建设局");
    clerk.check("#competent");
    clerk.fill("#quote", "三江口大桥没有拆除计划。");
    clerk.click("#add-evidence-go");
    clerk.click("details:has(#propose) > summary");
    clerk.selectOption("#propose-form #verdict", "FALSE");
    clerk.fill("#verdict-why", "主管部门书面答复");
    clerk.click("#propose");
    assertEquals(0, clerk.locator("#confirm").count(), "nobody confirms their own verdict");
    press(reviewer, rumour, "confirm");
    return rumour;
  }

  static String draft(Page clerk, String rumour) {
    clerk.navigate(rumour);
    clerk.click(".page-head a.button.primary");
    assertEquals(CLAIM, clerk.inputValue("#claimText"));
    clerk.fill("#fact", FACT);
    clerk.fill("#explanation", "桥梁没有拆除计划。");
    clerk.fill("#sources", "市住房和城乡建设局");
    clerk.selectOption("#verdict", "FALSE");
    clerk.click("#save");
    clerk.waitForURL(url -> url.contains("/console/rumour/rebuttal?id="));
    return clerk.url().replaceFirst("&.*", "");
  }

  /** The author sees no button for approving their own text. */
  static void refusedOwnReview(Page clerk, String record) {
    clerk.navigate(record);
    assertEquals(0, clerk.locator("input[id$=approve]").count());
  }

  static void giveBack(Page reviewer, String record) {
    reviewer.navigate(record);
    reviewer.fill("#reason, [id$=':reason']", "请写明由谁核实。");
    reviewer.click("input[id$=return]");
    assertTrue(reviewer.locator("[role=status]").count() > 0, "a word says that it is done");
  }

  static void edit(Page clerk, String record, String explanation) {
    clerk.navigate(record + "&edit=1");
    clerk.fill("#explanation", explanation);
    clerk.click("#save");
  }

  static void press(Page page, String record, String verb) {
    page.navigate(record);
    page.click("input[id$=" + verb + "]");
    assertEquals(0, page.locator("[role=alert]").count(), verb + ": " + page.content());
  }

  /**
   * Released to the articles, the posters' makers and the loudspeakers, and handed over to both.
   */
  static void publish(Page publisher, String record) {
    publisher.navigate(record);
    for (var channel : List.of("WECHAT", "POSTER", "LOUDSPEAKER")) {
      var box = publisher.locator("#channel-" + channel);
      if (box.count() > 0) {
        box.check();
      }
    }
    publisher.click("#publish");
    assertEquals(0, publisher.locator("[role=alert]").count(), publisher.content());
    for (var house : List.of("海报", "大喇叭")) {
      publisher.navigate(record);
      publisher.click("#where tr:has(.chip.is-QUEUED):has-text('" + house + "') a");
      publisher.click("#take");
      assertEquals(0, publisher.locator("[role=alert]").count(), publisher.content());
    }
  }

  static String published(Page page) {
    page.navigate("/rumours");
    assertTrue(page.content().contains(FACT), "published means that the page stands");
    page.click("text=" + FACT);
    var json = page.locator("script[type='application/ld+json']").textContent();
    try (var reader = Json.createReader(new StringReader(json))) {
      var review = reader.readObject();
      assertEquals("ClaimReview", review.getString("@type"));
      assertEquals(CLAIM, review.getString("claimReviewed"));
      assertFalse(review.getJsonObject("reviewRating").isEmpty());
      assertFalse(review.getJsonObject("author").isEmpty());
    }
    var number = page.url().replaceFirst(".*/", "");
    page.navigate("/rumours?q=" + "听说三江口大桥明天爆破拆除，学校停课");
    assertTrue(page.content().contains(number), "the public's question finds it");
    assertTrue(page.request().get("/feeds/rebuttals.atom").text().contains(FACT));
    return number;
  }

  /** Whoever reported it finds the answer behind the receipt, once a channel has confirmed it. */
  static void answered(Page page, String receipt, String number) {
    Await.until(
        () -> {
          page.navigate(receipt);
          return page.locator("a[href='/rumours/" + number + "']").count() > 0;
        },
        SOON);
  }

  /** The article on the platform of others: taken, and its address brought back. */
  static void confirmed(Page publisher, String record) {
    publisher.navigate(record);
    publisher.click("#where a:has-text('微信')");
    publisher.click("#take");
    publisher.fill("#url", "https://mp.example.org/s/first");
    publisher.click("input[id$=confirm]");
    assertEquals(0, publisher.locator("[role=alert]").count(), publisher.content());
    assertTrue(publisher.content().contains("https://mp.example.org/s/first"));
  }

  static void correct(Page clerk, String record) {
    clerk.navigate(record);
    clerk.click("details:has(#kind) summary");
    clerk.selectOption("#kind", "FACT");
    clerk.fill("#note", "补充学校名单。");
    clerk.click("input[id$=correct]");
    edit(clerk, record, "经核实没有拆除计划；沿江三所学校均正常上课。");
    press(clerk, record, "submit");
  }

  static void corrected(Page page, String number) {
    page.navigate("/rumours/" + number);
    assertTrue(page.content().contains("补充学校名单"), "the correction tells its reason");
    assertTrue(page.content().contains("沿江三所学校均正常上课"));
    assertEquals(2, page.locator("ol.history li").count(), "both versions stand in the history");
  }

  /** What carried the old text is due until its correction has been seen there. */
  static void followed(Page publisher, String record) {
    publisher.navigate("/console/rumour/corrections");
    assertTrue(publisher.content().contains(FACT), "the article is due");
    var due = publisher.locator("#where tr:has(.is-CORRECTION_DUE) a");
    for (publisher.navigate(record); due.count() > 0; publisher.navigate(record)) {
      due.first().click();
      publisher.fill("#url", "https://mp.example.org/s/corrected");
      publisher.fill("#note", "已换成新文本");
      publisher.click("input[id$=corrected]");
      assertEquals(0, publisher.locator("[role=alert]").count(), publisher.content());
    }
  }
}
