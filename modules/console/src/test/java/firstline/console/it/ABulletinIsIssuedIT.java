package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.wait.Await;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A bulletin is written from the standard text, reviewed, signed, followed to its rows; it is
 * public and handed over, until a corrected issue takes its place.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ABulletinIsIssuedIT {
  private static final int HEAVIEST = 60 * 1024;
  private static final Duration SOON = Duration.ofSeconds(30);

  @ArquillianResource private URL base;

  private BrowserContext officer(String name) {
    return Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, 1440);
  }

  private static void click(Page page, String button, String state) {
    page.click(button);
    page.waitForSelector("p.facts .chip:has-text('" + state + "')");
  }

  private void by(String name, String address, String button, String state) {
    try (var context = officer(name)) {
      var page = context.newPage();
      page.navigate(address);
      click(page, button, state);
    }
  }

  @Test
  @Requirement({
    "R100.2", "R100.3", "R100.4", "R100.7", "R108.1", "R108.2", "R108.3", "R108.4", "R108.7"
  })
  void fromTheStandardTextToTheSignedIssue() {
    String address;
    try (var context = officer("bulletin.writer")) {
      var page = context.newPage();
      page.navigate("/console/bulletin-form");
      page.fill("#body", page.inputValue("#body") + "\n另有志愿者28000人，{rumour.dreamt}。");
      page.click("#keep");
      page.waitForSelector("[role=alert]:has-text('rumour.dreamt')");
      page.fill("#body", page.inputValue("#body").replace("，{rumour.dreamt}", ""));
      page.click("#keep");
      page.waitForURL("**/console/bulletin?id=*");
      address = page.url();
      assertEquals("28000", page.locator(".bulletin mark").textContent());
      assertTrue(page.locator(".bulletin .counted").count() >= 10);
      click(page, "[id$=submit]", "待审核");
      page.locator(".bulletin .counted").first().click();
      page.waitForSelector("#sources");
    }
    approved(address);
    String number;
    String correction;
    try (var context = officer("bulletin.writer")) {
      var page = context.newPage();
      page.navigate(address);
      number = page.locator("p.facts strong").textContent();
      assertTrue(number.matches("Z-\\d{4}-\\d{4}"), page.locator("p.facts").textContent());
      stands(number);
      page.click("a[href*='corrects=']");
      page.waitForSelector("h1:has-text('更正战报 Z-')");
      page.click("#keep");
      page.waitForSelector("p.notice:has-text('本期更正战报 Z-')");
      correction = page.url();
      click(page, "[id$=submit]", "待审核");
    }
    handedOver(number, "");
    drafted(number);
    approved(correction);
    corrected(number);
    handedOver(number, "更正");
  }

  private void approved(String address) {
    by("bulletin.reviewer", address, "[id$=approve]", "待签发");
    by("bulletin.signer", address, "[id$=sign]", "已签发");
  }

  /** In the list and on its page, in every look, without a cookie; and its sources. */
  private void stands(String number) {
    for (var language : List.of("zh", "en")) {
      for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        try (var visitor = Browser.visitor(base.toString(), language, scheme, 360)) {
          var page = visitor.newPage();
          read(page, "/bulletins");
          page.click("a[href='/bulletins/" + number + "']");
          read(page, "/bulletins/" + number);
          assertEquals(number, page.locator(".issue-number").textContent());
          assertTrue(page.locator(".issue .counted").count() >= 10);
          read(page, "/bulletins/" + number + "?figure=0");
          assertEquals(1, page.locator("#sources").count());
          assertFalse(page.content().contains("rumour.figures"), "sources have names");
          assertEquals(List.of(), visitor.cookies(), "nobody gets a cookie");
        }
      }
    }
    try (var visitor = Browser.visitor(base.toString())) {
      assertEquals(404, visitor.request().get("/bulletins/Z-1999-0001").status());
      assertTrue(visitor.request().get("/sitemap.xml").text().contains("/bulletins/" + number));
    }
  }

  private static void read(Page page, String address) {
    var answer = page.navigate(address);
    assertEquals(200, answer.status());
    assertTrue(answer.body().length < HEAVIEST, address + " " + answer.body().length);
    assertEquals(
        List.of(),
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .map(one -> one.getId() + " " + one.getNodes().get(0).getHtml())
                .toList());
    assertEquals(
        0, page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    assertTrue(!page.content().contains("???"), "a key without words");
  }

  private void corrected(String number) {
    try (var visitor = Browser.visitor(base.toString())) {
      var page = visitor.newPage();
      page.navigate("/bulletins/" + number);
      page.click(".issue > .notice a");
      page.waitForSelector(".issue > .notice:has-text('本期更正战报 " + number + "')");
    }
  }

  /** A short message is made of it, and hangs below it on the trail. */
  private void drafted(String number) {
    try (var context = officer("designer")) {
      var page = context.newPage();
      page.navigate("/console/publicity/handed");
      page.click(".handed:has-text('" + number + "') [id$=make]");
      page.waitForURL("**/console/publicity/material?id=*");
      assertTrue(page.locator("main").innerText().contains("短信"), page.locator("main").innerText());
      assertTrue(page.locator("main").innerText().contains(number));
    }
    in("leader", "/console/trail?of=" + number, "#stops:has-text('宣传品')", number, "短信");
  }

  /** With the broadcasters, with the designers, and on the trail; with the word in its state. */
  private void handedOver(String number, String state) {
    in("caster", "/console/broadcast/scripts", "tr:has(td.number:has-text('%s'))", number, state);
    in("designer", "/console/publicity/handed", ".handed:has-text('%s')", number, state);
    in("leader", "/console/trail?of=" + number, "#stops:has-text('广播稿')", number, state);
  }

  private void in(String name, String address, String place, String number, String state) {
    try (var context = officer(name)) {
      var page = context.newPage();
      Await.until(
          () -> {
            page.navigate(address);
            var found = page.locator(place.replace("%s", number));
            return found.count() > 0 && found.first().textContent().contains(state);
          },
          SOON);
    }
  }
}
