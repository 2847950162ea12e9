package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import firstline.persistence.requirement.Requirement;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A rumour on its way from a citizen's report to the public page, through four hands. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TheThinChainIT {
  private static final String CLAIM = "有人说三江口大桥明晨爆破拆除，沿江学校全部停课";
  private static final String FACT = "三江口大桥没有拆除安排，沿江学校正常上课";

  @ArquillianResource private URL base;

  @Test
  @Requirement("R22.4")
  void fromClaimToPublicPageAndCorrection() {
    var credentials = Credentials.read();
    try (var citizen = Browser.visitor(base.toString());
        var clerkVisitor = Browser.visitor(base.toString());
        var reviewerVisitor = Browser.visitor(base.toString());
        var publisherVisitor = Browser.visitor(base.toString())) {
      report(citizen.newPage());
      var clerk = Browser.signIn(clerkVisitor, credentials.named("clerk"));
      var reviewer = Browser.signIn(reviewerVisitor, credentials.named("reviewer"));
      var publisher = Browser.signIn(publisherVisitor, credentials.named("publisher"));

      var record = draft(clerk);
      press(clerk, record, "submit");
      refusedOwnReview(clerk, record);
      giveBack(reviewer, record);
      clerk.navigate(record + "&edit=1");
      clerk.fill("#explanation", "经市住房城乡建设部门核实，桥梁每年例行检测，没有爆破拆除计划。");
      clerk.click("form.form input[type=submit]");
      press(clerk, record, "submit");
      press(reviewer, record, "approve");
      press(publisher, record, "publish");

      var number = published(citizen.newPage());
      correct(clerk, reviewer, publisher, record);
      corrected(citizen.newPage(), number);
    }
  }

  private void report(Page page) {
    page.navigate("/rumours/report");
    page.fill("textarea[name=text]", CLAIM);
    page.click("form[method=post] button[type=submit], form[method=post] input[type=submit]");
    page.waitForURL(url -> url.contains("receipt="));
  }

  private static String draft(Page clerk) {
    clerk.navigate("/console/rumour/claims?q=" + "三江口大桥");
    clerk.click("table.list tbody tr a");
    clerk.click(".drawer a.button.primary");
    assertEquals(CLAIM, clerk.inputValue("#claimText"));
    clerk.fill("#fact", FACT);
    clerk.fill("#explanation", "桥梁没有拆除计划。");
    clerk.fill("#sources", "市住房和城乡建设局");
    clerk.selectOption("#verdict", "FALSE");
    clerk.click("form.form input[type=submit]");
    clerk.waitForURL(url -> url.contains("/console/rumour/rebuttal?id="));
    return clerk.url().replaceFirst("&.*", "");
  }

  /** The author sees no button for approving their own text. */
  private static void refusedOwnReview(Page clerk, String record) {
    clerk.navigate(record);
    assertEquals(0, clerk.locator("input[id$=approve]").count());
  }

  private static void giveBack(Page reviewer, String record) {
    reviewer.navigate(record);
    reviewer.fill("#reason", "请写明由谁核实。");
    reviewer.click("input[id$=return]");
    assertTrue(reviewer.locator("[role=status]").count() > 0, "a word says that it is done");
  }

  private static void press(Page page, String record, String verb) {
    page.navigate(record);
    page.click("input[id$=" + verb + "]");
    assertEquals(0, page.locator("[role=alert]").count(), verb + ": " + page.content());
  }

  private String published(Page page) {
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

  private static void correct(Page clerk, Page reviewer, Page publisher, String record) {
    clerk.navigate(record);
    clerk.click("details:has(#kind) summary");
    clerk.selectOption("#kind", "FACT");
    clerk.fill("#note", "补充学校名单。");
    clerk.click("input[id$=correct]");
    clerk.navigate(record + "&edit=1");
    clerk.fill("#explanation", "经核实没有拆除计划；沿江三所学校均正常上课。");
    clerk.click("form.form input[type=submit]");
    press(clerk, record, "submit");
    press(reviewer, record, "approve");
    press(publisher, record, "publish");
  }

  private static void corrected(Page page, String number) {
    page.navigate("/rumours/" + number);
    assertTrue(page.content().contains("补充学校名单"), "the correction tells its reason");
    assertTrue(page.content().contains("沿江三所学校均正常上课"));
    assertEquals(2, page.locator("ol.history li").count(), "both versions stand in the history");
  }
}
