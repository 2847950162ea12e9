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

/** A print run, and a storekeeper's phone that is off line for a while. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CopiesReachAVillageIT {
  @ArquillianResource private URL base;

  private BrowserContext officer(String name, int width) {
    return Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, width);
  }

  private static void enter(Page page, String batch, String quantity, String place) {
    page.selectOption("#batch", batch);
    page.selectOption("#kind", "HAND_OUT");
    page.fill("#quantity", quantity);
    page.fill("#place", place);
    page.click("#move");
  }

  private static String stock(Page page, String batch) {
    return page.locator("[data-stock-of='" + batch + "']").textContent();
  }

  @Test
  @Requirement({"R61.1", "R61.3", "R61.7"})
  void whatIsHandedOutOffLineIsToldLaterAndOnce() {
    try (var publishers = officer("material.publisher", 1440);
        var keepers = officer("storekeeper", 360)) {
      var publisher = publishers.newPage();
      publisher.navigate("/console/publicity/print-form");
      publisher.fill("#printer", "印务");
      publisher.fill("#quantity", "1000000000000");
      publisher.fill("#cost", "120.50");
      publisher.click("#print");
      assertTrue(publisher.locator("[role=alert]").textContent().contains("10,000,000"));
      publisher.fill("#quantity", "300");
      publisher.click("#print");
      publisher.waitForURL(url -> url.contains("/console/publicity/batch?id="));
      var batch = publisher.url().replaceFirst(".*id=", "");
      assertTrue(publisher.locator("p.identity").textContent().contains("印 300"));

      var keeper = keepers.newPage();
      keeper.navigate("/console/publicity/stock");
      assertEquals("300", stock(keeper, batch));
      keepers.setOffline(true);
      enter(keeper, batch, "100", "火车站");
      enter(keeper, batch, "250", "汽车站");
      keeper.waitForCondition(() -> keeper.locator("[data-stock-queue] li").count() == 2);
      assertEquals("300", stock(keeper, batch));
      keepers.setOffline(false);
      keeper.waitForCondition(() -> stock(keeper, batch).equals("200"));
      keeper.waitForCondition(
          () -> keeper.locator("[data-stock-queue]").textContent().contains("只有 200"));
      keeper.reload();
      // What is refused stays.
      keeper.waitForSelector("[data-stock-queue] li");
      assertEquals(1, keeper.locator("[data-stock-queue] li").count());
      keeper.click("[data-stock-queue] li button >> nth=0");
      assertEquals("250", keeper.inputValue("#quantity"));
      keeper.fill("#quantity", "150");
      keeper.click("#move");
      keeper.waitForCondition(() -> stock(keeper, batch).equals("50"));
      keeper.waitForCondition(() -> keeper.locator("[data-stock-queue] li").count() == 0);

      publisher.reload();
      var identity = publisher.locator("p.identity").textContent();
      assertTrue(identity.contains("库存 50") && identity.contains("已发放 250"), identity);
    }
  }
}
