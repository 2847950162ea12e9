package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Terms of law by the call for programs, and the notice of a year by the page. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TermsAndNoticesIT {
  @ArquillianResource private URL base;

  /** Asked by anybody: without a token. */
  private HttpResponse<String> preview(String question) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(base + "api/v1/market/deadlines/preview"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question))
                .build(),
            BodyHandlers.ofString());
  }

  @Test
  @Requirement("R80.5")
  void aProgramAsksWhenATermEnds() throws Exception {
    var answer = preview("{\"rule\":\"complaint.accept\",\"trigger\":\"2020-01-22\"}");
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"due\":\"2020-02-10\""), answer.body());
    assertTrue(answer.body().contains("\"lawVersion\":\"complaint-handling@2020-01-01\""));
    assertTrue(answer.body().contains("\"counted\":[\"2020-01-23\",\"2020-02-03\""));
    assertTrue(
        preview(
                "{\"rule\":\"complaint.accept\",\"trigger\":\"2020-01-22\","
                    + "\"knownOn\":\"2020-01-26\"}")
            .body()
            .contains("\"due\":\"2020-02-06\""));
    assertTrue(
        preview(
                "{\"rule\":\"measure.report\",\"trigger\":\"2020-02-03T10:00:00+08:00\","
                    + "\"area\":\"511500000000\",\"events\":[]}")
            .body()
            .contains("\"due\":\"2020-02-04T10:00:00+08:00\""));
    for (var bad :
        List.of(
            "{\"rule\":\"case.dream\",\"trigger\":\"2020-01-22\"} clock.rule",
            "{\"rule\":\"case.decide\",\"trigger\":\"yesterday\"} clock.moment",
            "{\"rule\":\"case.decide\",\"trigger\":\"9999-01-01\"} clock.range",
            "{\"rule\":\"case.decide\",\"trigger\":\"1900-01-01\"} clock.range",
            "{\"trigger\":\"2020-01-22\"} clock.missing",
            "{\"rule\":\"case.decide\",\"trigger\":\"2026-01-05\",\"events\":[{\"kind\":\"LOST\","
                + "\"at\":\"2026-01-06\"}]} clock.kind")) {
      var cut = bad.lastIndexOf(' ');
      var refused = preview(bad.substring(0, cut));
      assertEquals(422, refused.statusCode(), bad);
      assertTrue(refused.body().contains(bad.substring(cut + 1)), refused.body());
    }
  }

  @Test
  @Requirement("R15.6")
  void anAdministratorTakesInTheNoticeOfAYear() {
    try (var context =
        Browser.officer(base.toString(), "admin.system", "zh", ColorScheme.LIGHT, 1440)) {
      var page = context.newPage();
      page.navigate("/console/admin/calendar?year=2027");
      page.fill("#published", "2026-11-04");
      page.fill("#lines", "2027-01-01,holiday,元旦\n2027-02-30,holiday,春节");
      page.click("#take-in");
      assertTrue(
          page.locator("[role=alert]").textContent().contains("第 2 行"),
          page.locator("main").textContent());
      assertTrue(page.inputValue("#lines").contains("2027-02-30"), "nothing typed is lost");
    }
  }
}
