package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import firstline.testkit.wait.Await;
import java.io.IOException;
import java.net.URL;
import java.time.LocalDate;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A program brings quotes with a surge; it is an alert of its first day, and is worked to its end.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class APriceSurgeIsSeenIT {
  private static final String POINT = "翠屏药店1号采价点";

  @ArquillianResource private URL base;

  private static String quotes(String goods, LocalDate surge) {
    var lines = new StringBuilder("point,goods,unit,price,cost,quotedOn\n");
    for (var day = surge.minusDays(29); !day.isAfter(surge); day = day.plusDays(1)) {
      lines
          .append(POINT + ',')
          .append(goods)
          .append(day.equals(surge) ? ",只,25,," : ",只,5,,")
          .append(day)
          .append('\n');
    }
    return lines.toString();
  }

  private static void step(Page page, String to, String reason) {
    page.selectOption("#to", to);
    if (!reason.isEmpty()) {
      page.fill("#reason", reason);
    }
    page.evaluate("document.documentElement.dataset.before = 'yes'");
    page.click("#handle");
    page.waitForSelector("html:not([data-before])");
    page.waitForLoadState();
  }

  private static String state(Page page) {
    return page.locator("p.facts .chip").first().textContent();
  }

  private static void open(Page page, String goods) {
    page.navigate("/console/market/price-alerts?state=RAISED&rung=DAILY");
    page.click("tr:has-text('" + goods + "') a");
    page.waitForSelector("#to");
  }

  private static int wrong(Page page) {
    page.navigate("/console/market/price-alerts");
    var words = page.locator(".precision .tile:has(h3:text-is('当日突变')) .second").textContent();
    return Integer.parseInt(words.replaceAll(".*误报 (\\d+) 条.*", "$1"));
  }

  @Test
  @Requirement({"R87.1", "R87.4", "R87.5", "R87.6", "R87.8", "R87.9", "R101.2"})
  void fromTheFirstQuoteToTheReminderAndTheFalseAlarm() throws IOException, InterruptedException {
    var surge = LocalDate.of(2020, 2, 20);
    for (var goods : new String[] {"护目镜", "体温计"}) {
      var report = Api.of(base).post("market/quotes?create=true", "text/csv", quotes(goods, surge));
      assertEquals(30, report.getInt("imported"), report::toString);
      assertEquals(0, report.getJsonArray("rejected").size(), report::toString);
    }
    try (var officer =
        Browser.officer(base.toString(), "market.officer", "zh", ColorScheme.LIGHT, 360)) {
      var page = officer.newPage();
      var before = wrong(page);
      open(page, "护目镜");
      assertTrue(page.locator("p.facts").textContent().contains("2020-02-20 首次触发"));
      assertTrue(page.locator("table.list").first().textContent().contains("+400.0 %"));
      step(page, "ACKNOWLEDGED", "");
      assertEquals("已接收", state(page));
      step(page, "CHECKING", "");
      page.selectOption("#to", "EXPLAINED");
      page.click("#handle");
      page.waitForSelector("[role=alert]:has-text('理由')");
      assertEquals(0, page.locator("#to option[value=ADMONISHED]").count(), "only by its letter");
      var today = LocalDate.now(Clocks.ZONE);
      page.fill("#party", "翠屏药店（测试）");
      page.check("[name=person]");
      page.fill("#premises", "翠屏区南街 1 号");
      page.fill("#demand", "立即恢复原价。");
      page.click("#write");
      page.waitForSelector("#served");
      assertEquals("核实中", state(page), "written is not served");
      page.fill("#served", today.toString());
      page.fill("#receiver", "店长");
      page.click("#serve");
      page.waitForSelector("p.facts .chip:has-text('已提醒告诫')");
      page.selectOption("#to", "COMPLIED");
      page.click("#handle");
      page.waitForSelector("[role=alert]:has-text('还没有报价')");
      var lower = "point,goods,unit,price,quotedOn\n" + POINT + ",护目镜,只,5," + today;
      Api.of(base).post("market/quotes", "text/csv", lower);
      step(page, "COMPLIED", "");
      assertEquals("已改正", state(page));
      assertEquals(0, page.locator("#to").count());

      open(page, "体温计");
      step(page, "ACKNOWLEDGED", "");
      step(page, "CHECKING", "");
      step(page, "FALSE", "把整盒价写成了单支价");
      assertEquals(before + 1, wrong(page));

      page.navigate("/console/market/prices?day=2020-02-20");
      page.locator(".heat td.heat-CRISIS a").first().click();
      page.waitForSelector("#quoting");
      page.click("section[aria-labelledby=quoting] td a");
      page.waitForSelector("svg.prices .price-alarm");
      page.navigate("/console/market/prices?day=2020-02-20");
      page.click("#sign");
      page.waitForCondition(() -> page.content().contains("当日报价已审签"));
    }
    try (var monitor =
        Browser.officer(base.toString(), "price.monitor", "zh", ColorScheme.LIGHT, 360)) {
      var page = monitor.newPage();
      page.navigate("/console/market/price-form");
      page.selectOption("#point", POINT);
      page.selectOption("#goods", "体温计");
      page.fill("#price", "6.5");
      page.fill("#unit", "斤");
      page.click("#enter");
      page.waitForSelector("[role=alert]:has-text('不能计量')");
      page.fill("#unit", "支");
      page.click("#enter");
      page.waitForCondition(() -> page.content().contains("报价已保存"));
    }
  }

  @Test
  @Requirement("R94.8")
  void talkOfAShortageIsHandedToTheWatchOnRumoursOnce() throws IOException, InterruptedException {
    var brought = quotes("酒精棉片", LocalDate.of(2020, 2, 21));
    Api.of(base).post("market/quotes?create=true", "text/csv", brought);
    try (var officer =
        Browser.officer(base.toString(), "market.officer", "zh", ColorScheme.LIGHT, 1440)) {
      var page = officer.newPage();
      open(page, "酒精棉片");
      page.click("summary:has-text('告知辟谣专班')");
      page.fill("#said", "听说酒精棉片明天起不再供货");
      page.click("#tell");
      page.waitForSelector("#shortage-told:has-text('不再供货')");
      assertEquals(0, page.locator("#tell").count(), "once");
    }
    try (var officer = Browser.officer(base.toString(), "clerk", "zh", ColorScheme.LIGHT, 1440)) {
      var page = officer.newPage();
      Await.until(
          () -> {
            page.navigate("/console/rumour/claims?q=酒精棉片");
            return page.locator("table.list tbody tr:has-text('不再供货')").count() == 1;
          },
          AnswerSteps.SOON);
    }
  }
}
