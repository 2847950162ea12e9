package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.tabular.Tables;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What waits, the board of the duty room and the figures, as officers of several posts see them.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HomeAndSituationIT {
  private static final String ROWS = ".home-list tbody tr";

  /** What a statement brings of one kind at most. */
  private static final int MOST = 50;

  @ArquillianResource private URL base;

  private BrowserContext officer(String username) {
    return Browser.officer(base.toString(), username, "zh", ColorScheme.LIGHT, 1440);
  }

  /** Every kind of every module that the sample city has, each by an officer who may do it. */
  @Test
  @Requirement({"R102.1", "R102.3", "R102.4"})
  void eachCountOfEachPostFindsItsRows() {
    var faults = new ArrayList<String>();
    var seen = new ArrayList<String>();
    for (var name :
        List.of(
            "clerk",
            "reviewer",
            "leader",
            "publisher",
            "reviewer.cdc",
            "caster.reviewer",
            "broadcast.duty",
            "designer.reviewer",
            "material.publisher",
            "storekeeper",
            "market.clerk",
            "market.officer",
            "market.officer2",
            "market.head",
            "market.legal",
            "market.police",
            "bulletin.reviewer")) {
      try (var context = officer(name)) {
        countsFindTheirRows(context.newPage(), name, seen, faults);
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(seen.size() > 25, "kinds: " + seen);
    try (var context = officer("market.head")) {
      assertTrue(
          seen.stream()
              .filter(one -> one.startsWith("market.head "))
              .allMatch(HomeAndSituationIT::ofMarket),
          seen.toString());
      var page = context.newPage();
      page.navigate("/console/home");
      assertEquals(
          0, page.locator("h3 a[href*='key=rumour.']").count(), "no other module's figures");
    }
    try (var context = officer("admin.system")) {
      var page = context.newPage();
      page.navigate("/console/home");
      assertEquals(0, page.locator(ROWS).count());
      assertEquals(0, page.locator(".tile").count());
    }
  }

  private static boolean ofMarket(String seen) {
    return seen.matches(
        "market\\.head (case|inspection|measure|referral|term|supervise|price-|typical).*");
  }

  private static void countsFindTheirRows(
      Page page, String name, List<String> seen, List<String> faults) {
    page.navigate("/console/home");
    var hrefs =
        page.locator(".todos a.todo[href*='kind=']").all().stream()
            .map(link -> link.getAttribute("href") + " " + link.locator("strong").textContent())
            .toList();
    for (var told : hrefs) {
      var href = told.split(" ")[0];
      var count = Long.parseLong(told.split(" ")[1].replace(",", ""));
      page.navigate(href);
      var kind = href.substring(href.indexOf('=') + 1);
      var rows = page.locator(ROWS).count();
      if (rows != Math.min(count, MOST)) {
        faults.add(name + " " + kind + ": " + count + " counted, " + rows + " rows");
      }
      seen.add(name + " " + kind);
    }
  }

  @Test
  @Requirement({"R102.2", "R102.5", "R102.6"})
  void rowsArePutOffAfterAPreviewAndTakenBack() {
    try (var context = officer("market.head")) {
      var page = context.newPage();
      page.navigate("/console/home?kind=inspection.assign");
      var before = page.locator(ROWS).count();
      assertTrue(before >= 2, "inspections to assign: " + before);
      page.locator(ROWS + " input[type=checkbox]").nth(0).check();
      page.locator(ROWS + " input[type=checkbox]").nth(1).check();
      page.click("button[name=put-off]");
      assertEquals(2, page.locator("ul.preview li").count(), "seen before it is done");
      page.click("form#mark input.primary");
      page.waitForURL(url -> url.contains("step="));
      page.locator("form#undo").waitFor();
      assertTrue(page.locator(".message.is-done").textContent().contains("推迟"));
      page.navigate("/console/home?show=off");
      assertEquals(2, page.locator(ROWS).count());
      page.navigate("/console/home?kind=inspection.assign");
      assertEquals(before - 2, page.locator(ROWS).count());
      assertEquals(
          String.valueOf(before),
          page.locator("a.todo[href$='inspection.assign'] strong").textContent(),
          "the count stays");
      page.goBack();
      page.goBack();
      page.click("form#undo input[type=submit]");
      page.waitForURL(url -> !url.contains("step="));
      page.navigate("/console/home?kind=inspection.assign");
      assertEquals(before, page.locator(ROWS).count(), "taken back");
      page.navigate("/console/home?kind=term.overdue");
      page.locator(ROWS + " input[type=checkbox]").first().check();
      page.click("button[name=put-off]");
      assertTrue(page.locator("section .notice").textContent().contains("不能推迟"));
      assertEquals(0, page.locator("form#mark input.primary").count());
    }
  }

  @Test
  @Requirement({"R104.1", "R104.2", "R104.3"})
  void aFigureIsFollowedDownTheTreeAndDownloaded() {
    try (var context = officer("clerk")) {
      var page = context.newPage();
      page.navigate("/console/figures");
      page.click("td.main a[href*='key=rumour.claims']");
      assertEquals(1, page.locator("svg.figure").count());
      var whole = number(page);
      assertTrue(whole > 0);
      page.locator("section[aria-labelledby=areas] td.main a").first().click();
      assertEquals(2, page.locator("nav.figures-way a").count());
      assertTrue(number(page) <= whole);
      for (var format : List.of("csv", "xlsx")) {
        page.navigate("/console/figures?key=rumour.claims");
        var answer =
            context
                .request()
                .get(page.locator("a[href*='format=" + format + "']").getAttribute("href"));
        assertEquals(200, answer.status());
        var lines = Tables.top(answer.body(), 100_000);
        assertEquals(List.of("日期", "行政区划", "行政区划代码", "来源", "数值"), lines.get(0));
        assertEquals(
            whole,
            lines.stream().skip(1).mapToLong(line -> Long.parseLong(line.get(4))).sum(),
            "the rows add up to the figure: " + format);
      }
      for (var wrong :
          List.of(
              "key=nope nope",
              "area=110000000000 110000000000",
              "from=1900-01-01 1900-01-01",
              "to=9999-12-31 9999-12-31",
              "from=2026-02-02&to=2026-02-01 2026-02-02")) {
        page.navigate("/console/figures?" + wrong.split(" ")[0]);
        assertTrue(page.locator("[role=alert]").textContent().contains(wrong.split(" ")[1]), wrong);
        assertEquals(0, page.locator("td.main").count(), wrong);
      }
      var refused = context.request().get("/console/figures-table?format=csv&key=nope");
      assertTrue(
          new String(refused.body(), StandardCharsets.UTF_8).contains("nope")
              && refused.url().contains("/console/figures?"));
    }
  }

  private static long number(Page page) {
    return Long.parseLong(
        page.locator(".figure-sums .number").first().textContent().replace(",", ""));
  }

  @Test
  @Requirement({"R103.1", "R103.2", "R103.4"})
  void theBoardLooksAgainByItselfAndFollowsTheTree() throws Exception {
    try (var context = officer("desk")) {
      var page = context.newPage();
      page.navigate("/console/situation");
      assertEquals(8, page.locator(".board-tiles li").count());
      assertEquals(10, page.locator("svg.heatmap a").count(), "the districts of the city");
      page.evaluate("document.querySelector('.board-tiles').remove()");
      page.locator(".board-tiles li")
          .nth(7)
          .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(60_000));
      page.locator("svg.heatmap a").first().focus();
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.contains("area="));
      assertEquals(1, page.locator("h1 a[href$='area=511500000000']").count());
    }
    try (var context = officer("market.head")) {
      var page = context.newPage();
      page.navigate("/console/situation");
      assertFalse(page.locator(".board-tiles").textContent().contains("传言"));
      assertEquals(404, page.navigate("/console/situation?area=511500000000").status());
      assertEquals(404, page.navigate("/console/situation?area=x").status());
    }
  }
}
