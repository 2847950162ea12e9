package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import java.net.URL;
import java.time.LocalDate;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Colleagues write to each other: a notice, a word about a record, a problem of the console. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class NoticesAndTalkIT {
  private static final String TOWNSHIP = "511502013000";
  private static final String REFUSED = ".message.is-error";

  @ArquillianResource private URL base;

  private BrowserContext officer(String username) {
    return Browser.officer(base.toString(), username, "zh", ColorScheme.LIGHT, 1440);
  }

  @Test
  @Requirement({"R109.1", "R109.2", "R109.3", "R109.4", "R109.5"})
  void aNoticeIsSentReadAcknowledgedAndWithdrawn() {
    try (var writer = officer("leader");
        var reader = officer("clerk.daguanlou");
        var stranger = officer("clerk.luolong")) {
      var page = writer.newPage();
      page.navigate("/console/circular-form");
      page.fill("#heading", "今晚值守");
      page.fill("#body", "请今晚八点到岗。");
      page.fill("#link", base + "console/situation");
      page.fill("#until", LocalDate.now(Clocks.ZONE).plusDays(2).toString());
      area(page);
      page.click("details:has([name=role]) summary");
      page.check("[name=role][value=RUMOUR_CLERK]");
      page.click("#count");
      assertTrue(page.locator(".notice[role=status]").textContent().contains("1 人"));
      page.click("#send");
      page.waitForURL(url -> url.contains("/console/circular?id="));
      var notice = page.url();
      assertEquals(
          "大观楼街道办事处的 1", townOf(page) + "的 " + page.locator("td.figure").first().textContent());

      var desk = reader.newPage();
      desk.navigate("/console/home?kind=circular.acknowledge");
      desk.click(".home-list a:has-text('今晚值守')");
      assertEquals(1, desk.locator(".facts .is-CIRCULAR_TO_ACKNOWLEDGE").count());
      assertEquals("/console/situation", desk.locator(".circular-text a").getAttribute("href"));
      desk.click("#acknowledge");
      assertEquals(1, desk.locator(".facts .is-CIRCULAR_ACKNOWLEDGED").count());
      desk.navigate("/console/home");
      assertEquals(0, desk.locator(".home-list a:has-text('今晚值守')").count());
      assertEquals(404, stranger.newPage().navigate(notice).status());

      page.navigate(notice);
      assertEquals("1", page.locator("td.figure").nth(2).textContent());
      page.click("#keeping summary");
      page.click("#withdraw");
      assertEquals(1, page.locator(REFUSED).count(), "not without a reason");
      page.click("#keeping summary");
      page.fill("#why", "改期");
      page.click("#withdraw");
      assertTrue(page.locator("p.notice").first().textContent().contains("改期"));
      desk.navigate(notice);
      assertEquals(1, desk.locator(".facts .is-CIRCULAR_WITHDRAWN").count());
    }
  }

  /** Chooses the township by typing its code. */
  private static void area(Page page) {
    page.locator(".form [data-pick=areas] [role=combobox]").fill(TOWNSHIP);
    page.waitForSelector(".form [data-pick=areas] [aria-selected=true]");
    page.locator(".form [data-pick=areas] [role=combobox]").press("Enter");
  }

  private static String townOf(Page page) {
    return page.locator("section[aria-labelledby=to] td.main").textContent().strip();
  }

  @Test
  @Requirement({"R110.1", "R110.2", "R110.3", "R110.4", "R110.5"})
  void aWordAboutARecordReachesWhoIsMentioned() {
    try (var writer = officer("clerk");
        var mentioned = officer("reviewer")) {
      var page = writer.newPage();
      page.navigate("/console/rumour/rumours?state=VERIFYING");
      page.click("table.list tbody tr td > a");
      page.waitForURL(url -> url.contains("rumour?id="));
      var row = ".home-list a[href*='" + page.url().replaceFirst(".*id=", "") + "#talk']";
      page.fill("#talk-text", "@market.legal 请看");
      page.click(".talk-form .primary");
      assertTrue(page.locator(REFUSED).textContent().contains("market.legal"));
      assertEquals("@market.legal 请看", page.inputValue("#talk-text"), "what was typed stays");
      page.fill("#talk-text", "请对照 2026-0001 的答复");
      page.locator(".talk-form [role=combobox]").fill("罗娟");
      page.waitForSelector(".talk-form [aria-selected=true]");
      page.locator(".talk-form [role=combobox]").press("Enter");
      page.click(".talk-form .primary");
      page.locator(".talk-messages li").first().waitFor();
      assertEquals(0, page.locator(REFUSED).count());
      page.click(".talk-messages a:has-text('2026-0001')");
      page.waitForURL(url -> url.contains("/rumour/rebuttal?id="));

      var desk = mentioned.newPage();
      desk.navigate("/console/home?kind=talk.mention");
      desk.click(row);
      assertEquals(1, desk.locator(".talk-messages li.is-unseen").count());
      var record = desk.url();
      desk.navigate("/console/home?show=all");
      assertEquals(0, desk.locator(row).count(), "it was seen");

      page.navigate(record);
      page.click(".talk-take input[type=submit]");
      page.locator(".talk-gone").first().waitFor();
      assertEquals(0, page.locator(".talk-messages a").count());
    }
  }

  @Test
  @Requirement({"R111.1", "R111.2", "R111.3"})
  void aProblemIsReportedFromThePageWhereItIsAndAnswered() {
    try (var reporter = officer("clerk.daguanlou");
        var administrator = officer("admin.system")) {
      var page = reporter.newPage();
      page.navigate("/console/rumour/claims?state=RECEIVED&q=张三");
      page.click(".shell-foot a");
      assertTrue(page.locator("code").first().textContent().endsWith("state=RECEIVED&q=…"));
      assertEquals("1440", page.locator("output").textContent());
      page.fill("#said", "筛选后列表是空的");
      page.click("#report");
      page.waitForURL(url -> url.contains("/console/trouble?id="));
      assertTrue(page.locator(".panel").first().textContent().contains("1440"));

      var desk = administrator.newPage();
      desk.navigate("/console/home?kind=trouble.open");
      desk.click(".home-list a:has-text('筛选后列表')");
      desk.fill("#answer", "请清除搜索词后再试。");
      desk.click("#answer-go");
      assertEquals(1, desk.locator(".facts .is-TROUBLE_ANSWERED").count());

      page.navigate("/console/home?kind=trouble.answered");
      page.click(".home-list a:has-text('筛选后列表')");
      assertTrue(page.locator(".history").textContent().contains("请清除搜索词"));
      page.navigate("/console/home");
      assertEquals(0, page.locator("a.todo[href*='trouble.answered']").count());
    }
  }
}
