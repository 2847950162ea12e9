package firstline.console.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.tabular.Tables;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many records at once, and tables that bring records, in the browser. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ListsInOneWayIT {
  private static final String CLAIMS = "/console/rumour/claims";

  @ArquillianResource private URL base;

  private BrowserContext officer(String username) {
    return Browser.officer(base.toString(), username, "zh", ColorScheme.LIGHT, 1440);
  }

  private static void file(Page page, String text) {
    page.navigate("/console/rumour/claim");
    page.fill("#text", text);
    page.click("main form button[type=submit], main form input[type=submit]");
    page.waitForLoadState();
  }

  private static String filter(String words) {
    return CLAIMS + "?q=" + java.net.URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  @Test
  @Requirement({"R117.1", "R117.2", "R117.3"})
  void manyClaimsAreTriedFirstAndDoneOnlyThen() {
    try (var context = officer("clerk")) {
      var page = context.newPage();
      for (var number = 1; number <= 3; number++) {
        file(page, "批量试验的传言第" + number + "条,说井水变甜了");
      }
      page.navigate(filter("批量试验的传言"));
      assertThat(page.locator("input.tick")).hasCount(3);
      page.locator("input.tick").first().check();
      assertThat(page.locator("[data-ticked]")).containsText("1");
      step(page, "NOT_A_CLAIM");
      assertThat(page.locator(".bulk-passed li")).hasCount(1);
      // Nothing is done by trying.
      assertEquals(3, declinable(context));
      page.click("form.buttons button.primary");
      ended(page, ".message.is-done");
      assertEquals(2, declinable(context));
      // All that the filter finds: the one that is declined is refused in the module's own words.
      page.navigate(filter("批量试验的传言"));
      page.click(".bulk > summary");
      page.check(".bulk input[name=all]");
      step(page, "SPAM");
      assertThat(page.locator(".bulk-passed li")).hasCount(2);
      assertThat(page.locator("table.list tbody tr")).hasCount(1);
      assertTrue(!page.locator("table.list tbody td").nth(1).textContent().contains("???"));
      page.click("form.buttons button.primary");
      ended(page, ".message.is-done");
      assertEquals(0, declinable(context));
    }
  }

  private static void step(Page page, String reason) {
    page.selectOption("select[name='rumour.claim.decline:reason']", reason);
    page.click("button[value='rumour.claim.decline']");
    page.waitForURL(url -> url.contains("/console/bulk?job="));
    ended(page, ".notice[role=status]");
  }

  /** A job waits behind what a fresh server has to do of its own. */
  private static void ended(Page page, String result) {
    page.waitForSelector(result, new Page.WaitForSelectorOptions().setTimeout(120_000));
  }

  private static int declinable(BrowserContext context) {
    try (var page = context.newPage()) {
      page.navigate(filter("批量试验的传言") + "&state=RECEIVED");
      return page.locator("table.list tbody tr").count();
    }
  }

  @Test
  @Requirement("R117.2")
  void whoMayNotIsOfferedNoStep() {
    try (var context = officer("leader")) {
      var page = context.newPage();
      page.navigate(CLAIMS);
      assertThat(page.locator("input.tick")).hasCount(0);
      assertThat(page.locator(".bulk")).hasCount(0);
    }
  }

  @Test
  @Requirement({"R116.1", "R116.2", "R116.3", "R116.5"})
  void speakersComeByATableAllOrNone() throws IOException {
    try (var context = officer("broadcast.engineer")) {
      var page = context.newPage();
      page.navigate("/console/broadcast/speakers");
      page.click("a[href='/console/import?list=speakers']");
      var template = page.waitForDownload(() -> page.click("a[href$='list=speakers&format=XLSX']"));
      var top = Tables.top(Files.readAllBytes(template.path()), 3);
      assertEquals("序列号 / Serial", top.get(0).get(0));
      bring(page, "speakers.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
      assertThat(page.locator(".message.is-error").first()).isVisible();
      bring(page, "speakers.csv", table(3, "511502101222").getBytes(StandardCharsets.UTF_8));
      assertThat(page.locator(".message.is-error")).hasCount(0);
      var bad = table(3, "511502101222") + "IT-BRING-4,999999999999,村口,,宽带,80\n";
      bring(page, "speakers.csv", bad.getBytes(Charset.forName("GB18030")));
      assertThat(page.locator("table.list").first()).containsText("不在您的管辖范围");
      assertThat(page.locator("#take")).hasCount(0);
      assertEquals(0, brought(context));
      bring(page, "speakers.csv", table(3, "511502101222").getBytes(StandardCharsets.UTF_8));
      page.click("#take");
      ended(page, ".message.is-done");
      assertEquals(3, brought(context));
    }
  }

  private static String table(int many, String area) {
    return "序列号,区划代码,安装位置,型号,联网方式,音量\n"
        + IntStream.rangeClosed(1, many)
            .mapToObj(number -> "IT-BRING-" + number + "," + area + ",村口,,宽带,80\n")
            .collect(Collectors.joining());
  }

  private static void bring(Page page, String name, byte[] content) {
    var before = page.url();
    page.setInputFiles(
        "input[type=file]", new FilePayload(name, "application/octet-stream", content));
    page.click("#check");
    page.waitForURL(url -> url.contains("job=") && !url.equals(before));
    ended(page, "#take, .message.is-error");
  }

  private static int brought(BrowserContext context) {
    try (var page = context.newPage()) {
      page.navigate("/console/broadcast/speakers?q=IT-BRING");
      return page.locator("table.list tbody tr").count();
    }
  }

  @Test
  @Requirement({"R118.1", "R118.2"})
  void columnsStandWhereTheirOfficerPutsThem() {
    try (var context = officer("clerk.police")) {
      var page = context.newPage();
      page.navigate(CLAIMS);
      var last = page.locator("table.list th").last().textContent();
      var second = page.locator("table.list th").nth(1).textContent();
      page.click(".columns > summary");
      var up = page.locator(".columns-order li").last().locator("button[name=up]");
      up.focus();
      for (var step = 0; step < 4; step++) {
        page.keyboard().press("Enter");
      }
      page.click(".columns form > button");
      assertThat(page.locator("table.list th").nth(1)).hasText(last);
      assertThat(page.locator("table.list tbody tr").first().locator("td").nth(1).locator(".chip"))
          .hasCount(1);
      page.click(".views-menu > summary");
      page.fill(".views-panel > form:not(.views-reset) input[name=name]", "状态在前");
      page.click("button[formaction$=keep]");
      page.click(".views-menu > summary");
      page.click("button[formaction$=reset]");
      assertThat(page.locator("table.list th").nth(1)).hasText(second);
      page.click(".views-menu > summary");
      page.click(".views-panel li > a");
      assertThat(page.locator("table.list th").nth(1)).hasText(last);
      page.click(".views-menu > summary");
      page.click(".views-panel li summary");
      page.click("button[formaction$=forget]");
    }
  }
}
