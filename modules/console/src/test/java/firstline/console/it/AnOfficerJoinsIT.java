package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the security administrator's form to the newcomer's own second factor. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AnOfficerJoinsIT {
  private static final String PASSWORD = "River lantern seventeen";

  @ArquillianResource private URL base;

  @Test
  @Requirement({"R20.5", "R20.6"})
  void invitedSignedInAndGuardedByASecondFactor() {
    var link = createdAndInvited();
    try (var visitor = Browser.visitor(base.toString())) {
      var page = visitor.newPage();
      page.navigate(link);
      page.fill("#new-password", PASSWORD);
      page.click("#accept");
      page.waitForURL(url -> url.contains("/sign-in"));
      page.navigate(link);
      assertEquals("找不到 · 第一线", page.title(), "the invitation is used up");

      signIn(page);
      page.waitForURL(url -> url.contains("/console/home"));
      page.navigate("/console/rumour/claims");
      assertTrue(page.locator(".list tbody tr").count() > 0, "the role that was given");

      page.navigate("/console/me");
      page.click("form[action='/session/factor'] button");
      var secret = page.textContent("code.secret").replace(" ", "");
      var account = new Credentials.Account("zhou.xin", PASSWORD, secret, "", List.of());
      page.fill("#code", "000000");
      page.click("form[action='/session/enrol'] button");
      assertTrue(page.locator(".message.is-error").isVisible(), "a wrong code sets nothing up");
      page.fill("#code", account.code());
      page.click("form[action='/session/enrol'] button");
      page.waitForURL(url -> url.contains("/console/me"));
      assertTrue(page.locator("#factor-head ~ details").isVisible());

      page.click("form[action='/session/sign-out'] button");
      page.waitForURL(url -> url.contains("/sign-in"));
      signIn(page);
      page.waitForURL(url -> url.contains("/sign-in-code"));
    }
  }

  private String createdAndInvited() {
    try (var visitor =
        Browser.officer(base.toString(), "admin.security", "zh", ColorScheme.LIGHT, 1440)) {
      var page = visitor.newPage();
      page.navigate("/console/admin/officers");
      page.click(".actions a.primary");
      page.fill("#username", "clerk");
      page.fill("#name", "周欣");
      Browser.pickDepartment(page, "公安局");
      page.click("#create");
      assertTrue(page.locator(".message.is-error").isVisible(), "the name is taken");
      assertEquals("周欣", page.inputValue("#name"), "nothing typed is lost");
      page.fill("#username", "Zhou.Xin");
      page.click("#create");
      page.waitForURL(url -> url.contains("/console/admin/officer?id="));
      page.selectOption("#role", "RUMOUR_READER");
      page.locator("#giving [role=combobox]").fill("宜宾市");
      page.waitForSelector("#giving [aria-selected=true]");
      page.locator("#giving [role=combobox]").press("Enter");
      page.click("#give");
      page.waitForSelector(".message.is-done");
      assertEquals(1, page.locator(".list tbody tr").count());
      page.click("#invite");
      var link = page.textContent(".notice code");
      return link.substring(link.indexOf("/invitation"));
    }
  }

  private static void signIn(Page page) {
    page.navigate("/sign-in");
    page.fill("#username", "zhou.xin");
    page.fill("#password", PASSWORD);
    page.click("form[action='/session/sign-in'] button");
  }
}
