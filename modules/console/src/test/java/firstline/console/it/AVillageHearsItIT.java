package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.wait.Await;
import jakarta.json.JsonObject;
import java.net.URL;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A schedule on its way from an editor through a reviewer into the signed programme of a speaker,
 * and its receipt back onto the screen.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AVillageHearsItIT {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration SOON = Duration.ofSeconds(20);

  /** A village of 翠屏区; the speaker of the other county hears nothing of it. */
  private static final String VILLAGE = "511502101201";

  private static final String ELSEWHERE = "511503002000";

  private static final String OTHER_VILLAGE = "511502101008";
  private static final String TEXT = "各位村民：近期天干物燥，请不要在林区用火。";

  /** The form has another, hidden until a sound is refused. */
  private static final String REFUSED = "[role=alert]:visible";

  @ArquillianResource private URL base;

  @Test
  @Requirement({
    "R31.1", "R31.2", "R32.3", "R32.6", "R32.7", "R33.3", "R33.5", "R36.1", "R36.2", "R36.3",
    "R36.4", "R36.5"
  })
  void fromScheduleToProof() throws Exception {
    try (var engineers = officer("broadcast.engineer");
        var editors = officer("caster");
        var reviewers = officer("caster.reviewer")) {
      var engineer = engineers.newPage();
      var editor = editors.newPage();
      var reviewer = reviewers.newPage();

      var here = enrolled(engineer, "IT-0001", VILLAGE);
      var there = enrolled(engineer, "IT-0002", ELSEWHERE);
      var before = programme(here);
      var elsewhere = programme(there);

      var schedule = drafted(editor, soonByDay());
      assertEquals(0, editor.locator("[id$=approve]").count(), "nobody approves their own text");
      reviewer.navigate(schedule);
      assertTrue(reviewer.locator("main").textContent().contains("每天"), "read back in words");
      reviewer.click("[id$=approve]");
      assertEquals(0, reviewer.locator("[role=alert]").count(), reviewer.content());

      var woken = here.get("wake?rev=" + before.getInt("revision"));
      assertEquals(200, woken.statusCode());
      var after = programme(here);
      assertTrue(after.getInt("revision") > before.getInt("revision"));
      assertEquals(
          elsewhere.getInt("revision"), programme(there).getInt("revision"), "not their matter");
      var unchanged =
          here.get("programme", "If-None-Match", "\"" + after.getInt("revision") + "\"");
      assertEquals(304, unchanged.statusCode());

      var play = reading(after, TEXT);
      var no = play.getString("id");
      assertEquals("ROUTINE", play.getString("kind"));
      proven(here, reviewer, no, play.getJsonNumber("start").longValueExact());
      withdrawn(here, reviewer, schedule, no);
    }
  }

  /** One person on duty puts it on the air; somebody else looks at it afterwards. */
  @Test
  @Requirement({"R39.1", "R39.2", "R39.3", "R32.7"})
  void anEmergencyIsOnTheAirAtOnce() throws Exception {
    try (var engineers = officer("broadcast.engineer");
        var guards = officer("broadcast.duty");
        var reviewers = officer("caster.reviewer")) {
      var speaker = enrolled(engineers.newPage(), "IT-0003", OTHER_VILLAGE);
      var before = programme(speaker);
      var duty = guards.newPage();
      duty.navigate("/console/broadcast/emergency");
      duty.check("#level-1");
      duty.fill("#areas", "5115");
      duty.fill("#text", "长江水位快速上涨，请立即向高处转移。");
      duty.click("#order");
      assertTrue(duty.locator("[role=alert]").count() > 0, "5115 is no area");
      duty.fill("#areas", OTHER_VILLAGE);
      duty.check("#level-1");
      duty.click("#order");
      assertEquals(1, duty.locator(".on-air").count());

      assertEquals(200, speaker.get("wake?rev=" + before.getInt("revision")).statusCode());
      var play = programme(speaker).getJsonArray("plays").getJsonObject(0);
      assertEquals("EMERGENCY", play.getString("kind"), "emergencies come first");
      assertEquals(1, play.getInt("level"));
      speaker.write(play.getString("id"), "STARTED", System.currentTimeMillis(), 0);
      speaker.handIn(before.getInt("revision"));
      duty.navigate("/console/broadcast/emergency");
      assertEquals(1, duty.locator(".on-air .late").count(), "not reviewed yet");
      assertTrue(duty.locator(".on-air .facts").textContent().contains("1 台已开播"));

      var reviewer = reviewers.newPage();
      reviewer.navigate("/console/broadcast/schedules?kind=EMERGENCY");
      reviewer.click("table.list tbody a");
      reviewer.click("[id$=approve]");
      assertEquals(0, reviewer.locator("[role=alert]").count(), reviewer.content());
      duty.navigate("/console/broadcast/emergency");
      assertEquals(0, duty.locator(".on-air .late").count(), "reviewed by somebody else");

      duty.fill("input[name=why]", "水位回落");
      duty.click("[id$=cancel]");
      assertEquals(0, duty.locator(".on-air").count());
      named(speaker, play.getString("id"));
    }
  }

  /** A speaker that moves hears its new village, and one that is taken down hears nothing. */
  @Test
  @Requirement({"R31.1", "R31.4"})
  void aSpeakerMovesAndComesDown() throws Exception {
    try (var engineers = officer("broadcast.engineer")) {
      var engineer = engineers.newPage();
      var speaker = enrolled(engineer, "IT-0004", VILLAGE);
      var before = TestSpeaker.read(speaker.get("assignment").body());
      engineer.navigate("/console/broadcast/speakers?q=IT-0004");
      engineer.click("table.list tbody a");
      engineer.fill("#area-shown", ELSEWHERE);
      engineer.fill("#volume", "999");
      engineer.click("#change");
      assertTrue(engineer.locator("[role=alert]").textContent().contains("999"));
      engineer.fill("#area-shown", ELSEWHERE);
      engineer.fill("#volume", "55");
      engineer.click("#change");
      assertEquals(0, engineer.locator("[role=alert]").count(), engineer.content());
      var after = TestSpeaker.read(speaker.get("assignment").body());
      assertTrue(after.getInt("version") > before.getInt("version"));
      assertEquals(ELSEWHERE, after.getString("area"));
      assertEquals(55, after.getInt("volume"));
      assertEquals(after.getString("audience"), programme(speaker).getString("audience"));

      engineer.click("details:has(#retire) > summary");
      engineer.click("#retire");
      assertEquals(401, speaker.get("programme").statusCode(), "it is known no more");
      assertEquals(List.of(true, true), stays("IT-0004"), "where it hung stays on record");

      engineer.navigate("/console/broadcast/speakers?q=YB-0001");
      engineer.click("table.list tbody a");
      engineer.click("#code");
      assertTrue(engineer.locator("code.code").textContent().matches("[0-9A-Z]{4}-[0-9A-Z]{4}"));
    }
  }

  /** Whether each stay of the speaker has ended, the first one first. */
  private static List<Boolean> stays(String serial) throws SQLException {
    try (var connection = ServerDatabase.of(System.getProperty("home")).owner();
        var statement =
            connection.prepareStatement(
                "select y.until is not null from speaker_stay y join speaker s on s.no ="
                    + " y.speaker_no where s.serial = ? order by y.since")) {
      statement.setString(1, serial);
      try (var rows = statement.executeQuery()) {
        var ended = new ArrayList<Boolean>();
        while (rows.next()) {
          ended.add(rows.getBoolean(1));
        }
        return ended;
      }
    }
  }

  /** What a reviewed text says is read word for word, and no longer than its source stands. */
  @Test
  @Requirement({"R37.1", "R37.2"})
  void aScriptIsOffTheAirWithItsSource() {
    try (var editors = officer("caster");
        var reviewers = officer("caster.reviewer");
        var publishers = officer("publisher")) {
      var editor = editors.newPage();
      var reviewer = reviewers.newPage();
      var publisher = publishers.newPage();
      var line = "table.list tbody tr:has(a:text-is('2026-0003'))";
      Await.until(
          () -> {
            editor.navigate("/console/broadcast/scripts");
            return editor.locator(line).count() == 1;
          },
          SOON);
      editor.click(line + " a.button");
      var text = editor.inputValue("#text");
      editor.fill("#title", "洋葱不能吸病毒");
      editor.fill("#text", text + "……");
      editor.click("#save");
      assertTrue(editor.locator(REFUSED).textContent().contains("原文"), "word for word");
      editor.fill("#text", text);
      editor.click("#save");
      editor.waitForURL(url -> url.contains("/console/broadcast/schedule?id="));
      var schedule = editor.url();
      editor.click("[id$=submit]");
      reviewer.navigate(schedule);
      reviewer.click("[id$=approve]");
      assertEquals(1, reviewer.locator(".facts .is-APPROVED").count(), reviewer.content());

      publisher.navigate("/console/rumour/rebuttals?q=2026-0003");
      publisher.click("table.list tbody a");
      publisher.click("details:has([id$=withdraw]) > summary");
      publisher.fill("details:has([id$=withdraw]) textarea", "来源有误");
      publisher.click("[id$=withdraw]");
      assertEquals(0, publisher.locator("[role=alert]").count(), publisher.content());
      Await.until(
          () -> {
            reviewer.navigate(schedule);
            return reviewer.locator(".facts .is-WITHDRAWN").count() == 1;
          },
          SOON);
      assertTrue(reviewer.content().contains("2026-0003"), "and says why");
    }
  }

  /**
   * In an hour or more, so that nothing but this test tells its end, and outside the quiet nights
   * of the sample city, at whatever hour the test runs.
   */
  private static ZonedDateTime soonByDay() {
    var soon = ZonedDateTime.now(ZONE).plusHours(1);
    if (soon.getHour() < 7) {
      return soon.withHour(7);
    }
    return soon.getHour() < 21 ? soon : soon.plusDays(1).withHour(7);
  }

  /** Signed in once in the run, however many tests work as this officer. */
  private BrowserContext officer(String name) {
    return Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, 1440);
  }

  private TestSpeaker enrolled(Page engineer, String serial, String area) throws Exception {
    engineer.navigate("/console/broadcast/speaker-form");
    engineer.fill("#serial", serial);
    engineer.fill("#area-shown", area);
    engineer.fill("#place", "村委会楼顶");
    engineer.click("#register");
    var code = engineer.locator("code.code").textContent();
    var speaker = new TestSpeaker(base, serial);
    assertEquals(404, speaker.enrol("2222-2222").statusCode(), "a code that nobody gave");
    var first = speaker.enrol(code);
    assertEquals(201, first.statusCode(), first.body());
    assertTrue(first.headers().firstValue("Firstline-Time").isPresent());
    assertEquals(first.body(), speaker.enrol(code).body(), "the answer may have been lost");
    assertEquals(409, new TestSpeaker(base, serial).enrol(code).statusCode(), "another key");
    return speaker;
  }

  /** The programme, once it is built for a speaker that came a moment ago. */
  private static JsonObject programme(TestSpeaker speaker) throws Exception {
    Await.until(
        () -> {
          try {
            return speaker.get("programme").statusCode() == 200;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        SOON);
    return TestSpeaker.read(speaker.get("programme").body());
  }

  /** The first play that reads the text. */
  private static JsonObject reading(JsonObject programme, String text) {
    var item =
        programme.getJsonArray("items").getValuesAs(JsonObject.class).stream()
            .filter(one -> one.getString("text").equals(text))
            .findFirst()
            .orElseThrow();
    return programme.getJsonArray("plays").getValuesAs(JsonObject.class).stream()
        .filter(one -> one.getString("item").equals(item.getString("id")))
        .findFirst()
        .orElseThrow();
  }

  private static String drafted(Page editor, ZonedDateTime local) {
    editor.navigate("/console/broadcast/schedule-form");
    editor.fill("#title", "森林防火提醒");
    editor.fill("#text", TEXT);
    editor.selectOption("#days", "EVERY");
    editor.fill("#times", "25:00");
    editor.fill("#from", LocalDate.from(local).toString());
    editor.fill("#include", VILLAGE);
    editor.click("#save");
    assertTrue(editor.locator(REFUSED).textContent().contains("25:00"));
    assertEquals("森林防火提醒", editor.inputValue("#title"), "nothing that was typed is lost");
    editor.fill("#times", DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(local));
    editor.click("#save");
    editor.waitForURL(url -> url.contains("/console/broadcast/schedule?id="));
    var address = editor.url();
    var when = editor.locator("dl.fields dd strong").first().textContent();
    editor.click("a[href*=schedule-form]");
    editor.fill("#title", "森林防火再提醒");
    editor.click("#save");
    editor.waitForURL(url -> url.contains("/console/broadcast/schedule?id="));
    assertTrue(editor.locator("h1").textContent().contains("森林防火再提醒"));
    assertEquals(when, editor.locator("dl.fields dd strong").first().textContent());
    editor.click("[id$=submit]");
    return address;
  }

  private static void proven(TestSpeaker speaker, Page reviewer, String no, long start)
      throws Exception {
    reviewer.navigate("/console/broadcast/play?no=" + no);
    assertTrue(reviewer.locator(".identity .is-UNKNOWN").textContent().contains("1"));
    speaker.write(no, "STARTED", start, 0);
    speaker.write(no, "FINISHED", start + 15_000, 15_000);
    for (var again = 0; again < 3; again++) {
      assertEquals(2, speaker.handIn(1).getInt("acknowledged"));
    }
    reviewer.navigate("/console/broadcast/play?no=" + no);
    assertTrue(reviewer.locator(".identity .is-FINISHED").textContent().contains("1"));
    assertTrue(reviewer.locator(".identity .is-UNKNOWN").textContent().contains("0"));
    assertTrue(reviewer.locator("table.list tbody").textContent().contains("IT-0001"));
    reviewer.navigate("/console/broadcast/speakers?q=IT-0001");
    assertEquals(1, reviewer.locator("table.list .is-ONLINE").count());
  }

  /** What is withdrawn is named until no speaker can hold it any more. */
  private static void withdrawn(TestSpeaker speaker, Page reviewer, String schedule, String no) {
    reviewer.navigate(schedule);
    reviewer.click("details:has([id$=withdraw]) > summary");
    reviewer.fill("textarea[name=why]", "降雨，火险解除");
    reviewer.click("[id$=withdraw]");
    assertEquals(0, reviewer.locator("[role=alert]").count(), reviewer.content());
    named(speaker, no);
  }

  /** The programme says that the play must not sound any more. */
  private static void named(TestSpeaker speaker, String no) {
    Await.until(
        () -> {
          try {
            return TestSpeaker.read(speaker.get("programme").body())
                .getJsonArray("withdrawn")
                .toString()
                .contains("\"" + no + "\"");
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        SOON);
  }
}
