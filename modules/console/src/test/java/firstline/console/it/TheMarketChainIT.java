package firstline.console.it;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import firstline.persistence.database.TestFolder;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import firstline.testkit.wait.Await;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * People say that thermometers run out: their prices are watched, one surges, its alert becomes a
 * lead and that a case, which four roles bring to the archive; it is told as a typical case and
 * read in a village by a real speaker.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TheMarketChainIT {
  private static final Duration SOON = AnswerSteps.SOON;
  private static final String VILLAGE = "511502101216";
  private static final String POINT = "翠屏药店2号采价点";
  private static final String GOODS = "额温枪";

  @ArquillianResource private URL base;

  private final List<BrowserContext> people = new ArrayList<>();

  private BrowserContext officer(String name) {
    return Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, 1440);
  }

  private Page page(String name) {
    var context = officer(name);
    people.add(context);
    return context.newPage();
  }

  @AfterEach
  void everybodyLeaves() {
    people.forEach(BrowserContext::close);
  }

  /** Its price stood still for a month; then somebody says that it runs out. */
  private void rumour() throws IOException, InterruptedException {
    var lines = new StringBuilder("point,goods,unit,price,quotedOn\n");
    var today = LocalDate.now(Clocks.ZONE);
    for (var day = today.minusDays(29); day.isBefore(today); day = day.plusDays(1)) {
      lines.append(POINT).append(',').append(GOODS).append(",只,180,").append(day).append('\n');
    }
    Api.of(base).post("market/quotes?create=true", "text/csv", lines.toString());
    try (var citizens = Browser.visitor(base.toString())) {
      var citizen = citizens.newPage();
      citizen.navigate("/rumours/report");
      citizen.fill("textarea[name=text]", "听说额温枪明天起全市断货，药店都卖光了");
      citizen.click("form[method=post] button[type=submit]");
      citizen.waitForURL(url -> url.contains("receipt="));
    }
    var clerk = page("clerk");
    clerk.navigate("/console/rumour/claims?q=额温枪");
    clerk.click("table.list tbody tr a");
    clerk.click("[id$=accept]");
    clerk.waitForURL(url -> url.contains("/console/rumour/rumour?id="));
  }

  /** The watch stands by itself and waits for a quote; the quote is a surge. */
  private void watched() {
    var monitor = page("price.monitor");
    var watch = "article.watch:has-text('额温枪'):has-text('翠屏')";
    Await.until(
        () -> {
          monitor.navigate("/console/market/price-watches?running=1");
          return monitor.locator(watch).count() == 1;
        },
        SOON);
    assertTrue(monitor.locator(watch).textContent().contains("0 个，共 1 个采价点"));
    assertTrue(monitor.locator(watch).textContent().contains("明天起全市断货"));
    monitor.navigate("/console/home");
    assertEquals(1, monitor.locator("tr:has-text('翠屏区 额温枪')").count(), monitor.content());
    monitor.navigate("/console/market/price-form");
    monitor.selectOption("#point", POINT);
    monitor.selectOption("#goods", GOODS);
    monitor.fill("#price", "680");
    monitor.fill("#unit", "只");
    monitor.click("#enter");
    monitor.waitForCondition(() -> monitor.content().contains("报价已保存"));
    monitor.navigate("/console/market/price-watches?running=1");
    var after = monitor.locator(watch).textContent();
    assertTrue(after.contains("1 个，共 1 个采价点") && after.contains("+278 %"), after);
  }

  /** The alert of the first day becomes a lead, and the head files it; its address. */
  private String lead(Page clerk, Page head, Page officer) {
    officer.navigate("/console/market/price-alerts?state=RAISED&rung=DAILY");
    officer.click("tr:has-text('额温枪') a");
    alert(officer, "ACKNOWLEDGED", "");
    alert(officer, "CHECKING", "");
    alert(officer, "LEAD", "进价未变，售价涨了近三倍");
    officer.click("p.links a[href*='complaint?id=']");
    var lead = officer.url().replaceFirst("https?://[^/]+", "");
    clerk.navigate(lead);
    LetterSteps.act(clerk, "TRIAGE", "TRIAGED");
    Browser.pickDepartment(clerk, "cuiping-market");
    LetterSteps.act(clerk, "ROUTE", "ROUTED");
    officer.navigate(lead);
    LetterSteps.act(officer, "VERIFY", "VERIFYING");
    head.navigate(lead);
    LetterSteps.act(head, "FILE", "FILED");
    return lead;
  }

  private static void alert(Page page, String to, String reason) {
    page.selectOption("#to", to);
    if (!reason.isEmpty()) {
      page.fill("#reason", reason);
    }
    page.click("#handle");
    page.waitForSelector("p.facts .chip.is-ALERT_" + to);
  }

  /** The case as others may learn from it, made public by somebody else; its number. */
  private static String told(Page officer, Page head, String record) {
    officer.navigate(record);
    officer.click("a[href*='typical-case?id=']");
    var typical = officer.url();
    officer.fill("#title", "借传言涨价受罚");
    officer.fill("#body", "有药店借断货传言抬高体温枪价格，被依法处罚。货源充足，请按需购买。");
    officer.click("#write");
    officer.waitForSelector("section[aria-labelledby=told]");
    head.navigate(typical);
    head.click("#publish");
    head.waitForSelector("p.facts .chip.is-NOTICE_SHOWN");
    return head.locator("h1").textContent().replaceFirst(".* · ", "").strip();
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
    "R84.1", "R84.2", "R84.4", "R84.5", "R84.6", "R84.7", "R84.8", "R88.1", "R88.2", "R88.4",
    "R92.2", "R119.1", "R119.2", "R119.3"
  })
  void fromTheTalkToTheTypicalCaseOnTheAir() throws IOException, InterruptedException {
    var folder = TestFolder.named("firstline-market-chain");
    try (var clerks = officer("market.clerk");
        var heads = officer("market.head");
        var investigators = officer("market.officer");
        var reviewers = officer("market.legal")) {
      rumour();
      watched();
      var clerk = clerks.newPage();
      var head = heads.newPage();
      var officer = investigators.newPage();
      var lead = lead(clerk, head, officer);
      clerk.navigate(lead);
      clerk.click("a[href*='case-form?lead=']");
      var source = clerk.inputValue("#source");
      clerk.fill("#title", "康民大药房哄抬额温枪价格");
      clerk.selectOption("#matter", "PRICE_MARKING");
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
      var today = LocalDate.now(Clocks.ZONE).toString();
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
        assertFalse(text.contains(source), "the source is not the party's to read");
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
      clerk.fill("#title", "同一线索");
      clerk.selectOption("#matter", "PRICE_MARKING");
      clerk.fill("#source", source);
      clerk.fill("#party", "康民大药房");
      clerk.fill("#code", "91330100799655058B");
      clerk.fill("#premises", "翠屏区南街1号");
      clerk.click("#file");
      var twice = clerk.waitForSelector("[role=alert]").textContent();
      assertTrue(twice.contains("已立为案件 川市监立〔"), twice);

      spoken(told(officer, head, record), folder);
    }
  }

  /** Read once in the village by a speaker that tells so. */
  private void spoken(String number, TestFolder folder) throws IOException {
    TheWholeChainIT.endQuiet(page("caster"));
    try (var speaker =
        RealSpeaker.in(base, page("broadcast.engineer"), "IT-0201", VILLAGE, folder.path())) {
      var at = Instant.now().atZone(Clocks.ZONE).plusMinutes(2).truncatedTo(MINUTES);
      var schedule =
          TheWholeChainIT.onTheAir(page("caster"), page("caster.reviewer"), number, VILLAGE, at);
      TheWholeChainIT.played(page("caster.reviewer"), page("leader"), schedule, "应播 1，播完 1");
    } finally {
      TheWholeChainIT.beginQuiet(page("caster"));
    }
  }
}
