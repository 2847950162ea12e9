package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.tabular.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.function.BiConsumer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every list and every record has, in the browser: the lists and records of two files. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EveryListAndRecordIT {
  private static final String TAKE = "button[formaction$=CSV]";
  private static final String FILE = "a[href^='/console/list-file?job=']";
  private static final String SAY = ".talk-form .primary";
  private static final String SAID = "各部门请看：数字对上了吗？";

  @ArquillianResource private URL base;

  private void each(String file, BiConsumer<Page, String> look) {
    EveryPageIT.lines(file)
        .forEach(
            (username, addresses) -> {
              try (var officer = officer(username)) {
                var page = officer.newPage();
                addresses.forEach(address -> look.accept(page, address));
              }
            });
  }

  private BrowserContext officer(String username) {
    return Browser.officer(base.toString(), username, "zh", ColorScheme.LIGHT, 1440);
  }

  @Test
  @Requirement({"R125.1", "R125.2"})
  void everyListIsTakenAlongAsItStands() {
    each("/every-list.txt", EveryListAndRecordIT::takeAlong);
  }

  private static void takeAlong(Page page, String address) {
    page.navigate(address);
    assertEquals(1, page.locator(".views-menu").count(), address);
    var titles =
        page.locator(".listing table.list").last().locator("th").allTextContents().stream()
            .map(String::strip)
            .toList();
    var shown = page.locator(".listing table.list").last().locator("tbody tr").count();
    var empty = page.locator("main .empty").count();
    page.locator(TAKE).last().click();
    page.waitForURL(url -> url.contains("/console/export?job="));
    page.waitForSelector(FILE, new Page.WaitForSelectorOptions().setTimeout(120_000));
    var download = page.waitForDownload(() -> page.click(FILE));
    try (var in = download.createReadStream()) {
      var rows = Tables.top(in.readAllBytes(), 200_000);
      if (shown == 0) {
        assertEquals(1, rows.size(), address + " is empty, and so is the file");
        assertEquals(1, empty, address + " says why it is empty");
        return;
      }
      assertEquals(titles, rows.get(0).subList(0, titles.size()), address);
      assertEquals(titles.size() + 1, rows.get(0).size(), address + ": and the id");
      assertTrue(rows.size() > shown, address + ": " + rows.size() + " of " + shown);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @Requirement({"R126.1", "R110.1", "R110.4"})
  void everyRecordIsTalkedAbout() {
    each("/every-record.txt", EveryListAndRecordIT::talk);
  }

  private static void talk(Page page, String line) {
    var parts = line.split(" > ");
    page.navigate(parts[0]);
    var record =
        page.locator("main a[href^='" + parts[1] + "']").all().stream()
            .map(link -> link.getAttribute("href"))
            .filter(href -> href.matches(".*[?&](id|open)=[0-9a-f-]{36}.*"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(line + " has no record"));
    page.navigate(record);
    assertEquals(1, page.locator("#talk").count(), line);
    page.fill("#talk-text", "@nobody.at.all " + SAID);
    page.click(SAY);
    assertTrue(page.locator(".message.is-error").textContent().contains("nobody.at.all"), line);
    assertEquals(1, page.locator("#talk").count(), line + ": the page stands after a refusal");
    assertFalse(page.locator("main").textContent().contains("???"), line);
    page.fill("#talk-text", SAID);
    page.click(SAY);
    page.waitForURL(url -> url.endsWith("#talk"));
    var mine = page.locator(".talk-messages li").last();
    assertTrue(mine.textContent().contains(SAID), line);
    mine.locator("input[type=submit]").click();
    page.locator(".talk-messages li").last().locator(".talk-gone").waitFor();
  }
}
