package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.console.signin.IdentityProvider;
import firstline.persistence.database.TestFolder;
import firstline.persistence.requirement.Requirement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server whose officers sign in by an identity provider. */
class ByTheCitysOwnSignInIT {
  @Test
  @Requirement("R20.7")
  void anOfficerComesThroughTheProviderAndAPasswordOpensNothing() throws Exception {
    var folder = TestFolder.named("firstline-openid");
    var home = folder.path();
    try (var provider = new IdentityProvider();
        var server =
            ServerProcess.start(
                home,
                Map.of(
                    "FIRSTLINE_PROFILE", "demo",
                    "FIRSTLINE_OIDC_ISSUER", provider.issuer(),
                    "FIRSTLINE_OIDC_CLIENT_ID", "console",
                    "FIRSTLINE_OIDC_CLIENT_SECRET", "quiet"));
        var visitor = Browser.visitor(server.base())) {
      var page = visitor.newPage();
      page.navigate("/console/rumour/claims?state=ACCEPTED");
      assertEquals(0, page.locator("#password").count());
      page.click(".door a.primary");
      page.waitForURL(url -> url.contains("/console/rumour/claims?state=ACCEPTED"));
      assertTrue(page.locator(".list tbody tr").count() > 0);

      // The page leaves once the browser has forgotten what it kept.
      page.click("form[action='/session/sign-out'] button");
      page.waitForURL(url -> !url.contains("/console/"));
      var accounts = Credentials.of(home);
      page.navigate("/sign-in?local=1");
      page.fill("#username", "clerk");
      page.fill("#password", accounts.named("clerk").password());
      page.click("form[action='/session/sign-in'] button");
      page.waitForSelector(".message.is-error");
      page.navigate("/sign-in?local=1");
      page.fill("#username", "admin.system");
      page.fill("#password", accounts.named("admin.system").password());
      page.click("form[action='/session/sign-in'] button");
      page.waitForURL(url -> url.contains("/sign-in-code"));
      page.navigate("/session/openid-back?code=abc&state=stolen");
      assertTrue(page.url().contains("/sign-in?refused=sign-in.failed"), page.url());
    }
    // After a failure it stays until the next run, to be read.
    folder.close();
  }
}
