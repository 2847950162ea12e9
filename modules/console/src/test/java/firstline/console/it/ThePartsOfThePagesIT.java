package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The components that every module's pages are made of, worked with as an officer would. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ThePartsOfThePagesIT {
  @ArquillianResource private URL base;

  @Test
  @Requirement("R22.7")
  void anAreaIsChosenFromTheTreeByKeyboard() {
    try (var visitor =
        Browser.officer(base.toString(), "clerk.police", "zh", ColorScheme.LIGHT, 1440)) {
      var page = visitor.newPage();
      page.navigate("/console/rumour/claims");
      var field = page.locator(".filters [role=combobox]");
      field.press("ArrowDown");
      page.waitForSelector(".filters [role=treeitem] [role=treeitem]");
      field.press("ArrowDown");
      field.press("ArrowRight");
      assertEquals("翠屏区", active(page), "the first below the city");
      field.press("ArrowRight");
      page.waitForSelector(".filters [aria-level='3']");
      field.press("ArrowRight");
      field.press("ArrowLeft");
      assertEquals("翠屏区", active(page), "back to the one above");
      field.press("Enter");
      assertEquals("511502000000", page.inputValue("#area"));
      page.click(".filters button");
      page.waitForURL(url -> url.contains("area=511502000000"));
      assertEquals("翠屏区", page.locator(".filters [role=combobox]").inputValue());

      page.locator(".filters [role=combobox]").fill("没有这个地方");
      page.waitForSelector(".filters .pick-tree .second");
      page.click(".filters button");
      assertTrue(page.url().contains("area=511502000000"), "words that are no area are not sent");
    }
  }

  private static String active(Page page) {
    return page.locator(".filters [aria-selected=true] > span").innerText().strip();
  }

  @Test
  @Requirement("R22.8")
  void hiddenColumnsFollowTheOfficerToAnotherMachine() {
    var clerk = Credentials.read().named("clerk.health");
    try (var here = Browser.visitor(base.toString());
        var there = Browser.visitor(base.toString())) {
      var page = Browser.signIn(here, clerk);
      page.navigate("/console/rumour/rebuttals");
      assertTrue(page.locator(".list th:nth-child(4)").isVisible());
      page.click(".columns summary");
      page.uncheck(".columns input[name='shown'][value='4']");
      page.click(".columns button:not([name])");
      page.waitForURL(url -> url.contains("/console/rumour/rebuttals"));
      assertFalse(page.locator(".list th:nth-child(4)").isVisible());
      var answered =
          page.waitForResponse("**/console/keep", () -> page.click("[data-density-switch]"));
      assertEquals(204, answered.status());

      var other = Browser.signIn(there, clerk);
      other.navigate("/console/rumour/rebuttals");
      assertFalse(other.locator(".list th:nth-child(4)").isVisible());
      assertTrue(other.locator(".list th:nth-child(5)").isVisible());
      assertEquals("compact", other.getAttribute("html", "data-density"));
    }
  }

  @Test
  @Requirement("R22.9")
  void workingAtOneAreaShowsThatAreaAlone() {
    try (var visitor = Browser.visitor(base.toString())) {
      var page = Browser.signIn(visitor, Credentials.read().named("clerk.police"));
      page.navigate("/console/rumour/claims?state=ACCEPTED");
      var all = page.locator(".list tbody tr").count();
      page.click(".area-switch summary");
      page.locator(".area-switch [role=combobox]").fill("高县");
      page.waitForSelector(".area-switch [aria-selected=true]");
      page.locator(".area-switch [role=combobox]").press("Enter");
      page.click(".area-switch button.primary");
      page.waitForURL(url -> url.contains("/console/home"));
      assertEquals("高县", page.locator(".area-switch summary").innerText().strip());
      page.navigate("/console/rumour/claims?state=ACCEPTED");
      var some = page.locator(".list tbody tr").count();
      assertTrue(some < all, some + " of " + all);
      assertEquals(
          some,
          page.locator(".list tbody tr td:nth-child(4)", text("高县")).count(),
          "nothing of another area");
      page.click(".area-switch summary");
      page.click(".area-switch button[name=all]");
      page.navigate("/console/rumour/claims?state=ACCEPTED");
      assertEquals(all, page.locator(".list tbody tr").count());
    }
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @Test
  @Requirement("R22.10")
  void theChainIsVerifiedAsALongJob() {
    try (var visitor =
        Browser.officer(base.toString(), "admin.audit", "zh", ColorScheme.LIGHT, 1440)) {
      var page = visitor.newPage();
      page.navigate("/console/admin/audit");
      page.locator("[id$=verify]").click();
      page.waitForURL(url -> url.contains("job="));
      page.waitForSelector(".message");
      assertEquals(1, page.locator(".message.is-done").count(), page.locator("main").innerText());
      var address = page.url();
      try (var stranger =
          Browser.officer(base.toString(), "admin.system", "zh", ColorScheme.LIGHT, 1440)) {
        var id = address.substring(address.indexOf("job=") + 4);
        assertEquals(404, stranger.request().get("/console/jobs/" + id).status());
      }
    }
  }
}
