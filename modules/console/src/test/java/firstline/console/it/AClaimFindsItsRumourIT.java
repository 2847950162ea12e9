package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.wait.Await;
import jakarta.json.Json;
import java.net.URL;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What has been answered is recognised by itself; a wrong join is taken back and forgotten. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AClaimFindsItsRumourIT {
  private static final String ANSWERED =
      """
      {"externalId":"j1","claim":"翠屏山水库大坝出现十米长裂缝，下游三个镇今晚全部转移","verdict":"FALSE","fact":"翠屏山水库大坝安全，没有转移安排","explanation":"水利部门当日巡查，坝体监测数据正常。","sources":["市水利局"],"language":"zh"}
      """;

  @ArquillianResource private URL base;

  @Test
  @Requirement({"R9.3", "R9.4"})
  void theEngineJoinsAndAnOfficerTakesItBack() throws Exception {
    Api.of(base).post("rumours/import?origin=join-it", "application/x-ndjson", ANSWERED);
    var wording = "【速转】翠屏山水庫大壩出現十米長裂縫，下游三個鎮今晚全部轉移！！";
    var filed =
        Api.of(base)
            .post(
                "rumours/claims",
                "application/json",
                Json.createObjectBuilder().add("text", wording).build().toString());
    var number = filed.getString("number");
    Await.until(() -> "ANSWERED".equals(state(number)), Duration.ofSeconds(20));
    assertEquals(1, counted("select count(*) from rumour_wording where text like '%大壩%'"));

    try (var visitor = Browser.visitor(base.toString())) {
      var clerk = Browser.signIn(visitor, Credentials.read().named("clerk"));
      open(clerk, number);
      assertTrue(clerk.locator(".drawer").textContent().contains("自动归并"));
      clerk.fill("#again-why, [id$=again-why]", "说的不是同一座水库");
      clerk.click("[id$=detach]");
      assertEquals(0, clerk.locator("[role=alert]").count(), clerk.content());
    }
    assertEquals("RECEIVED", state(number));
    assertEquals(0, counted("select count(*) from rumour_wording where text like '%大壩%'"));
    assertEquals(1, counted("select detached from rumour where title like '翠屏山水库大坝出现十米长裂缝%'"));
  }

  @Test
  @Requirement({"R9.3", "R1.1"})
  void whatIsPastedIsAnsweredWithOnePress() throws Exception {
    Api.of(base).post("rumours/import?origin=join-it", "application/x-ndjson", ANSWERED);
    try (var visitor = Browser.visitor(base.toString())) {
      var clerk = Browser.signIn(visitor, Credentials.read().named("clerk"));
      clerk.navigate("/console/rumour/claim");
      clerk.fill("#text", "翠屏山水库大坝裂了十米，下游三个镇今晚都要转移，是真的吗");
      clerk.selectOption("#channel", "CALLER");
      clerk.click("#matches .match button");
      clerk.waitForURL(url -> url.contains("/console/rumour/claims?open="));
      var drawer = clerk.locator(".drawer").textContent();
      assertTrue(drawer.contains("已答复") && drawer.contains("群众来电"), drawer);
    }
  }

  private static void open(Page clerk, String number) throws SQLException {
    clerk.navigate(
        "/console/rumour/claims?open="
            + text("select id from claim where number = '" + number + "'"));
  }

  private static String state(String number) throws SQLException {
    return text("select state from claim where number = '" + number + "'");
  }

  private static long counted(String query) throws SQLException {
    return Long.parseLong(text(query));
  }

  private static String text(String query) throws SQLException {
    try (var connection = ServerDatabase.of(System.getProperty("home")).owner();
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      assertTrue(result.next(), query);
      return result.getString(1);
    }
  }
}
