package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SignInIT {
  @ArquillianResource private URL base;

  @Test
  @Requirement("R20.4")
  void anOfficerSignsInAndOut() {
    try (var visitor = Browser.visitor(base.toString())) {
      var page = Browser.signIn(visitor, Credentials.read().with("RUMOUR_CLERK", 0));
      assertTrue(page.title().startsWith("首页"), page.title());
      page.click("form[action='/session/sign-out'] button");
      page.waitForURL(url -> url.contains("/sign-in"));
      page.navigate("/console/home");
      assertTrue(page.url().contains("/sign-in"), "signed out means out: " + page.url());
    }
  }

  @Test
  @Requirement("R20.2")
  void anAdministratorNeedsTheSecondFactor() {
    try (var visitor = Browser.visitor(base.toString())) {
      var administrator = Credentials.read().with("SYSTEM_ADMINISTRATOR", 0);
      var page = visitor.newPage();
      page.navigate("/sign-in");
      page.fill("#username", administrator.username());
      page.fill("#password", administrator.password());
      page.click("form button[type=submit]");
      page.waitForURL(url -> url.contains("/sign-in-code"));
      page.navigate("/console/home");
      assertTrue(page.url().contains("/sign-in"), "the password alone opens nothing");
    }
    try (var visitor = Browser.visitor(base.toString())) {
      var page = Browser.signIn(visitor, Credentials.read().with("SYSTEM_ADMINISTRATOR", 0));
      assertTrue(page.url().contains("/console/home"));
    }
  }

  @Test
  @Requirement("R20.1")
  void unknownWrongAndLockedReadTheSame() {
    var account = Credentials.read().with("RUMOUR_READER", 0);
    var unknown = failure("nobody.here", "wrong password");
    var wrong = failure(account.username(), "wrong password");
    for (var i = 0; i < 4; i++) {
      failure(account.username(), "wrong password");
    }
    var locked = failure(account.username(), account.password());
    assertEquals(unknown, wrong);
    assertEquals(unknown, locked, "after five failures the right password does not help");
  }

  @Test
  @Requirement("R20.1")
  void theLastSecurityAdministratorIsNotLockedOut() {
    var guard = Credentials.read().with("SECURITY_ADMINISTRATOR", 0);
    for (var i = 0; i < 6; i++) {
      failure(guard.username(), "wrong password");
    }
    try (var visitor = Browser.visitor(base.toString())) {
      var page = visitor.newPage();
      page.navigate("/sign-in");
      page.fill("#username", guard.username());
      page.fill("#password", guard.password());
      page.click("form button[type=submit]");
      page.waitForURL(url -> url.contains("/sign-in-code"));
    }
  }

  private String failure(String username, String password) {
    try (var visitor = Browser.visitor(base.toString())) {
      var page = visitor.newPage();
      page.navigate("/sign-in");
      page.fill("#username", username);
      page.fill("#password", password);
      page.click("form button[type=submit]");
      page.waitForURL(url -> url.contains("refused="));
      return page.textContent("[role=alert]");
    }
  }
}
