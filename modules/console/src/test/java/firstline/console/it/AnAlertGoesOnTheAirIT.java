package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import firstline.persistence.requirement.Requirement;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An alert of another authority: from its file over an officer's hand onto the air, and off. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AnAlertGoesOnTheAirIT {
  @ArquillianResource private URL base;

  /** Times of CAP know no Z. */
  private static String time(Instant at) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx")
        .format(at.atOffset(ZoneOffset.ofHours(8)));
  }

  private static String head(String identifier, Instant sent, String type) {
    return """
    <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>%s</identifier>\
    <sender>it@qixiang</sender><sent>%s</sent><status>Actual</status><msgType>%s</msgType>\
    <scope>Public</scope>"""
        .formatted(identifier, time(sent), type);
  }

  private static String rain(String identifier, Instant sent) {
    return head(identifier, sent, "Alert")
        + """
        <info><language>zh-CN</language><category>Met</category><event>暴雨</event>\
        <urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty>\
        <expires>%s</expires><headline>暴雨橙色预警</headline><description>低洼地带可能积水。\
        </description><area><areaDesc>翠屏区</areaDesc><geocode><valueName>行政区划代码</valueName>\
        <value>511502</value></geocode></area></info></alert>"""
            .formatted(time(sent.plus(Duration.ofHours(2))));
  }

  private static void brought(Page page, String message) {
    page.navigate("/console/broadcast/alerts");
    page.click("details.panel > summary");
    page.setInputFiles(
        "input[type=file]",
        new FilePayload("alert.xml", "text/xml", message.getBytes(StandardCharsets.UTF_8)));
    page.click("[id$=takeIn]");
  }

  /** The server looks every two seconds; twenty are plenty. */
  private static void offTheAir(Page page) {
    for (var look = 0; look < 20; look++) {
      page.navigate("/console/broadcast/emergency");
      if (!page.locator(".on-air").allTextContents().toString().contains("沿江各村请转移")) {
        return;
      }
      page.waitForTimeout(1_000);
    }
    assertEquals(0, page.locator(".on-air").count(), "the cancelled alert is off the air");
  }

  @Test
  @Requirement({"R34.14", "R34.15", "R34.9"})
  void itIsOrderedAsTheOfficerSettlesItAndFallsWithItsCancellation() throws Exception {
    var sent = Instant.now().minus(Duration.ofMinutes(5));
    var name = "IT-" + sent.toEpochMilli();
    try (var context =
        Browser.officer(base.toString(), "broadcast.duty", "zh", ColorScheme.LIGHT, 1440)) {
      var page = context.newPage();
      brought(page, "<alert/>");
      assertEquals(1, page.locator("[role=alert]").count(), "what is wrong is said");
      brought(page, rain(name, sent));
      assertTrue(page.url().contains("/console/broadcast/alert?id="), page.url());
      var alert = page.url();
      assertTrue(page.locator("#level-2").isChecked(), "severe is orange");
      assertEquals("翠屏区", page.inputValue("#areas"));

      page.fill("#text", "沿江[村名]请转移");
      page.click("#order");
      assertTrue(page.locator("[role=alert]").textContent().contains("[村名]"));
      page.fill("#text", "沿江各村请转移");
      page.click("#order");
      assertTrue(page.locator(".on-air").allTextContents().toString().contains("沿江各村请转移"));
      assertTrue(page.locator("a.banner").count() > 0, "it stands on every page");

      var feed = context.newPage().navigate("/feeds/alerts.atom").text();
      assertTrue(feed.contains(name), feed);

      page.navigate(alert);
      assertEquals(0, page.locator("#order").count(), "it is ordered once");
      brought(
          page,
          head(name + "-C", sent.plusSeconds(60), "Cancel")
              + "<references>it@qixiang,%s,%s</references></alert>".formatted(name, time(sent)));
      offTheAir(page);
      page.navigate(alert);
      page.click("a.button[href*='broadcast/schedule?']");
      assertTrue(page.content().contains("发送方撤销或更新"), "its history says why");

      var other = "IT-D-" + sent.toEpochMilli();
      brought(page, rain(other, sent));
      page.click("details:has([id$=decline]) > summary");
      page.fill("#why", "与本市无关");
      page.click("[id$=decline]");
      page.navigate("/console/broadcast/alerts?state=IGNORED");
      assertTrue(page.content().contains("暴雨橙色预警"));
    }
  }
}
