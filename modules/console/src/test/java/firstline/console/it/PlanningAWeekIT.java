package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.requirement.Requirement;
import java.net.URL;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A clerk plans, sees it in the week, edits one play of it and copies it to another town. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PlanningAWeekIT {
  /** A Monday on which people work; nothing of it can begin while this test runs. */
  private static final LocalDate MONDAY =
      LocalDate.now(ZoneId.of("Asia/Shanghai"))
          .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
          .datesUntil(LocalDate.MAX, Period.ofWeeks(1))
          .skip(1)
          .filter(monday -> WorkingDays.nation().day(monday).working())
          .findFirst()
          .orElseThrow();

  private static final String LIZHUANG = "511502101000";

  @ArquillianResource private URL base;

  private BrowserContext officer(String name) {
    return Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, 1440);
  }

  @Test
  @Requirement({"R44.1", "R44.3", "R44.4", "R44.5", "R44.7", "R44.8", "R44.9"})
  void fromTheFormToTheVillagesCalendar() {
    try (var editors = officer("caster");
        var reviewers = officer("caster.reviewer")) {
      var editor = editors.newPage();
      var reviewer = reviewers.newPage();
      var original = inSixClicks(editor);
      approved(editor, reviewer, original);
      editedOnce(editor, reviewer, original);
      published(editors);
      copied(editor);
    }
  }

  /** "Each workday 06:30 and 18:00 in two townships, not in exam week", from the home page on. */
  private static String inSixClicks(Page editor) {
    editor.navigate("/console/home");
    editor.click(".rail a[href='/console/broadcast/schedules']");
    editor.click(".actions a[href='/console/broadcast/schedule-form']");
    // The title has the focus already.
    editor.locator("#title:focus").waitFor();
    editor.keyboard().type("考试周外的宣讲");
    editor.click("#text");
    editor.keyboard().type("各位乡亲：医保缴费开始了，请在十二月底前办理。");
    editor.click("#include");
    retyped(editor, "李庄镇 菜坝镇");
    editor.click("#times");
    retyped(editor, "06:30, 18:00");
    editor.click("#exdates");
    editor.keyboard().type(MONDAY.plusWeeks(1) + "~" + MONDAY.plusWeeks(1).plusDays(6));
    editor.keyboard().press("Enter");
    editor.waitForURL(url -> url.contains("/console/broadcast/schedule?id="));
    var said = editor.locator("dl.fields dd strong").first().textContent();
    assertTrue(said.startsWith("每个工作日 06:30、18:00；"), said);
    var week = MONDAY.plusWeeks(1) + " 至 " + MONDAY.plusWeeks(1).plusDays(6);
    assertTrue(said.endsWith(week + " 除外"), said);
    return editor.url();
  }

  private static void retyped(Page editor, String text) {
    editor.keyboard().press("ControlOrMeta+a");
    editor.keyboard().type(text);
  }

  private static void approved(Page editor, Page reviewer, String schedule) {
    editor.navigate(schedule);
    editor.click("[id$=submit]");
    reviewer.navigate(schedule);
    reviewer.click("[id$=approve]");
    assertEquals(0, reviewer.locator("[role=alert]").count(), reviewer.content());
  }

  private void editedOnce(Page editor, Page reviewer, String original) {
    editor.navigate("/console/broadcast/week?area=" + LIZHUANG + "&week=" + MONDAY);
    var play = editor.locator("table.week a.play.is-APPROVED:has-text('考试周外的宣讲')").first();
    assertTrue(play.textContent().contains("06:30"), play.textContent());
    play.click();
    editor.click("#replace > summary");
    editor.locator("#replace a[href*='scope=THIS']").first().click();
    assertEquals("ONCE", editor.inputValue("#days"));
    editor.fill("#times", "07:15");
    editor.click("#save");
    editor.waitForURL(url -> url.contains("/console/broadcast/schedule?id="));
    assertTrue(editor.locator(".notice").textContent().contains("通过后接替"));
    approved(editor, reviewer, editor.url());
    reviewer.navigate(original);
    assertTrue(reviewer.locator(".notice").textContent().contains("已交给其他计划"));
    editor.navigate("/console/broadcast/week?area=" + LIZHUANG + "&week=" + MONDAY);
    var first = editor.locator("#day-" + MONDAY + " .play:has-text('考试周外的宣讲')");
    assertTrue(first.first().textContent().contains("07:15"), "moved");
    assertEquals(2, first.count(), "and heard once each");
    var tomorrow = editor.navigate("/console/broadcast/hearing?area=511502101007&day=" + MONDAY);
    assertEquals(200, tomorrow.status());
    assertTrue(editor.locator("table.list").textContent().contains("07:15:00–"));
  }

  private static void published(BrowserContext visitor) {
    var answer = visitor.request().get("/programme/" + LIZHUANG + ".ics");
    assertEquals(200, answer.status());
    assertTrue(answer.headers().get("content-type").startsWith("text/calendar"));
    var day = MONDAY.toString().replace("-", "");
    assertTrue(answer.text().contains("DTSTART;TZID=Asia/Shanghai:" + day + "T071500\r\n"));
    var again =
        visitor
            .request()
            .get(
                "/programme/" + LIZHUANG + ".ics",
                RequestOptions.create().setHeader("If-None-Match", answer.headers().get("etag")));
    assertEquals(304, again.status());
    assertEquals(404, visitor.request().get("/programme/999999999999").status());
    var page = visitor.request().get("/programme/" + LIZHUANG);
    assertTrue(page.body().length <= 60 * 1024, page.body().length + " octets");
  }

  private static void copied(Page editor) {
    editor.navigate("/console/broadcast/schedules?state=APPROVED&kind=ROUTINE");
    editor.locator("input[name=pick]").first().check();
    editor.fill("#to", "没有的地方");
    editor.click("#copy-picked");
    assertTrue(editor.locator("[role=alert]").textContent().contains("没有的地方"));
    editor.navigate("/console/broadcast/schedules?state=APPROVED&kind=ROUTINE");
    editor.locator("input[name=pick]").first().check();
    // Where speakers hang: what nobody hears is not submitted.
    editor.fill("#to", "大观楼街道");
    editor.click("#copy-picked");
    editor.waitForURL(url -> url.contains("copied="));
    assertEquals(1, editor.locator("input[name=pick]:checked").count());
    editor.click("#submit-copied");
    editor.waitForURL(url -> url.contains("state=REVIEW"));
    assertEquals(0, editor.locator("[role=alert]").count());
  }
}
