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

/** Thresholds are drafted, fail the golden cases, are mended, and go live by a second officer. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class APriceRuleIsTriedIT {
  @ArquillianResource private URL base;

  private static void limit(Page page, String least, String most) {
    page.fill("#least", least);
    page.fill("#most", most);
    page.click("#limit");
  }

  private static void attempt(Page page) {
    page.click("#try");
    page.waitForSelector("table.golden");
  }

  @Test
  @Requirement({"R94.1", "R94.2"})
  void fromTheDraftToTheRelease() {
    try (var authors =
            Browser.officer(base.toString(), "market.officer", "zh", ColorScheme.LIGHT, 1440);
        var others =
            Browser.officer(base.toString(), "market.officer2", "zh", ColorScheme.LIGHT, 1440)) {
      var author = authors.newPage();
      author.navigate("/console/market/margin-rules");
      author.fill("#title", "预警线试行");
      author.click("#begin");
      author.waitForURL(url -> url.contains("/console/market/price-draft?id="));
      var draft = author.url().replaceFirst("https?://[^/]+", "");
      limit(author, "60", "50");
      author.waitForSelector("[role=alert]:has-text('预警线不能用')");
      limit(author, "60", "80");
      author.waitForSelector("[role=status]:has-text('请重新试算')");
      attempt(author);
      assertTrue(author.locator("table.golden tr:has-text('涨 35%')").textContent().contains("不符"));
      author.click("#release");
      author.waitForSelector("[role=alert]:has-text('标准案例不符')");

      author.navigate(draft);
      limit(author, "14", "20");
      author.waitForSelector("[role=status]:has-text('请重新试算')");
      attempt(author);
      assertEquals(0, author.locator("table.golden .is-RULES_WRONG").count());
      author.click("#release");
      author.waitForSelector("[role=alert]:has-text('不能自己发布')");

      var other = others.newPage();
      other.navigate(draft);
      other.click("#release");
      other.waitForSelector("[role=status]:has-text('规则已生效')");
      assertEquals("已生效", other.locator("p.facts .chip").first().textContent());
      assertEquals(0, other.locator("#try").count());
    }
  }
}
