package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WithoutAMouseIT {
  @ArquillianResource private URL base;

  @Test
  @Requirement("R22.5")
  void anOfficerWorksByKeyboardAlone() {
    try (var visitor = Browser.visitor(base.toString())) {
      var clerk = Credentials.read().named("clerk.police");
      var page = visitor.newPage();
      page.navigate("/sign-in");
      page.waitForSelector("#username:focus");
      type(page, clerk.username());
      page.keyboard().press("Tab");
      type(page, clerk.password());
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.contains("/console/home"));

      page.keyboard().press("Control+k");
      page.waitForSelector("#palette[open]");
      type(page, "传言线索");
      page.waitForSelector("#palette li a");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.contains("/console/rumour/claims"));

      page.keyboard().press("j");
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.contains("open="));
      assertEquals(1, page.locator(".drawer").count());
      page.keyboard().press("Escape");
      page.waitForURL(url -> !url.contains("open="));
    }
  }

  @Test
  @Requirement("R22.6")
  void languageAndThemeStayAsChosen() {
    try (var visitor =
        Browser.officer(base.toString(), "clerk.police", "zh", ColorScheme.LIGHT, 1440)) {
      var page = visitor.newPage();
      page.navigate("/console/home");
      assertEquals("zh", page.getAttribute("html", "lang"));
      page.click("a[hreflang=en]");
      page.navigate("/console/rumour/claims");
      assertEquals("en", page.getAttribute("html", "lang"));
      page.click("[data-theme-switch]");
      page.click("[data-theme-switch]");
      page.navigate("/console/home");
      assertEquals("dark", page.getAttribute("html", "data-theme"));
      var ground = String.valueOf(page.evaluate("getComputedStyle(document.body).backgroundColor"));
      assertEquals("rgb(21, 26, 33)", ground, "dark on a light system");
      page.click("[data-density-switch]");
      page.reload();
      assertEquals("compact", page.getAttribute("html", "data-density"));
      assertTrue(page.locator("h1").count() > 0);
    }
  }

  private static void type(Page page, String text) {
    page.keyboard().type(text);
  }
}
