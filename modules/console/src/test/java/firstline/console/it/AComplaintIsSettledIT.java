package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A letter is taken in at the hall, mediated and settled; the tip-off in it stays sealed. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AComplaintIsSettledIT {
  private static final String SENDER = "欧阳采薇 13900000017";

  @ArquillianResource private URL base;

  private BrowserContext officer(String name) {
    return Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, 1440);
  }

  @Test
  @Requirement({"R81.4", "R82.1", "R82.2", "R82.3", "R82.4"})
  void fromTheHallToAnAgreementOfWhichBothAreTold() {
    try (var clerks = officer("market.clerk");
        var handlers = officer("market.officer");
        var heads = officer("market.head")) {
      var clerk = clerks.newPage();
      clerk.navigate("/console/market/complaint-form");
      clerk.selectOption("#what", "BOTH");
      clerk.fill("#operator", "安康药房（示例）");
      clerk.fill("#place", "南岸西区");
      clerk.fill("#goods", "一次性口罩");
      clerk.fill("#facts", "口罩没有生产日期，要求退款；请查处。");
      clerk.click("#take");
      clerk.waitForSelector("#near");
      assertTrue(clerk.textContent("table.list").contains("消毒酒精"), "the other letter");
      clerk.click("#take");
      assertTrue(clerk.textContent("[role=alert]").contains("第九条"), "no complaint without a name");
      clerk.fill("#contact", SENDER);
      clerk.click("#take");
      clerk.waitForSelector("#near");
      clerk.click("#take");
      clerk.waitForURL(url -> url.contains("/console/market/complaint?id="));
      var record = clerk.url();
      assertFalse(clerk.content().contains("欧阳"), "not even on the record");
      LetterSteps.act(clerk, "REQUEST_IDENTITY", "IDENTITY_REQUESTED");
      assertEquals(1, clerk.locator(".chip.is-TERM_STANDING").count());
      LetterSteps.act(clerk, "IDENTITY_GIVEN", "RECEIVED");
      LetterSteps.act(clerk, "ACCEPT", "ACCEPTED");
      assertEquals(0, clerk.locator("#act").count(), "others act next");

      var handler = handlers.newPage();
      handler.navigate(record);
      handler.click("#open");
      handler.waitForSelector("#identity");
      assertTrue(handler.textContent("#identity").contains("欧阳采薇"));
      LetterSteps.act(handler, "MEDIATE", "MEDIATING");
      handler.selectOption("#action", "AGREE");
      handler.click("#act");
      assertTrue(handler.textContent("[role=alert]").contains("说明"));
      handler.fill("#reason", "退款 120 元，当场履行");
      LetterSteps.act(handler, "AGREE", "AGREED");
      handler.fill("#reason", "电话告知双方");
      handler.click("#act");
      handler.waitForSelector("ol.history >> text=已告知双方");
      assertEquals(3, handler.locator(".chip.is-TERM_MET").count());

      var head = heads.newPage();
      head.navigate("/console/market/complaints?kind=TIPOFF&words=安康药房");
      assertFalse(head.content().contains("欧阳"));
      head.click("td.number a");
      head.waitForSelector("#why");
      head.click("#open");
      assertTrue(head.textContent("[role=alert]").contains("理由"));
      head.fill("#why", "核实举报奖励");
      head.click("#open");
      head.waitForSelector("#identity");
      assertTrue(head.textContent("#identity").contains("欧阳采薇"));
      head.navigate("/console/market/terms?rule=lead.verify");
      assertTrue(head.textContent("table.list").contains("第十八条"), "the article stands beside");
    }
  }
}
