package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import java.net.URL;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A campaign is planned, a letter comes in, the figure counts it and leads to it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ACampaignIsCountedIT {
  private static final String GOODS = "专项行动测试口罩";

  @ArquillianResource private URL base;

  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  private void phase(Page page, String phase, int first, int last) {
    page.fill("[id='" + phase + "-first']", today.plusDays(first).toString());
    page.fill("[id='" + phase + "-last']", today.plusDays(last).toString());
  }

  private static String row(Page page, String area) {
    return page.locator("section[aria-labelledby=figure] tr:has(td:text-is('" + area + "'))")
        .first()
        .textContent();
  }

  private static void press(Page page, String button, String done) {
    page.click(button);
    page.waitForSelector("[role=status]:has-text('" + done + "')");
  }

  @Test
  @Requirement({"R93.1", "R93.2", "R93.4", "R93.5", "R93.6"})
  void fromThePlanToTheRecordBehindTheFigure() {
    try (var leads =
            Browser.officer(base.toString(), "market.campaign", "zh", ColorScheme.LIGHT, 1440);
        var clerks =
            Browser.officer(base.toString(), "market.clerk", "zh", ColorScheme.LIGHT, 1440)) {
      var lead = leads.newPage();
      lead.navigate("/console/market/market-campaign-form");
      lead.fill("#name", "口罩测试行动");
      lead.fill("#aims", "清点测试");
      phase(lead, "DEPLOY", -3, -2);
      phase(lead, "CHECK", -2, 3);
      phase(lead, "RECTIFY", 4, 5);
      phase(lead, "SUM_UP", 6, 7);
      lead.fill("#words", GOODS);
      lead.click("#save");
      lead.waitForSelector("[role=alert]:has-text('集中检查')");
      phase(lead, "CHECK", -1, 3);
      lead.click("#save");
      lead.waitForURL(url -> url.contains("/console/market/market-campaign?id="));
      var record = lead.url().replaceFirst("https?://[^/]+", "");
      assertEquals("检查", lead.locator("p.facts .chip").first().textContent());

      var clerk = clerks.newPage();
      clerk.navigate("/console/market/complaint-form");
      clerk.selectOption("#what", "TIPOFF");
      clerk.fill("#operator", "测试药房");
      clerk.fill("#goods", GOODS);
      clerk.fill("#facts", "价签与收银不符");
      clerk.click("#take");
      clerk.waitForURL(url -> url.contains("/console/market/complaint?id="));
      clerk.waitForSelector("a:has-text('口罩测试行动')");

      lead.navigate(record);
      press(lead, "#count", "已重新清点");
      assertTrue(row(lead, "翠屏区").contains("1"), row(lead, "翠屏区"));
      lead.click("a.button:has-text('目标数')");
      lead.waitForSelector("[id='target-511502000000']");
      lead.fill("[id='target-511502000000']", "-1");
      lead.click("#set");
      lead.waitForSelector("[role=alert]:has-text('不是整数')");
      lead.fill("[id='target-511502000000']", "4");
      press(lead, "#set", "目标已保存");
      assertTrue(row(lead, "翠屏区").contains("25 %"), row(lead, "翠屏区"));

      lead.click("summary:has-text('填报手工数')");
      lead.selectOption("#part", "511502000000");
      lead.fill("#day", today.toString());
      lead.fill("#value", "3");
      lead.fill("#source", "日报第1期");
      press(lead, "#type", "手工数已记下");
      assertTrue(row(lead, "翠屏区").contains("相差 +2"), row(lead, "翠屏区"));

      lead.click("section[aria-labelledby=figure] tr:has(td:text-is('翠屏区')) a");
      lead.waitForURL(url -> url.contains("market-campaign-rows"));
      assertEquals(1, lead.locator("table.list tbody tr").count());
      lead.click("table.list tbody a");
      lead.waitForURL(url -> url.contains("/console/market/complaint?id="));
      assertTrue(lead.content().contains(GOODS));

      lead.navigate(record);
      press(lead, "#close", "不再变动");
      assertEquals("已结束", lead.locator("p.facts .chip").first().textContent());
      assertEquals(0, lead.locator("#count").count());
    }
  }
}
