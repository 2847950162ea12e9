package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import firstline.persistence.requirement.Requirement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pharmacy sells masks without a price: four roles bring its case to the archive. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ACaseIsClosedIT {
  @ArquillianResource private URL base;

  private BrowserContext officer(String name) {
    return Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, 1440);
  }

  private static String state(Page page) {
    return page.locator("p.facts .chip").first().textContent();
  }

  /** Presses the step's button and waits for the page that follows. */
  private static void step(Page page, String button, String state) {
    page.click("#step input[value='" + button + "']");
    page.waitForCondition(() -> state(page).equals(state));
  }

  private static String refused(Page page, String button) {
    page.click("#step input[value='" + button + "']");
    return page.waitForSelector("[role=alert]").textContent();
  }

  @Test
  @Requirement({
    "R84.1", "R84.2", "R84.4", "R84.5", "R84.6", "R84.7", "R84.8", "R88.1", "R88.2", "R88.4"
  })
  void itWalksFromItsSourceToTheArchive() throws IOException {
    try (var clerks = officer("market.clerk");
        var heads = officer("market.head");
        var investigators = officer("market.officer");
        var reviewers = officer("market.legal")) {
      var clerk = clerks.newPage();
      clerk.navigate("/console/market/case-form");
      clerk.fill("#title", "康民大药房口罩未明码标价");
      clerk.selectOption("#matter", "PRICE_MARKING");
      clerk.fill("#source", "来信 2026-17");
      clerk.fill("#party", "康民大药房");
      clerk.fill("#code", "91330100799655058C");
      clerk.fill("#premises", "翠屏区南街1号");
      clerk.click("#file");
      var wrong = clerk.waitForSelector("[role=alert]").textContent();
      assertTrue(wrong.contains("校验位") && wrong.contains("“B”"), wrong);
      clerk.fill("#code", "91330100799655058B");
      clerk.click("#file");
      clerk.waitForURL(url -> url.contains("/console/market/case?id="));
      var record = clerk.url().replaceFirst("https?://[^/]+", "");
      assertEquals("已登记", state(clerk));
      assertEquals(0, clerk.locator("#step").count(), "the clerk only files");

      var head = heads.newPage();
      head.navigate(record);
      head.locator("fieldset label", new Page.LocatorOptions().setHasText("贺建军"))
          .locator("input")
          .check();
      var one = refused(head, "批准立案");
      assertTrue(one.contains("《行政处罚法》第四十二条"), one);
      head.locator("fieldset label", new Page.LocatorOptions().setHasText("龚晓东"))
          .locator("input")
          .check();
      step(head, "批准立案", "调查中");

      var officer = investigators.newPage();
      officer.navigate(record);
      officer.fill("#title", "现场照片");
      officer.fill("#origin", "南街1号柜台，当场拍摄");
      officer.setInputFiles(
          "input[type=file]",
          new FilePayload(
              "笔录.pdf",
              "application/pdf",
              "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
                  .getBytes(StandardCharsets.US_ASCII)));
      officer.click("#take");
      officer.waitForSelector("td code[title]");
      assertEquals(64, officer.getAttribute("td code", "title").length());
      officer.fill("#holder", "物证室");
      officer.click("#hand");
      officer.waitForCondition(
          () -> officer.locator("table.list").allTextContents().toString().contains("→ 物证室"));
      officer.fill("#fine", "-1");
      officer.fill("#facts", "在售口罩三种均无价签");
      officer.fill("#basis", "《价格法》第十三条、第四十二条");
      var amount = refused(officer, "调查终结");
      assertTrue(amount.contains("“-1”不是金额"), amount);
      officer.fill("#fine", "3,000");
      step(officer, "调查终结", "调查终结");
      step(officer, "送审", "审核中");

      head.navigate(record);
      var review = refused(head, "告知拟处罚内容");
      assertTrue(review.contains("《市场监督管理行政处罚程序规定》第五十四条"), review);
      var early = refused(head, "作出决定");
      assertTrue(early.contains("《行政处罚法》第六十二条"), early);

      var reviewer = reviewers.newPage();
      reviewer.navigate(record);
      reviewer.click("#step input[value='同意处理意见']");
      reviewer.waitForSelector("[role=status]");

      head.navigate(record);
      step(head, "告知拟处罚内容", "已告知");
      officer.navigate(record);
      step(officer, "记录陈述申辩", "陈述申辩");
      head.navigate(record);
      step(head, "作出决定", "已决定");
      assertTrue(head.locator("dl.fields").textContent().contains("川市监罚〔"));

      officer.navigate(record);
      var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
      officer.fill("#day", "1900-01-01");
      var day = refused(officer, "送达决定书");
      assertTrue(day.contains("1900-01-01"), day);
      officer.fill("#day", today);
      step(officer, "送达决定书", "已送达");
      step(officer, "通知缴款", "待缴款");
      var owed = refused(officer, "确认履行完毕");
      assertTrue(owed.contains("缴清"), owed);
      officer.fill("#amount", "3000.01");
      officer.fill("#paid-on", today);
      officer.fill("#receipt", "川财 0001");
      officer.click("#pay");
      var above = officer.waitForSelector("[role=alert]").textContent();
      assertTrue(above.contains("3000.00"), above);
      officer.fill("#amount", "3000");
      officer.click("#pay");
      officer.waitForCondition(() -> officer.locator("#pay").count() == 0);
      step(officer, "确认履行完毕", "已履行");

      head.navigate(record);
      head.click("#publish");
      head.waitForCondition(() -> head.locator("#publish").count() == 0);
      try (var visitors = Browser.visitor(base.toString(), "zh", ColorScheme.LIGHT, 360)) {
        var visitor = visitors.newPage();
        var answer = visitor.navigate("/notices");
        assertTrue(answer.body().length < 60 * 1024, "at most 60 KB");
        var notice = visitor.locator("section li", new Page.LocatorOptions().setHasText("康民大药房"));
        assertTrue(notice.textContent().contains("罚款 3000.00 元"), notice.textContent());
      }
      step(head, "结案", "已结案");
      officer.navigate(record);
      step(officer, "归档", "已归档");
      assertEquals(0, officer.locator("#step").count(), "nothing follows the archive");
      assertFalse(officer.locator("ol.history li").allTextContents().isEmpty());
      var decision =
          officer
              .locator("tr", new Page.LocatorOptions().setHasText("行政处罚决定书"))
              .locator("a")
              .first();
      var pdf = investigators.request().get(decision.getAttribute("href"));
      assertEquals("application/pdf", pdf.headers().get("content-type"));
      try (var document = Loader.loadPDF(pdf.body())) {
        var text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
        assertTrue(text.contains("康民大药房") && text.contains("罚款3000.00元"), text);
        assertFalse(text.contains("来信2026-17"), "the source is not the party's to read");
      }
      var archive =
          investigators.request().get(officer.locator("a[href*='/archive?']").getAttribute("href"));
      var names = new ArrayList<String>();
      try (var zip = new ZipInputStream(new ByteArrayInputStream(archive.body()))) {
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          names.add(entry.getName());
        }
      }
      assertTrue(
          names.contains("index.csv")
              && names.stream().anyMatch(entry -> entry.contains("evidence")),
          names.toString());

      clerk.navigate("/console/market/case-form");
      clerk.fill("#title", "同一来信");
      clerk.selectOption("#matter", "PRICE_MARKING");
      clerk.fill("#source", "来信 2026-17");
      clerk.fill("#party", "康民大药房");
      clerk.fill("#code", "91330100799655058B");
      clerk.fill("#premises", "翠屏区南街1号");
      clerk.click("#file");
      var twice = clerk.waitForSelector("[role=alert]").textContent();
      assertTrue(twice.contains("已立为案件 川市监立〔"), twice);
    }
  }
}
