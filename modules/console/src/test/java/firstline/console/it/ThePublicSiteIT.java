package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.wait.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The public site as its visitors use it: with and without script, by hand and by program. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ThePublicSiteIT {
  private static final int HEAVIEST = 60 * 1024;
  private static final String HOSTILE = "</script><script>alert(1)</script>\u202e\u0000=1+1 & \"'";

  @ArquillianResource private URL base;

  @Test
  @Requirement("R8.2")
  void theAnswerAppearsAsOnePastes() {
    try (var visitor = Browser.visitor(base.toString())) {
      var page = visitor.newPage();
      page.navigate("/rumours");
      page.focus("#q");
      page.keyboard().insertText("多吃大蒜就能预防新冠病毒，快告诉家里人");
      page.waitForSelector("#live .rumours a");
      assertTrue(page.locator("#live mark").count() > 0, "the shared words are marked");
      assertTrue(page.locator("#live .verdict").first().innerText().length() > 1);
      page.fill("#q", "明天全城的路灯都会变成紫色的鱼");
      page.waitForSelector("#live .is-NONE");
      page.navigate("/rumours/report");
      page.focus("#text");
      page.keyboard().insertText("多吃大蒜就能预防新冠病毒，快告诉家里人");
      page.waitForSelector("#live .rumours a");
      assertEquals(List.of(), accessible(page));
    }
  }

  @Test
  @Requirement("R8.1")
  void theListIsNarrowed() {
    try (var visitor = Browser.visitor(base.toString())) {
      var page = visitor.newPage();
      page.navigate("/rumours");
      page.selectOption("#verdict", "TRUE");
      page.fill("#words", "<b>");
      page.click(".narrow button");
      page.waitForURL(url -> url.contains("verdict=TRUE"));
      assertEquals("TRUE", page.inputValue("#verdict"));
      assertEquals("<b>", page.inputValue("#words"));
      assertEquals(1, page.locator(".empty").count());
      assertEquals("noindex", page.getAttribute("meta[name=robots]", "content"));
      assertEquals(404, visitor.request().get("/rumours?words=%00").status(), "not a fault");
    }
  }

  @Test
  @Requirement({"R8.3", "R8.4", "R8.5"})
  void aCorrectedRebuttalKeepsItsOldVersionMarkedAsSuch() {
    try (var visitor = Browser.visitor(base.toString())) {
      var page = visitor.newPage();
      page.navigate("/rumours/corrections");
      page.click(".changes li:has(.is-imported) > a");
      var number = page.url().replaceFirst(".*/", "");
      assertEquals(1, page.locator(".rebuttal > .notice").count(), "the correction stands on top");
      assertEquals(64, page.getAttribute("meta[name=firstline-hash]", "content").length());
      assertTrue(page.getAttribute("meta[property='og:title']", "content").length() > 3);
      page.click(".history a");
      assertTrue(page.url().endsWith("/versions/1"), page.url());
      assertEquals("noindex", page.getAttribute("meta[name=robots]", "content"));
      assertTrue(page.getAttribute("link[rel=canonical]", "href").endsWith("/rumours/" + number));
      assertEquals(List.of(), accessible(page));
      page.click(".notice a");
      assertTrue(page.url().endsWith("/rumours/" + number), page.url());
      page.click(".tools a");
      assertTrue(page.locator(".is-large").count() > 0);
      assertEquals(List.of(), accessible(page));
      assertEquals(List.of(), visitor.cookies(), "nobody gets a cookie");
    }
  }

  @Test
  @Requirement("R8.5")
  void whatWasWithdrawnIsGoneAndSaysWhy() {
    try (var visitor = Browser.visitor(base.toString())) {
      var page = visitor.newPage();
      page.navigate("/rumours/corrections");
      var address = page.locator(".changes li:has(.is-WITHDRAWN) > a").first();
      var answer = page.navigate(address.getAttribute("href"));
      assertEquals(410, answer.status());
      assertEquals(1, page.locator(".notice").count());
      assertEquals(410, visitor.request().get(page.url() + "/versions/1").status());
      assertEquals(List.of(), accessible(page));
    }
  }

  @Test
  @Requirement({"R8.7", "R8.8", "R8.9", "R8.10"})
  void programsTakeFeedsDumpTableAndSitemap() {
    try (var visitor = Browser.visitor(base.toString())) {
      var request = visitor.request();
      var feed = json(request.get("/feeds/rebuttals.json").text());
      assertFalse(feed.getJsonArray("items").isEmpty());
      var dump = request.get("/feeds/claimreview.json");
      assertFalse(json(dump.text()).getJsonArray("dataFeedElement").isEmpty());
      var again = RequestOptions.create().setHeader("If-None-Match", dump.headers().get("etag"));
      assertEquals(304, request.get("/feeds/claimreview.json", again).status());
      var table = request.get("/rumours.csv");
      assertTrue(table.text().startsWith("\uFEFF\"number\""), "a spreadsheet reads it as UTF-8");
      assertTrue(request.get("/sitemap.xml").text().contains("/rumours/2026-0001<"));
      assertTrue(request.get("/robots.txt").text().contains("/sitemap.xml"));
      assertEquals(404, request.get("/sitemap.xml?after=1").status());
    }
  }

  @Test
  @Requirement({"R8.15", "R8.18"})
  void aReportIsMadeByABrowserThatWorkedAndShowsItsPhase() {
    try (var visitor = Browser.visitor(base.toString())) {
      var page = visitor.newPage();
      page.navigate("/rumours/report");
      page.fill("#text", "听说南门桥明天起收费" + HOSTILE.replace("\u0000", ""));
      page.click("form[data-work] button");
      page.waitForURL(url -> url.contains("receipt="));
      assertEquals(1, page.locator(".way .is-here").count());
      assertEquals(List.of(), accessible(page));
      assertEquals(List.of(), visitor.cookies(), "nobody gets a cookie");
      assertEquals(404, visitor.request().get("/rumours/report?receipt=%00").status());
    }
  }

  @Test
  @Requirement({"R8.12", "R8.16"})
  void withoutWorkOneMustWaitAndWhatWasTypedStays() {
    try (var visitor = Browser.visitor(base.toString())) {
      var from = from("203.0.113.20");
      var form = visitor.request().get("/rumours/report").text();
      var early = post(visitor, challenge(form), "", HOSTILE, from);
      assertEquals(422, early.status());
      assertFalse(early.text().contains("<script>alert"), "text stays text");
      assertTrue(early.text().contains("&lt;script&gt;alert"), "what was typed stays");
      for (var text : List.of("", "\u0000\u202e", "长".repeat(20_001))) {
        var challenge = challenge(visitor.request().get("/rumours/report").text());
        assertEquals(422, post(visitor, challenge, solved(challenge), text, from).status());
      }
      assertEquals(413, post(visitor, "", "", "x".repeat(3_000_000), from).status());
    }
  }

  @Test
  @Requirement("R8.17")
  void aFloodOfReportsFromOneAddressIsToldToWait() {
    try (var visitor = Browser.visitor(base.toString())) {
      var from = from("203.0.113.21");
      var last = 0;
      for (var i = 0; i < 11; i++) {
        var challenge = challenge(visitor.request().get("/rumours/report").text());
        var answer = post(visitor, challenge, solved(challenge), "第" + i + "条传言", from);
        last = answer.status();
        if (last == 429) {
          assertTrue(Integer.parseInt(answer.headers().get("retry-after")) > 0);
        }
      }
      assertEquals(429, last);
      for (var i = 0; i < 400; i++) {
        assertEquals(429, post(visitor, "", "", "又一条", from).status());
      }
      assertEquals(200, visitor.request().get("/rumours").status());
      var other = challenge(visitor.request().get("/rumours/report").text());
      var answer = post(visitor, other, solved(other), "别处的传言", from("203.0.113.22"));
      assertEquals(302, answer.status());
    }
  }

  @Test
  @Requirement({"R8.13", "R8.14"})
  void viewsOfPeopleAreCountedAndWrittenDown() throws Exception {
    try (var visitor = Browser.visitor(base.toString())) {
      var person = RequestOptions.create().setHeader("User-Agent", "Mozilla/5.0 (Linux; Android)");
      var robot = RequestOptions.create().setHeader("User-Agent", "Sogou web spider/4.0");
      var before = views();
      for (var i = 0; i < 5; i++) {
        visitor.request().get("/rumours/2026-0004", person);
        visitor.request().get("/rumours/2026-0004", robot);
        visitor.request().head("/rumours/2026-0004", person);
      }
      Await.until(() -> views() == before + 5, Duration.ofSeconds(30));
    }
  }

  private static long views() throws SQLException {
    try (var owner = ServerDatabase.of(System.getProperty("home")).owner();
        var statement = owner.createStatement();
        var result =
            statement.executeQuery(
                "select coalesce(sum(views), 0) from rumour_view v join rebuttal r"
                    + " on r.id = v.rebuttal_id where r.number = '2026-0004'")) {
      result.next();
      return result.getLong(1);
    }
  }

  @Test
  @Requirement("R8.4")
  void noPageWeighsMoreThanAPoorConnectionCarries() {
    try (var visitor = Browser.visitor(base.toString())) {
      for (var path :
          List.of("/", "/rumours", "/rumours/2026-0001", "/rumours/data", "/rumours/report")) {
        var page = visitor.newPage();
        var bytes = new int[1];
        page.onResponse(answer -> bytes[0] += answer.body().length);
        page.navigate(path);
        assertTrue(bytes[0] <= HEAVIEST, path + " weighs " + bytes[0]);
        page.close();
      }
    }
  }

  private static APIResponse post(
      BrowserContext visitor, String challenge, String work, String text, RequestOptions from) {
    var form =
        "challenge="
            + encoded(challenge)
            + "&work="
            + encoded(work)
            + "&seen=&area=&text="
            + encoded(text);
    return visitor
        .request()
        .post(
            "/rumours/report",
            from.setHeader("Content-Type", "application/x-www-form-urlencoded")
                .setMaxRedirects(0)
                .setData(form));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** As behind the proxy on this machine: every test has an address of its own. */
  private static RequestOptions from(String address) {
    return RequestOptions.create().setHeader("X-Forwarded-For", address);
  }

  private static String challenge(String form) {
    return form.replaceFirst("(?s).*name=\"challenge\" value=\"([^\"]+)\".*", "$1");
  }

  private static String solved(String challenge) {
    var parts = challenge.split("\\.");
    var bits = Integer.parseInt(parts[1]);
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var number = 0; ; number++) {
        var hash = digest.digest((parts[2] + '.' + number).getBytes(StandardCharsets.US_ASCII));
        var first = (hash[0] & 0xff) << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8;
        if (Integer.numberOfLeadingZeros(first | hash[3] & 0xff) >= bits) {
          return Integer.toString(number);
        }
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static List<String> accessible(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .map(violation -> violation.getId() + " " + violation.getNodes().get(0).getHtml())
            .toList();
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
