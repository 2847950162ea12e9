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
  @Requirement({"R123.1", "R123.2"})
  void whatADeputyDoesSaysForWhomInTheHistoryInBothLanguages() {
    var clerk = officer("market.clerk");
    clerk.navigate("/console/deputies");
    clerk.selectOption("#deputy", "price.monitor");
    clerk.fill("#reason", "培训");
    clerk.click("#name-deputy");
    clerk.waitForSelector("table.list tbody .chip.is-active");
    try {
      var deputy = officer("price.monitor");
      var page = taken(deputy, "COMPLAINT", "代理杂货（示例）", "蒲女士 13900000123");
      var line = deputy.locator("ol.history li").first().textContent();
      assertTrue(line.contains("薛小燕（代梁春梅）"), line);
      try (var english =
          Browser.officer(base.toString(), "market.clerk", "en", ColorScheme.LIGHT, 1440)) {
        var reader = english.newPage();
        reader.navigate(page + "&lang=en");
        var said = reader.locator("ol.history li").first().textContent();
        reader.navigate(page + "&lang=zh");
        assertTrue(said.contains("薛小燕 (for 梁春梅)"), said);
      }
    } finally {
      clerk.navigate("/console/deputies");
      clerk.click("table.list tbody input.danger");
      clerk.waitForSelector("table.list tbody .chip.is-inactive");
    }
  }

  @Test
  @Requirement({"R124.1", "R124.2", "R124.3"})
  void aHandlerSeesTheContactOnThePageAloneWhileItIsChosenAndEachLookIsOnRecord() {
    var clerk = officer("market.clerk");
    var page = taken(clerk, "COMPLAINT", "露天水果（示例）", "闻人女士 13900000456");
    var tipoff = taken(clerk, "TIPOFF", "露天干果（示例）", "闻人女士 13900000456");
    var handler = officer("market.officer");
    handler.navigate(page);
    assertEquals(0, handler.locator("#identity").count(), "masked until somebody chooses");
    assertEquals(1, handler.locator("#open").count());
    var security = officer("admin.security");
    change(security, "screen.contacts", "handlers");
    try {
      handler.navigate(page);
      assertEquals("闻人女士 13900000456", handler.locator("#identity").textContent());
      handler.navigate(page);
      assertEquals("闻人女士 13900000456", handler.locator("#identity").textContent());
      handler.navigate("/console/market/complaints");
      assertTrue(!handler.content().contains("13900000456"), "never in a list");
      handler.navigate(tipoff);
      assertTrue(!handler.content().contains("13900000456"), "a tip-off stays sealed");
      clerk.navigate(page);
      assertEquals(0, clerk.locator("#identity").count(), "without the right");
      var auditor = officer("admin.audit");
      var id = page.substring(page.indexOf("id=") + 3);
      auditor.navigate("/console/admin/audit?usecase=Identities.show&subject=" + id);
      assertEquals(
          1, auditor.locator("table.list tbody tr").count(), "two views within the hour: one look");
    } finally {
      change(security, "screen.contacts", "masked");
    }
    handler.navigate(page);
    assertEquals(0, handler.locator("#identity").count());
  }

  private static String taken(Page clerk, String what, String operator, String contact) {
    clerk.navigate("/console/market/complaint-form");
    clerk.selectOption("#what", what);
    clerk.fill("#operator", operator);
    clerk.fill("#goods", operator + what);
    clerk.fill("#facts", "缺斤少两。");
    clerk.fill("#contact", contact);
    clerk.click("#take");
    clerk.waitForURL(url -> url.contains("/console/market/complaint?id="));
    return clerk.url().substring(clerk.url().indexOf("/console/"));
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
