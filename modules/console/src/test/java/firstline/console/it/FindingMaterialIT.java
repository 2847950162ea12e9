package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import firstline.persistence.requirement.Requirement;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The catalogue, its public face, and what leaves the house. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FindingMaterialIT {
  private static final String LIST = "/console/publicity/materials";

  @ArquillianResource private URL base;

  private BrowserContext officer(String name) {
    return Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, 1440);
  }

  private BrowserContext visitor() {
    return Browser.visitor(base.toString(), "zh", ColorScheme.LIGHT, 1440);
  }

  @Test
  @Requirement({"R64.7", "R64.8", "R64.9"})
  void anOfficerFindsFilesAndListsMaterial() {
    try (var editors = officer("designer")) {
      var page = editors.newPage();
      page.navigate("/console/publicity/campaign-form");
      page.fill("#title", "秋冬森林防火");
      page.fill("#begins", "2026-11-01");
      page.fill("#ends", "2026-10-01");
      page.click("#save");
      assertTrue(page.locator("[role=alert]").textContent().contains("早于"));
      page.fill("#ends", "2027-03-01");
      page.click("#save");
      page.waitForURL(url -> url.endsWith("/campaigns"));
      assertTrue(page.content().contains("秋冬森林防火"));

      page.navigate(LIST + "?q=" + "森林防火标语");
      assertEquals(1, page.locator(".cards > li").count());
      page.check(".cards input");
      page.selectOption("#to-campaign", new SelectOption().setLabel("秋冬森林防火"));
      page.click("#file");
      page.waitForURL(url -> url.contains("done="));
      assertTrue(page.locator("p.notice").textContent().contains("办成 1 件"));
      // The catalogue is as it was a moment ago, and a test is faster than a moment.
      var campaign = page.locator(".catalogue-facets a:has-text('秋冬森林防火')");
      page.waitForCondition(
          () -> {
            page.navigate(LIST);
            return campaign.count() == 1;
          });
      campaign.click();
      assertEquals(1, page.locator(".cards > li").count());

      page.navigate("/console/publicity/material-table");
      page.setInputFiles(
          "input[type=file]",
          new FilePayload(
              "m.csv",
              "text/csv",
              "number,topic\nM-2026-0001,防汛避险\nM-1999-0001,防汛避险\nM-2026-0002,没有这个\n"
                  .getBytes(StandardCharsets.UTF_8)));
      page.click("#run");
      var report = page.locator("section[aria-labelledby=result]").textContent();
      assertTrue(report.contains("已著录 1 行，2 行没有著录"), report);
      assertTrue(report.contains("第 3 行") && report.contains("没有这个主题"), report);
    }
  }

  @Test
  @Requirement({"R65.1", "R66.4"})
  void thePublicReadsItAndOnlyTheEmbedMayBeFramed() {
    try (var visitors = visitor()) {
      var page = visitors.newPage();
      page.navigate("/materials");
      page.locator(".materials a").first().click();
      var path = page.url().substring(page.url().indexOf("/materials/"));
      assertTrue(page.locator("script[type='application/ld+json']").count() == 1);
      assertEquals(0, visitors.cookies().size(), "no cookie for a reader");
      var shown = Objects.requireNonNull(page.navigate(path));
      assertTrue(
          shown
              .headers()
              .getOrDefault("content-security-policy", "")
              .contains("frame-ancestors 'none'"));
      var embedded = visitors.request().get(path.replace("/materials/", "/embed/"));
      assertEquals(200, embedded.status());
      assertTrue(
          embedded
              .headers()
              .getOrDefault("content-security-policy", "")
              .contains("frame-ancestors *"));
      assertEquals(404, visitors.request().get("/materials/M-1999-0001").status());
      assertEquals(200, visitors.request().get("/notices").status());
      assertTrue(visitors.request().get("/feeds/materials.atom").text().contains("<feed"));
    }
  }

  @Test
  @Requirement("R65.7")
  void programsFindWhatIsOut() {
    try (var visitors = visitor()) {
      var found = visitors.request().get("/api/v1/materials?facet=state:PUBLISHED&limit=1");
      assertEquals(200, found.status(), found.text());
      assertTrue(found.text().contains("\"facets\"") && found.text().contains("M-20"));
    }
  }

  @Test
  @Requirement("R66.2")
  void aSharedVersionWantsItsPassword() {
    try (var editors = officer("designer");
        var visitors = visitor()) {
      var page = editors.newPage();
      page.navigate(LIST + "?state=DRAFT");
      page.locator(".cards a").first().click();
      page.click(".drawer a[href*='share?id']");
      page.fill("#password", "长江上游的水");
      page.click("#share");
      var address = page.inputValue("#address");
      var guest = visitors.newPage();
      guest.navigate(address.substring(address.indexOf("/share/")));
      guest.fill("#password", "不对");
      guest.click("button[type=submit]");
      assertTrue(guest.locator("[role=alert]").textContent().contains("不对"));
      guest.fill("#password", "长江上游的水");
      guest.click("button[type=submit]");
      assertTrue(guest.content().contains("尚未发布"));
      var link = address.substring(address.indexOf("/share/"));
      for (var i = 0; i < 10; i++) {
        visitors
            .request()
            .post(link, RequestOptions.create().setForm(FormData.create().set("password", "x")));
      }
      try (var late = visitor()) {
        var other = late.newPage();
        other.navigate(link);
        other.fill("#password", "长江上游的水");
        other.click("button[type=submit]");
        assertTrue(other.locator("[role=alert]").textContent().contains("太多"));
      }
    }
  }
}
