package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import java.io.IOException;
import java.net.URL;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A lead becomes a case, its goods are seized, and the police take it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AMeasureIsTakenIT {
  private static final String SENDER = "司马望舒 13900000029";
  private static final String TOLD = "我是隔壁店的，看见他们夜里进货";

  @ArquillianResource private URL base;

  private BrowserContext officer(String name) {
    return Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, 1440);
  }

  private static String path(Page page) {
    return page.url().replaceFirst("https?://[^/]+", "");
  }

  private static void step(Page page, String button, String chip) {
    page.click("#step input[value='" + button + "']");
    page.waitForSelector("p.facts .chip.is-" + chip);
  }

  private static String refused(Page page, String button) {
    page.click("#step input[value='" + button + "']");
    return page.waitForSelector("[role=alert]").textContent();
  }

  private static String pdf(BrowserContext officer, Page page, String document) throws IOException {
    var link =
        page.locator("tr", new Page.LocatorOptions().setHasText(document)).locator("a").first();
    var answer = officer.request().get(link.getAttribute("href"));
    assertEquals("application/pdf", answer.headers().get("content-type"));
    try (var read = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(read).replaceAll("\\s", "");
    }
  }

  @Test
  @Requirement({"R92.1", "R92.3", "R92.4", "R92.5", "R92.7", "R92.8", "R92.9", "R92.17", "R92.18"})
  void fromALeadToAListOfGoodsAndToThePolice() throws IOException {
    try (var clerks = officer("market.clerk");
        var heads = officer("market.head");
        var officers = officer("market.officer");
        var police = officer("market.police")) {
      var clerk = clerks.newPage();
      clerk.navigate("/console/market/complaint-form");
      clerk.selectOption("#what", "TIPOFF");
      clerk.fill("#operator", "鸿运百货（示例）");
      clerk.fill("#place", "翠屏区鲁家园");
      clerk.fill("#goods", "假冒防护口罩");
      clerk.fill("#facts", TOLD);
      clerk.fill("#contact", SENDER);
      clerk.click("#take");
      clerk.waitForURL(url -> url.contains("/console/market/complaint?id="));
      var lead = path(clerk);
      LetterSteps.act(clerk, "TRIAGE", "TRIAGED");
      Browser.pickDepartment(clerk, "cuiping-market");
      LetterSteps.act(clerk, "ROUTE", "ROUTED");
      var officer = officers.newPage();
      officer.navigate(lead);
      LetterSteps.act(officer, "VERIFY", "VERIFYING");
      var head = heads.newPage();
      head.navigate(lead);
      LetterSteps.act(head, "FILE", "FILED");

      clerk.navigate(lead);
      clerk.click("a[href*='case-form?lead=']");
      assertEquals("鸿运百货（示例）", clerk.inputValue("#party"));
      assertEquals("鸿运百货（示例） 假冒防护口罩", clerk.inputValue("#title"));
      assertTrue(clerk.inputValue("#source").startsWith("L-"));
      assertEquals("", clerk.inputValue("#facts"), "what they wrote is not carried over");
      assertFalse(clerk.content().contains("隔壁店") || clerk.content().contains("司马望舒"));
      clerk.selectOption("#matter", "COUNTERFEIT");
      clerk.check("input[name=person]");
      clerk.fill("#facts", "经核查，货架上口罩无厂名厂址");
      clerk.click("#file");
      clerk.waitForURL(url -> url.contains("/console/market/case?id="));
      var record = path(clerk);
      clerk.click("dl.fields a[href*='complaint?id=']");
      clerk.waitForSelector("p.links a[href*='case?id=']");
      assertEquals(0, clerk.locator("a[href*='case-form?lead=']").count(), "one lead, one case");

      head.navigate(record);
      for (var name : new String[] {"贺建军", "龚晓东"}) {
        head.locator("fieldset label", new Page.LocatorOptions().setHasText(name))
            .locator("input")
            .check();
      }
      step(head, "批准立案", "CASE_INVESTIGATING");

      officer.navigate(record);
      officer.click("a[href*='measure-form?case=']");
      officer.selectOption("#kind", "SEIZURE");
      officer.fill("#ground", "涉嫌销售假冒产品，《产品质量法》第十八条");
      officer.fill("#place", "翠屏区鲁家园");
      officer.fill("#goods-name-1", "防护口罩");
      officer.fill("#goods-amount-1", "-1");
      officer.fill("#goods-unit-1", "只");
      officer.fill("#goods-spot-1", "局仓库3号架");
      officer.click("#take");
      var wrong = officer.waitForSelector("[role=alert]").textContent();
      assertTrue(wrong.contains("第 1 行") && wrong.contains("“-1”"), wrong);
      officer.click("#more");
      officer.waitForSelector("#goods-name-10");
      assertEquals("防护口罩", officer.inputValue("#goods-name-1"), "nothing typed is lost");
      officer.fill("#goods-amount-1", "2,400");
      officer.click("#take");
      officer.waitForURL(url -> url.contains("/console/market/measure?id="));
      var measure = path(officer);
      assertEquals(0, officer.locator("#step").count(), "the head approves");

      head.navigate(measure);
      step(head, "批准", "MEASURE_HELD");
      var bare = refused(head, "延长三十日");
      assertTrue(bare.contains("理由"), bare);
      head.fill("#note", "供货商在外省，情况复杂");
      head.click("#step input[value='延长三十日']");
      head.waitForSelector("section[aria-labelledby=clocks] >> text=已依法延长");
      head.fill("#note", "随案移送");
      var twice = refused(head, "随案移送公安");
      assertTrue(twice.contains("《行政强制法》第二十一条"), twice);
      var decision = pdf(heads, head, "实施行政强制措施决定书");
      assertTrue(decision.contains("鸿运百货（示例）") && decision.contains("扣押"), decision);
      var list = pdf(heads, head, "财物清单");
      assertTrue(list.contains("防护口罩，2400只，存放于局仓库3号架"), list);

      officer.navigate(record);
      officer.click("summary >> text=提出移送公安机关");
      officer.fill("#offence", "销售伪劣产品罪（《刑法》第一百四十条）");
      officer.fill("#ground", "账册显示销售金额超过五万元");
      officer.click("#refer");
      officer.waitForURL(url -> url.contains("/console/market/referral?id="));
      var referral = path(officer);
      head.navigate(referral);
      step(head, "批准移送", "REFERRAL_APPROVED");
      officer.navigate(referral);
      step(officer, "移送公安机关", "REFERRAL_SENT");
      var liaison = police.newPage();
      liaison.navigate("/console/market/referrals?state=SENT");
      liaison.click("tr:has-text('鸿运百货') td.number a");
      liaison.waitForSelector("#police-number");
      var unnumbered = refused(liaison, "公安立案");
      assertTrue(unnumbered.contains("立案文号"), unnumbered);
      liaison.fill("#police-number", "翠公立〔2026〕31号");
      step(liaison, "公安立案", "REFERRAL_ACCEPTED");
      assertFalse(liaison.content().contains("司马望舒"));
      assertTrue(pdf(police, liaison, "涉嫌犯罪案件移送书").contains("第五条"));

      officer.navigate(record);
      officer.fill("#title", "账册");
      officer.fill("#origin", "鲁家园店内");
      officer.click("#take");
      officer.waitForSelector("tr:has-text('账册')");
      officer.fill("#fine", "3000");
      officer.fill("#facts", "销售金额超过五万元");
      officer.fill("#basis", "《产品质量法》第五十条");
      var fined = refused(officer, "调查终结");
      assertTrue(fined.contains("《行政处罚法》第二十七条"), fined);
      officer.selectOption("#outcome", "REFERRED");
      officer.fill("#fine", "");
      officer.click("#step input[value='调查终结']");
      officer.waitForSelector("p.facts .chip.is-CASE_CONCLUDED");

      head.navigate(measure);
      head.fill("#note", "随案移送");
      step(head, "随案移送公安", "MEASURE_HANDED_OVER");
      officer.navigate(referral);
      step(officer, "移交物证和案卷", "REFERRAL_HANDED_OVER");
      assertEquals(4, officer.locator(".chip.is-TERM_MET").count(), "each term is kept");
    }
  }
}
