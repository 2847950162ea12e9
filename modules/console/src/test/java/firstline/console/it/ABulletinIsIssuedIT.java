package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A bulletin is written from the standard text, reviewed, signed, followed to its rows. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ABulletinIsIssuedIT {
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
  @Requirement({"R100.2", "R100.3", "R100.4", "R100.7"})
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
    by("bulletin.reviewer", address, "[id$=approve]", "待签发");
    by("bulletin.signer", address, "[id$=sign]", "已签发");
    try (var context = officer("bulletin.writer")) {
      var page = context.newPage();
      page.navigate(address);
      assertTrue(
          page.locator("p.facts strong").textContent().matches("B-\\d{4}-\\d{4}"),
          page.locator("p.facts").textContent());
      page.click("a[href*='corrects=']");
      page.waitForSelector("h1:has-text('更正战报 B-')");
      page.click("#keep");
      page.waitForSelector("p.notice:has-text('本期更正战报 B-')");
    }
  }
}
