package firstline.console.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.tabular.Tables;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every list has, and the palette, in the browser. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ListsAlikeIT {
  private static final String CLAIMS = "/console/rumour/claims";

  @ArquillianResource private URL base;

  private BrowserContext officer(String username) {
    return Browser.officer(base.toString(), username, "zh", ColorScheme.LIGHT, 1440);
  }

  private static void menu(Page page) {
    page.click(".views-menu > summary");
  }

  @Test
  @Requirement({"R105.1", "R105.2", "R105.3", "R105.4"})
  void aViewIsKeptOpenedFirstRenamedAndForgotten() {
    try (var context = officer("clerk.police")) {
      var page = context.newPage();
      page.navigate(CLAIMS + "?q=&state=RECEIVED");
      menu(page);
      page.fill(".views-panel > form:not(.views-reset) input[name=name]", "待受理");
      page.check(".views-panel > form input[name=first]");
      page.check(".views-panel > form:not(.views-reset) input[name=shared]");
      page.click("button[formaction$=keep]");
      assertThat(page.locator(".views-menu > summary")).containsText("待受理");
      page.navigate("/console/home");
      page.click(".rail a[href^='" + CLAIMS + "']");
      page.waitForURL(url -> url.contains("state=RECEIVED"));
      assertEquals("page", page.getAttribute(".rail a[href^='" + CLAIMS + "']", "aria-current"));
      menu(page);
      page.click(".views-panel li summary");
      page.fill(".views-panel li input[name=name]", "今天受理");
      page.click("button[formaction$=change]");
      assertThat(page.locator(".views-menu > summary")).containsText("今天受理");
      menu(page);
      page.click("button[formaction$=reset]");
      menu(page);
      page.click(".views-panel li summary");
      page.click("button[formaction$=forget]");
      menu(page);
      assertThat(page.locator(".views-panel li")).hasCount(0);
      page.navigate("/console/home");
      assertEquals(CLAIMS, page.getAttribute(".rail a[href^='" + CLAIMS + "']", "href"));
    }
  }

  @Test
  @Requirement({"R105.5", "R105.7"})
  void aListIsTakenAlongByItsOfficerAlone() throws IOException {
    try (var context = officer("clerk.police");
        var stranger = officer("designer")) {
      var page = context.newPage();
      page.navigate(CLAIMS);
      var shown = page.locator("table.list tbody tr").count();
      var first = page.locator("table.list tbody tr td").first().textContent().strip();
      page.click("button[formaction$=CSV]");
      page.waitForURL(url -> url.contains("/console/export?job="));
      page.waitForSelector("a[href^='/console/list-file?job=']");
      var address = page.getAttribute("a[href^='/console/list-file?job=']", "href");
      var download = page.waitForDownload(() -> page.click("a[href^='/console/list-file?job=']"));
      assertTrue(download.suggestedFilename().matches("rumour\\.claims-[0-9-]{10}\\.csv"));
      var rows = Tables.top(Files.readAllBytes(download.path()), 200_000);
      assertTrue(rows.size() > shown, "all pages and the header");
      assertEquals(first, rows.get(1).get(0));
      assertEquals(7, rows.get(0).size());
      assertEquals(
          404,
          stranger.request().get(address, RequestOptions.create().setMaxRedirects(0)).status());
    }
  }

  @Test
  @Requirement({"R106.1", "R106.2", "R106.4"})
  void thePaletteFindsByInitials() {
    try (var context = officer("clerk.police")) {
      var page = context.newPage();
      page.navigate(CLAIMS);
      var number = page.locator("table.list tbody tr td").first().textContent().strip();
      page.keyboard().press("Control+k");
      find(page, "cyxs", CLAIMS);
      find(page, number, CLAIMS + "?open=");
      find(page, "翠屏区", "/console/place?code=511502000000");
      find(page, "cpq", "/console/place?code=511502000000");
      page.click("#palette li a[href='/console/place?code=511502000000']");
      assertThat(page.locator("h1")).containsText("翠屏区");
      assertThat(page.locator("a.button[href='" + CLAIMS + "?area=511502000000']")).hasCount(1);
      var answer = page.request().get("/console/search?q=" + "ajxx").text();
      assertFalse(answer.contains("/console/market/"), "no right to cases");
    }
  }

  private static void find(Page page, String words, String href) {
    page.fill("#palette-words", words);
    page.waitForSelector("#palette li a[href^='" + href + "']");
  }
}
