package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A township asks for more than its quota on a telephone; it is granted, sent, and comes short. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ATownshipOrdersCopiesIT {
  @ArquillianResource private URL base;

  private BrowserContext officer(String name, int width) {
    return Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, width);
  }

  private static String state(Page page) {
    return page.locator("p.facts .chip").textContent();
  }

  private static String alert(Page page) {
    return page.locator("[role=alert]").textContent();
  }

  @Test
  @Requirement({"R62.1", "R62.2", "R62.3", "R62.4", "R62.5", "R62.6"})
  void whatIsAskedGrantedSentAndReceivedStandsSideBySide() {
    try (var townships = officer("storekeeper.lizhuang", 360);
        var publishers = officer("material.publisher", 1440);
        var cities = officer("storekeeper", 1440)) {
      var publisher = publishers.newPage();
      publisher.navigate("/console/publicity/order-quota");
      publisher.selectOption("#unit", "TOWNSHIP");
      publisher.fill("#copies", "1000000000000");
      publisher.click("#set");
      assertTrue(alert(publisher).contains("10,000,000"), alert(publisher));
      publisher.fill("#copies", "400");
      publisher.click("#set");
      publisher.waitForCondition(() -> publisher.content().contains("已保存"));

      var township = townships.newPage();
      township.navigate("/console/publicity/order-form");
      for (var quantity : new String[] {"-1", "0", "1000000000000"}) {
        township.fill("#quantity", quantity);
        township.fill("#purpose", "古镇年会");
        township.click("#order");
        assertTrue(alert(township).contains("数量"), alert(township));
      }
      township.fill("#quantity", "450");
      township.click("#order");
      township.waitForURL(url -> url.contains("/console/publicity/order?id="));
      var record = township.url();
      assertEquals("待审批", state(township));
      assertEquals(0, township.locator("#grant").count(), "nobody decides on their own order");

      publisher.navigate("/console/publicity/orders?show=DECIDE");
      publisher.click("td.number a[href='" + record.replaceFirst("https?://[^/]+", "") + "']");
      publisher.click("#decline");
      assertTrue(alert(publisher).contains("理由"), alert(publisher));
      publisher.fill("#granted", "40");
      publisher.click("#grant");
      assertEquals("待发货", state(publisher));

      var city = cities.newPage();
      city.navigate(record);
      city.fill("#quantity", "41");
      city.click("#send");
      assertTrue(alert(city).contains("还可发 40 份"), alert(city));
      city.fill("#quantity", "30");
      city.click("#send");
      assertTrue(city.locator("p.identity").textContent().contains("在途 30"));

      township.navigate("/console/publicity/stock");
      var coming = township.locator("form:has(input[name=quantity][value='30'])");
      coming.locator("input[name=quantity]").fill("29");
      township.evaluate("document.documentElement.dataset.before = 'yes'");
      coming.locator("button[data-stock-kind=RECEIVE]").click();
      township.waitForSelector("html:not([data-before])");
      township.waitForLoadState();
      assertEquals(0, coming.count());
      township.navigate(record);
      assertEquals("部分到货", state(township));
      var identity = township.locator("p.identity").textContent();
      assertTrue(identity.contains("收到 29") && identity.contains("缺少 1"), identity);

      publisher.navigate("/console/publicity/order-report");
      var number = township.locator("h1").textContent().split(" ", 2)[0];
      assertTrue(publisher.locator("table.list").textContent().contains(number));
      var table =
          new String(
              publishers.request().get(publisher.locator(".actions a").getAttribute("href")).body(),
              StandardCharsets.UTF_8);
      assertTrue(
          table
              .lines()
              .anyMatch(line -> line.contains(number) && line.contains("\"29\",\"0\",\"1\"")),
          table);
    }
  }
}
