package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import firstline.persistence.requirement.Requirement;
import java.net.URL;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A platform's list with errors comes in; a lead of it is routed by rule, sent back, routed on. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ALetterIsRoutedIT {
  private static final String LIST =
      """
      工单号,来电时间,工单类型,区县,被反映单位,涉及商品,诉求描述,金额,来电人,来电号码
      HW900001,2020-02-03 08:30,举报,李庄镇,宏发五金（示例）,防护面罩,面罩是假冒的，公孙绿萼 反映,12.50,公孙绿萼,13900008801
      HW900002,1900-01-01,举报,李庄镇,宏发五金（示例）,防护面罩,日期不对,1,公孙绿萼,13900008801
      HW900003,2020-02-03,举报,李庄镇,宏发五金（示例）,防护面罩,金额不对,-1,公孙绿萼,13900008801
      HW900004,2020-02-03,举报,月球,宏发五金（示例）,防护面罩,地方不对,1,公孙绿萼,13900008801
      """;

  @ArquillianResource private URL base;

  private BrowserContext officer(String name) {
    return Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, 1440);
  }

  private static void bring(Page page) {
    page.navigate("/console/market/intake");
    page.selectOption("#channel", "HOTLINE_12345");
    page.setInputFiles(
        "input[type=file]",
        new FilePayload("12345.csv", "text/csv", LIST.getBytes(Charset.forName("GBK"))));
    page.click("#bring");
    page.waitForSelector("#mapping");
  }

  /** Takes the list in whose columns are on the page; what its report says. */
  static String taken(Page page) {
    page.click("#take");
    page.waitForURL(url -> url.contains("job="));
    // The server's first minute has much else to do; the page loads itself anew at the end.
    page.waitForSelector("#report", new Page.WaitForSelectorOptions().setTimeout(120_000));
    return page.textContent("#report").replaceAll("\\s+", " ").strip();
  }

  @Test
  @Requirement({
    "R91.1", "R91.2", "R91.3", "R91.4", "R91.10", "R91.11", "R91.12", "R91.20", "R91.30"
  })
  void fromTheListOfThePlatformToTheDepartmentThatKeepsIt() {
    try (var clerks = officer("market.clerk");
        var heads = officer("market.head");
        var townships = officer("market.lizhuang");
        var handlers = officer("market.officer")) {
      var clerk = clerks.newPage();
      bring(clerk);
      assertEquals("来电时间", clerk.inputValue("#column-RECEIVED"));
      assertFalse(clerk.content().contains("公孙"), "not in the preview");
      assertEquals(List.of(), new AxeBuilder(clerk).analyze().getViolations());
      assertEquals("总行数4 新登记1 早已登记0 退回3", taken(clerk));
      var refused = clerk.locator("table.list").textContent();
      assertTrue(refused.contains("“1900-01-01”太早"), refused);
      assertTrue(refused.contains("“-1”不是金额"), refused);
      assertTrue(refused.contains("“月球”不是您辖区内"), refused);
      var errors =
          clerks.request().get(clerk.getAttribute("a[href*='intake-errors.csv']", "href")).text();
      assertEquals(4, errors.strip().lines().count(), errors);
      assertFalse(errors.contains("公孙") || errors.contains("8801"), errors);
      bring(clerk);
      assertEquals("总行数4 新登记0 早已登记1 退回3", taken(clerk));

      clerk.navigate("/console/market/routing");
      clerk.fill("[name='area-0']", "511502101000");
      clerk.fill("[name='goods-0']", "面罩");
      clerk.selectOption("[name='channel-0']", "");
      clerk.fill("[name='words-0']", "");
      clerk.selectOption("[name='department-0']", "lizhuang-office");
      clerk.click("#write");
      clerk.waitForSelector("[role=status] >> text=请试算");
      var head = heads.newPage();
      head.navigate("/console/market/routing");
      head.click("#go-live");
      assertTrue(head.waitForSelector("[role=alert]").textContent().contains("还没有试算"));
      clerk.click("#try");
      clerk.waitForSelector("#would");
      head.navigate("/console/market/routing");
      assertTrue(head.textContent("#would").contains("会分送到别处"));
      head.click("#go-live");
      head.waitForSelector("[role=status] >> text=新规则已生效");

      clerk.navigate("/console/market/complaints?kind=TIPOFF&words=宏发五金");
      assertEquals(1, clerk.locator("td.number a").count());
      assertFalse(clerk.content().contains("公孙"));
      clerk.click("td.number a");
      clerk.waitForURL(url -> url.contains("/console/market/complaint?id="));
      var record = clerk.url();
      LetterSteps.act(clerk, "TRIAGE", "TRIAGED");
      assertTrue(clerk.textContent("#proposal").contains("李庄镇人民政府"));
      assertEquals("lizhuang-office", clerk.inputValue("#target"));
      LetterSteps.act(clerk, "ROUTE", "ROUTED");
      assertTrue(clerk.textContent("#routed-by").contains("."));

      var handler = handlers.newPage();
      assertEquals(404, handler.navigate(record).status(), "another department's");
      var township = townships.newPage();
      assertEquals(200, township.navigate(record).status());
      township.fill("#reason", "不是我镇辖区的商户");
      township.selectOption("#action", "RETURN");
      township.click("#act");
      township.waitForURL(url -> url.endsWith("/console/market/complaints"));
      assertEquals(404, township.navigate(record).status(), "it went back");

      clerk.navigate(record);
      assertTrue(clerk.textContent("ol.history").contains("不是我镇辖区的商户"));
      assertFalse(
          clerk.locator("#proposal").count() == 1 && clerk.textContent("#proposal").contains("李庄镇"),
          "not to them again");
      Browser.pickDepartment(clerk, "cuiping-market");
      LetterSteps.act(clerk, "ROUTE", "ROUTED");
      assertEquals(200, handler.navigate(record).status());

      head.navigate(record);
      head.fill("#supervise-reason", "领导批示");
      head.fill("#answer-by", "2000-01-01");
      head.click("#supervise");
      assertTrue(head.waitForSelector("[role=alert]").textContent().contains("2000-01-01"));
      head.fill("#answer-by", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
      head.click("#supervise");
      head.waitForSelector("ul.supervised");
      handler.navigate("/console/market/terms");
      assertTrue(handler.textContent("section.notice").contains("领导批示"));
      handler.navigate(record);
      handler.fill("#supervise-answer", "已派员核查。");
      handler.click("#answer-letter");
      handler.waitForSelector("ul.supervised >> text=已派员核查");
      handler.navigate("/console/market/term-calendar?month=2020-02");
      handler.click(".term-month td a >> nth=0");
      handler.waitForSelector("#day");
      assertTrue(handler.locator("section table.list tbody tr").count() > 0);
    }
  }
}
