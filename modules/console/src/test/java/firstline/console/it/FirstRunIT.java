package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import firstline.console.signin.Totp;
import firstline.persistence.database.TestFolder;
import firstline.persistence.requirement.Requirement;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A county's IT person founds an installation: the link, three tables, three administrators. */
class FirstRunIT {
  /** A production server on a PostgreSQL that is not its own. */
  private static Map<String, String> production(EmbeddedPostgres elsewhere) throws SQLException {
    try (var connection = elsewhere.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create role city login createrole password 'Qd7-long-enough-9k'");
      statement.execute("create database city owner city");
    }
    return Map.of(
        "FIRSTLINE_SECRET", "hT7w-qL2m-Zx9c-Vb4n-Rk8p-Ys3d-Gf6j",
        "FIRSTLINE_DB_URL", "jdbc:postgresql://127.0.0.1:" + elsewhere.getPort() + "/city",
        "FIRSTLINE_DB_USER", "city",
        "FIRSTLINE_DB_PASSWORD", "Qd7-long-enough-9k");
  }

  @Test
  @Requirement({"R21.1", "R120.1", "R120.2", "R120.3"})
  void fromTheLinkToTheFirstSignIn() throws Exception {
    var folder = TestFolder.named("firstline-first");
    var home = folder.path();
    try (var elsewhere = EmbeddedPostgres.builder().start();
        var server = ServerProcess.start(home, production(elsewhere));
        var visitor = Browser.visitor(server.base())) {
      var link = Files.readString(home.resolve("first-run-link")).strip();
      var page = visitor.newPage();
      page.navigate("/first-run");
      assertEquals("找不到 · 第一线", page.title(), "without the link there is no such page");
      page.navigate(link);
      assertFalse(page.url().contains("token"), "the token leaves the address at once");

      page.setInputFiles(
          "#area-file",
          table(
              home,
              "areas.csv",
              "code,parent,level,name\n511500000000,,CITY,宜宾市\n511502000000,511500000000,COUNTY,翠屏区\n9,,CITY,坏\n"));
      page.click("#import-areas");
      page.navigate("/first-run");
      page.fill("#office", "市政府办公室");
      name(page, "system", "xi.tong", "Correct horse battery");
      name(page, "security", "an.quan", "Staple purple marmot");
      name(page, "audit", "an.quan", "Dishwasher over river");
      page.click("#name-administrators");
      assertEquals(1, page.locator("[role=alert]").count(), "three people are three people");
      name(page, "system", "xi.tong", "Correct horse battery");
      name(page, "security", "an.quan", "Staple purple marmot");
      name(page, "audit", "shen.ji", "Dishwasher over river");
      page.click("#name-administrators");

      page.setInputFiles(
          "#department-file",
          table(
              home, "departments.csv", "code,name,name_en,area\nhealth,卫健委,Health,511500000000\n"));
      page.click("#import-departments");
      page.setInputFiles(
          "#officer-file",
          table(
              home,
              "officers.csv",
              "username,name,department,area,roles\nli.min,李敏,health,511500000000,RUMOUR_CLERK\n,无名,health,511500000000,RUMOUR_CLERK\n"));
      page.click("#import-officers");
      assertTrue(page.textContent("table.list").contains("用户名"), "the bad line is named");
      page.click("#finish");
      page.waitForURL(url -> url.contains("/sign-in"));
      assertFalse(Files.exists(home.resolve("first-run-link")), "used once");

      page.fill("#username", "xi.tong");
      page.fill("#password", "Correct horse battery");
      page.click("form[action='/session/sign-in'] button");
      var secret = page.textContent("code.secret").replace(" ", "");
      page.fill("#code", new Credentials.Account("", "", secret, "", java.util.List.of()).code());
      page.click("form[action='/session/enrol'] button");
      page.waitForURL(url -> url.contains("/console/home"));
      firstSteps(page);
      wayRound(page);
      page.navigate(link);
      assertEquals("找不到 · 第一线", page.title(), "the link is worthless now");
      assertFalse(Files.exists(home.resolve("pg")), "no database of its own");
      assertTrue(Totp.step(Clock.systemUTC().instant()) > 0);
    }
    // After a failure it stays until the next run, to be read.
    folder.close();
  }

  /** What was founded is done, what others do has no link; hidden until it is wanted again. */
  private static void firstSteps(Page page) {
    var steps = page.locator(".first-steps li");
    assertEquals(9, steps.count());
    assertEquals(
        3, page.locator(".first-steps li.is-done").count(), steps.allTextContents()::toString);
    assertEquals(0, page.locator(".first-steps li a").count(), "an administrator rebuts nothing");
    page.click(".first-steps button[type=submit]");
    page.waitForCondition(() -> page.locator(".first-steps").count() == 0);
    page.navigate("/console/guide");
    page.click("main form button[type=submit]");
    page.waitForSelector(".first-steps");
  }

  /** From stop to stop until the last, each a page with its word. */
  private static void wayRound(Page page) {
    page.click(".first-steps a[href*='tour=1']");
    var stops = 1;
    while (page.locator(".tour a.primary").count() > 0) {
      page.click(".tour a.primary");
      page.waitForSelector(".tour strong:has-text('第 " + ++stops + " 站')");
    }
    assertEquals(5, stops, "home, areas, figures, guide, me");
    page.click(".tour a");
    page.navigate("/console/home?tour=99");
    assertEquals(0, page.locator(".tour").count(), "no such stop");
  }

  private static void name(Page page, String who, String username, String password) {
    page.fill("#" + who + "-username", username);
    page.fill("#" + who + "-name", "管理员" + who);
    page.fill("#" + who + "-password", password);
  }

  private static Path table(Path home, String name, String text) throws Exception {
    return Files.write(home.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
