package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import firstline.persistence.requirement.Requirement;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page in both languages, light and dark: no accessibility violation that axe can see, no key
 * without words, nothing refused by the content security policy, and at 360 px nothing wider than
 * the screen.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EveryPageIT {
  private static final int WIDE = 1440;
  private static final int PHONE = 360;
  private static final int TALL = 900;

  private static final List<String> OPEN =
      List.of(
          "/",
          "/sign-in",
          "/rumours",
          "/rumours?q=多吃大蒜就能预防新冠病毒",
          "/rumours?verdict=FALSE&words=的",
          "/rumours/2026-0001",
          "/rumours/2026-0001?print=large",
          "/rumours/corrections",
          "/rumours/data",
          "/rumours/report",
          "/materials",
          "/materials?kind=SLOGAN",
          "/materials/M-2026-0001",
          "/materials/M-2026-0001?print=large",
          "/notices",
          "/programme/511500000000",
          "/programme/511502101007?print=large",
          "/nowhere");

  /**
   * A page of a record stands as the list whose first such line leads to it, and what of that
   * line's address is put in place of what.
   */
  private static final Map<String, List<String>> BY_OFFICER =
      Map.ofEntries(
          Map.entry(
              "clerk",
              List.of(
                  "/console/home",
                  "/console/home?kind=rumour.claims",
                  "/console/situation",
                  "/console/figures",
                  "/console/figures?key=rumour.published&from=2026-01-01&to=2026-12-01",
                  "/console/figures?key=nope",
                  "/console/me",
                  "/console/place?code=511502000000",
                  "/console/rumour/claims",
                  "/console/rumour/claims?state=RECEIVED",
                  "/console/rumour/claim",
                  "/console/rumour/claim-import",
                  "/console/rumour/rumours",
                  "/console/rumour/rumours?state=REBUTTING",
                  "/console/rumour/board",
                  "/console/rumour/figures",
                  "/console/rumour/rebuttals",
                  "/console/rumour/rebuttals?state=REVIEW",
                  "/console/rumour/rebuttals?state=AFTERWARDS",
                  "/console/rumour/rebuttals?state=REREVIEW",
                  "/console/rumour/rebuttals?state=REVIEW > rebuttal? > rebuttal?",
                  "/console/rumour/rebuttals?state=REVIEW > rebuttal? > rebuttal?edit=1&",
                  "/console/rumour/rebuttals?state=REVIEW > rebuttal? > sheet?",
                  "/console/rumour/rebuttals?state=AFTERWARDS > rebuttal? > rebuttal?",
                  "/console/rumour/rumours?state=VERIFYING > rumour?id > draft?rumour",
                  "/console/rumour/import")),
          Map.entry(
              "publisher",
              List.of(
                  "/console/home",
                  "/console/rumour/rebuttals?state=TO_PUBLISH",
                  "/console/rumour/rebuttals?state=TO_PUBLISH > rebuttal? > rebuttal?",
                  "/console/rumour/rebuttals?state=PUBLISHED > rebuttal? > rebuttal?",
                  "/console/rumour/corrections",
                  "/console/rumour/corrections?state=SENT",
                  "/console/rumour/corrections > release? > release?",
                  "/console/rumour/corrections?state=SENT > release? > release?")),
          Map.entry(
              "reviewer.cdc",
              List.of(
                  "/console/rumour/appeals",
                  "/console/rumour/appeals > appeal? > appeal?",
                  "/console/rumour/appeal-new")),
          Map.entry(
              "admin.system",
              List.of(
                  "/console/home",
                  "/console/admin/areas",
                  "/console/admin/areas?parent=511502000000",
                  "/console/admin/departments",
                  "/console/admin/dictionary",
                  "/console/admin/calendar",
                  "/console/admin/calendar?year=2028",
                  "/console/admin/outbox",
                  "/console/admin/health")),
          Map.entry(
              "admin.security",
              List.of(
                  "/console/admin/officers",
                  "/console/admin/officer-new",
                  "/console/admin/roles",
                  "/console/me")),
          Map.entry("admin.audit", List.of("/console/admin/audit")),
          Map.entry(
              "caster",
              List.of(
                  "/console/broadcast/schedules",
                  "/console/broadcast/schedules?state=DRAFT > schedule? > schedule?",
                  "/console/broadcast/schedules?state=DRAFT > schedule? > schedule-form?",
                  "/console/broadcast/media",
                  "/console/broadcast/lexicon",
                  "/console/broadcast/schedule-form",
                  "/console/broadcast/week",
                  "/console/broadcast/week?week=2026-12-07&kind=ROUTINE",
                  "/console/broadcast/hearing",
                  "/console/broadcast/hearing?area=511502101007",
                  "/console/broadcast/scripts",
                  "/console/broadcast/proof",
                  "/console/broadcast/coverage",
                  "/console/broadcast/coverage?area=511502101007",
                  "/console/broadcast/alerts",
                  "/console/broadcast/standing",
                  "/console/broadcast/calls",
                  "/console/broadcast/quiet",
                  "/console/broadcast/quiet?ended=true",
                  "/console/broadcast/quiet > quiet-window? > quiet-window?",
                  "/console/broadcast/quiet-form")),
          Map.entry(
              "caster.reviewer",
              List.of(
                  "/console/broadcast/schedules?state=REVIEW > schedule? > schedule?",
                  "/console/broadcast/schedules?state=APPROVED > schedule? > schedule?")),
          Map.entry(
              "broadcast.duty", List.of("/console/broadcast/emergency", "/console/broadcast/live")),
          Map.entry(
              "broadcast.engineer",
              List.of(
                  "/console/broadcast/groups",
                  "/console/broadcast/wall",
                  "/console/broadcast/fleet",
                  "/console/broadcast/fleet?area=511502101007",
                  "/console/broadcast/speakers",
                  "/console/broadcast/speakers?trouble=CLOCK",
                  "/console/broadcast/speakers > speaker? > speaker?",
                  "/console/broadcast/speaker-form")),
          Map.entry(
              "designer",
              List.of(
                  "/console/publicity/materials",
                  "/console/publicity/materials?view=table",
                  "/console/publicity/materials?view=table&state=PUBLISHED > open= >"
                      + " /console/publicity/materials?open=",
                  "/console/publicity/materials?view=table&state=PUBLISHED > open= >"
                      + " /console/publicity/share?id=",
                  "/console/publicity/material-table",
                  "/console/publicity/campaigns",
                  "/console/publicity/campaign-form",
                  "/console/publicity/collections",
                  "/console/publicity/collections > collection? > collection?",
                  "/console/publicity/making",
                  "/console/publicity/handed",
                  "/console/publicity/materials?view=table&state=PUBLISHED > open= >"
                      + " /console/publicity/material?id=",
                  "/console/publicity/materials?view=table&state=DRAFT > open= >"
                      + " /console/publicity/material-form?material=",
                  "/console/publicity/material-form",
                  "/console/publicity/upload",
                  "/console/publicity/upload-links")),
          Map.entry(
              "material.publisher",
              List.of(
                  "/console/publicity/batches",
                  "/console/publicity/batches > batch? > batch?",
                  "/console/publicity/batches > batch? > qr-sheet?",
                  "/console/publicity/print-form",
                  "/console/publicity/orders",
                  "/console/publicity/orders?show=DECIDE > order? > order?",
                  "/console/publicity/order-form",
                  "/console/publicity/order-report",
                  "/console/publicity/order-quota",
                  "/console/publicity/recalls",
                  "/console/publicity/recalls > recall? > recall?",
                  "/console/publicity/making",
                  "/console/publicity/material-figures",
                  "/console/publicity/material-figures?area=511502000000")),
          Map.entry(
              "bulletin.writer",
              List.of(
                  "/console/bulletins",
                  "/console/bulletin-form",
                  "/console/bulletins > bulletin? > bulletin?")),
          Map.entry(
              "market.officer2",
              List.of(
                  "/console/market/on-site",
                  "/console/market/inspections?state=RETURNED > inspection? > inspection?",
                  "/console/market/cases",
                  "/console/market/cases?state=INVESTIGATING > case? > case?",
                  "/console/market/cases?state=PAYMENT_DUE > case? > case?",
                  "/console/market/cases?state=SERVED > case?id= > case?planning=1&id=",
                  "/console/market/cases?state=INVESTIGATING > case?id= > measure-form?case=",
                  "/console/market/measures",
                  "/console/market/measures > measure? > measure?",
                  "/console/market/referrals",
                  "/console/market/referrals > referral? > referral?",
                  "/console/market/price-alerts",
                  "/console/market/price-alerts > price-alert? > price-alert?",
                  "/console/market/price-alerts?state=CHECKING > price-alert? > price-alert?",
                  "/console/market/price-alerts?state=ADMONISHED > price-alert? > price-alert?",
                  "/console/market/price-alerts > price-series? > price-series?",
                  "/console/market/typical-cases",
                  "/console/market/typical-cases > typical-case? > typical-case?",
                  "/console/market/price-notices",
                  "/console/market/price-notices > price-notice? > price-notice?",
                  "/console/market/price-notice-form",
                  "/console/market/margin-rules",
                  "/console/market/golden-cases",
                  "/console/market/margin-rules > price-draft? > price-draft?")),
          Map.entry(
              "market.campaign",
              List.of(
                  "/console/market/market-campaigns",
                  "/console/market/market-campaigns > market-campaign? > market-campaign?",
                  "/console/market/market-campaigns > market-campaign? >"
                      + " market-campaign?figure=POINTS&",
                  "/console/market/market-campaigns > market-campaign? >"
                      + " market-campaign-rows?figure=POINTS&",
                  "/console/market/market-campaigns > market-campaign? > market-campaign-targets?",
                  "/console/market/market-campaigns > market-campaign? > market-campaign-form?",
                  "/console/market/market-campaign-form")),
          Map.entry(
              "market.legal", List.of("/console/market/cases?state=IN_REVIEW > case? > case?")),
          Map.entry(
              "market.head",
              List.of(
                  "/console/home",
                  "/console/situation",
                  "/console/market/routing",
                  "/console/market/complaints?state=MEDIATING > complaint? > complaint?",
                  "/console/market/inspections?state=PLANNED > inspection? > inspection?",
                  "/console/market/inspections?state=CONFIRMED > inspection? > inspection?",
                  "/console/market/checklists",
                  "/console/market/checklists?group=FOOD",
                  "/console/market/numbers",
                  "/console/market/cases?state=FILED > case? > case?",
                  "/console/market/cases?state=SERVED > case? > case?",
                  "/console/market/cases?state=ARCHIVED > case? > case?")),
          Map.entry(
              "storekeeper",
              List.of(
                  "/console/publicity/stock",
                  "/console/publicity/order-form",
                  "/console/publicity/orders?show=DELIVER > order? > order?")),
          Map.entry(
              "price.monitor", List.of("/console/market/prices", "/console/market/price-form")),
          Map.entry(
              "market.clerk",
              List.of(
                  "/console/market/inspections",
                  "/console/market/inspections?state=RECHECK > inspection? > inspection?",
                  "/console/market/inspections?state=NO_FINDING > inspection? > inspection?",
                  "/console/market/inspections?state=NO_FINDING > inspection?id >"
                      + " inspection-form?before",
                  "/console/market/inspection-form",
                  "/console/market/inspection-register",
                  "/console/market/inspection-register > operator? > operator?",
                  "/console/market/draws",
                  "/console/market/draws > draw? > draw?",
                  "/console/market/draws > draw? > draw?repeat=1&",
                  "/console/market/case-form",
                  "/console/market/terms",
                  "/console/market/terms?show=OVERDUE&whose=area",
                  "/console/market/complaints",
                  "/console/market/complaint-form",
                  "/console/market/intake",
                  "/console/market/intake > intake? > intake?",
                  "/console/market/routing",
                  "/console/market/term-calendar",
                  "/console/market/term-calendar?month=2026-12&whose=area&day=2026-12-01",
                  "/console/market/complaints > complaint? > complaint?")));

  @ArquillianResource private URL base;

  /**
   * Each page is loaded once a language: what it says and how it is built is the same in the dark
   * and on a phone, only its colours and its width are looked at anew.
   */
  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  @Requirement({"R22.1", "R22.2"})
  void isAccessibleCompleteAndFitsAPhone(String language) {
    var faults = new ArrayList<String>();
    try (var visitor = Browser.visitor(base.toString(), language, ColorScheme.LIGHT, WIDE)) {
      look(visitor.newPage(), OPEN, language, faults);
    }
    BY_OFFICER.forEach(
        (officer, paths) -> {
          try (var visitor =
              Browser.officer(base.toString(), officer, language, ColorScheme.LIGHT, WIDE)) {
            look(speaking(visitor, language), paths, officer + " " + language, faults);
          }
        });
    assertEquals(List.of(), faults);
  }

  private static Page speaking(BrowserContext visitor, String language) {
    var page = visitor.newPage();
    page.navigate("/console/home?lang=" + language);
    return page;
  }

  private static void look(Page page, List<String> paths, String told, List<String> faults) {
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            faults.add(told + " " + page.url() + ": " + message.text());
          }
        });
    for (var path : paths) {
      var answer = page.navigate(address(page, path));
      if (answer == null || answer.status() != (path.equals("/nowhere") ? 404 : 200)) {
        faults.add(told + " " + path + ": " + (answer == null ? "no answer" : answer.status()));
      }
      var text = page.content();
      if (text.contains("???")) {
        var at = text.indexOf("???");
        faults.add(
            told
                + " "
                + path
                + ": a key without words "
                + text.substring(at, Math.min(text.length(), at + 60)));
      }
      var where = told + " " + path + ": ";
      judge(new AxeBuilder(page), where, faults);
      lit(page, ColorScheme.DARK);
      judge(
          new AxeBuilder(page).withRules(List.of("color-contrast")),
          where + "in the dark ",
          faults);
      lit(page, ColorScheme.LIGHT);
      page.setViewportSize(PHONE, TALL);
      var width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
      if (width > PHONE) {
        faults.add(where + width + " px wide");
      }
      page.setViewportSize(WIDE, TALL);
    }
  }

  /** Without motion, or a colour would be looked at on its way to another. */
  private static void lit(Page page, ColorScheme scheme) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
  }

  private static void judge(AxeBuilder axe, String where, List<String> faults) {
    for (var violation : axe.analyze().getViolations()) {
      faults.add(where + violation.getId() + " " + violation.getNodes().get(0).getHtml());
    }
  }

  private static String address(Page page, String path) {
    var parts = path.split(" > ", -1);
    if (parts.length < 3) {
      return path;
    }
    page.navigate(parts[0]);
    var record =
        page.locator("table.list tbody tr td > a[href*='" + parts[1] + "']")
            .first()
            .getAttribute("href");
    // A list with a drawer leads to its records by that.
    return parts[1].equals("open=")
        ? parts[2] + record.replaceFirst(".*[?&]open=([0-9a-f-]{36}).*", "$1")
        : record.replace(parts[1], parts[2]);
  }
}
