package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import java.net.URL;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the house chooses while it runs, who stands in for whom, and who takes over. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SettingsAndDeputyIT {
  private static final String SETTINGS = "/console/admin/settings";

  @ArquillianResource private URL base;

  private final List<BrowserContext> people = new ArrayList<>();

  private Page officer(String name) {
    var context = Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, 1440);
    people.add(context);
    return context.newPage();
  }

  @AfterEach
  void everybodyLeaves() {
    people.forEach(BrowserContext::close);
  }

  private static void change(Page page, String key, String value) {
    page.navigate(SETTINGS + "?open=" + key);
    if (page.locator("select#value").count() > 0) {
      page.selectOption("#value", value);
    } else {
      page.fill("#value", value);
    }
    page.fill("#reason", "按年度检查意见");
    page.click("#change-setting");
    page.waitForSelector("[role=alert], [role=status]");
  }

  @Test
  @Requirement({"R112.1", "R112.2", "R112.8"})
  void theRecordIsKeptForNoLessThanTheLawSaysAndEachChangeStandsInTheJournal() {
    var auditor = officer("admin.audit");
    change(auditor, "retention.audit", "189");
    var refused = auditor.locator("[role=alert]").textContent();
    assertTrue(refused.contains("190"), refused);
    assertEquals("按年度检查意见", auditor.inputValue("#reason"), "nothing typed is lost");
    change(auditor, "retention.audit", "401");
    assertEquals(0, auditor.locator("[role=alert]").count(), auditor.content());
    auditor.navigate(SETTINGS);
    var journal = auditor.locator("section[aria-labelledby=journal] tbody tr").first();
    assertTrue(
        journal.textContent().contains("400") && journal.textContent().contains("401"),
        journal.textContent());
    change(auditor, "retention.audit", "400");

    var system = officer("admin.system");
    system.navigate(SETTINGS);
    assertEquals(0, system.locator("a[href*='open=retention.audit']").count(), "not their office");
    assertTrue(system.locator("a[href*='open=broadcast.quiet-begins']").count() == 1);
    system.navigate(SETTINGS + "?open=retention.audit");
    assertEquals(0, system.locator("#change-setting").count());
  }

  @Test
  @Requirement("R115.1")
  void theWatermarkLiesOverEveryPageWhileItIsOn() {
    var security = officer("admin.security");
    var clerk = officer("clerk");
    clerk.navigate("/console/rumour/claims");
    assertEquals(0, clerk.locator(".watermark").count());
    change(security, "screen.watermark", "on");
    try {
      clerk.navigate("/console/rumour/claims");
      assertEquals(1, clerk.locator(".watermark[aria-hidden=true]").count());
      var mark = clerk.context().request().get("/console/watermark.svg");
      assertEquals(200, mark.status());
      assertTrue(mark.text().contains(LocalDate.now(Clocks.ZONE).toString()));
      // It keeps nothing from the pointer.
      clerk.click("table.list tbody tr a");
    } finally {
      change(security, "screen.watermark", "off");
    }
  }

  @Test
  @Requirement({"R113.1", "R113.2", "R113.3", "R113.4"})
  void aDeputyMayWhatTheAbsentOneMayUntilItEnds() {
    var caster = officer("caster");
    var editor = officer("media.editor");
    assertEquals(403, editor.navigate("/console/broadcast/scripts").status());
    var today = LocalDate.now(Clocks.ZONE);
    caster.navigate("/console/deputies");
    caster.selectOption("#deputy", "media.editor");
    caster.fill("#from", today.toString());
    caster.fill("#until", today.plusDays(91).toString());
    caster.fill("#reason", "出差");
    caster.click("#name-deputy");
    assertTrue(caster.waitForSelector("[role=alert]").textContent().contains("90"));
    caster.fill("#until", today.plusDays(3).toString());
    caster.click("#name-deputy");
    caster.waitForSelector("table.list tbody .chip.is-active");

    assertEquals(200, editor.navigate("/console/broadcast/scripts").status());
    editor.navigate("/console/deputies");
    assertTrue(editor.locator("table.list tbody").textContent().contains("邓晓梅"), "both see it");

    caster.navigate("/console/deputies");
    caster.click("table.list tbody input.danger");
    caster.waitForSelector("table.list tbody .chip.is-inactive");
    assertEquals(
        403, editor.navigate("/console/broadcast/scripts").status(), "at the next request");
  }

  @Test
  @Requirement({"R114.1", "R114.3"})
  void openWorkPassesToNobodyWhoMayNotDoIt() {
    var head = officer("market.head");
    head.navigate("/console/hand-over?from=market.officer");
    var records = head.locator("input[name=record]:checked").count();
    assertTrue(records > 0, "an investigator of the sample has open work, all of it ticked");
    head.selectOption("#to", "price.monitor");
    head.fill("#reason", "调离");
    head.click("#pass-on");
    assertEquals(records, head.locator("div[role=alert] li").count(), head.content());
    head.navigate("/console/hand-over?from=market.officer");
    assertEquals(0, head.locator("section[aria-labelledby=past] tbody tr").count(), "none passed");
  }
}
