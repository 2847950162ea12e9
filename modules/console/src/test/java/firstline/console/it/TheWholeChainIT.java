package firstline.console.it;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.database.TestFolder;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.wait.Await;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One rumour through every department: reported by a citizen, answered, published, printed and
 * handed out in two places, read aloud by real speakers in plain talk and in verse; then its answer
 * is corrected, and everything that carried it is followed until nothing says the old thing.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TheWholeChainIT {
  private static final Duration SOON = AnswerSteps.SOON;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** 同济社区, where the keeper of the village's copies works too. */
  private static final String VILLAGE = "511502101007";

  private static final List<String> REVIEWERS = List.of("reviewer", "reviewer2", "leader");

  @ArquillianResource private URL base;

  private final List<BrowserContext> people = new ArrayList<>();

  private Page officer(String name) {
    var context = Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, 1440);
    people.add(context);
    return context.newPage();
  }

  private Page citizen() {
    var context = Browser.visitor(base.toString());
    people.add(context);
    return context.newPage();
  }

  @AfterEach
  void everybodyLeaves() {
    people.forEach(BrowserContext::close);
  }

  @Test
  @Requirement({
    "R22.4", "R9.1", "R9.6", "R9.7", "R9.9", "R3.7", "R3.8", "R3.11", "R107.1", "R107.2", "R70.5",
    "R71.7", "R37.1", "R73.1"
  })
  void fromACitizensReportToTheLastCorrectedPlace() throws IOException {
    var folder = TestFolder.named("firstline-chain");
    endQuiet(officer("caster"));
    try (var one =
            RealSpeaker.in(base, officer("broadcast.engineer"), "IT-0101", VILLAGE, folder.path());
        var other =
            RealSpeaker.in(
                base, officer("broadcast.engineer"), "IT-0102", VILLAGE, folder.path())) {
      var receipt = AnswerSteps.report(citizen());
      var record = written();
      AnswerSteps.publish(officer("publisher"), record);
      var number = AnswerSteps.published(citizen());
      AnswerSteps.answered(citizen(), receipt, number);
      AnswerSteps.confirmed(officer("publisher"), record);

      var verse = verse(number);
      var first = Instant.now().atZone(ZONE).plusMinutes(2).truncatedTo(MINUTES);
      var talk = onTheAir(officer("caster"), officer("caster.reviewer"), number, VILLAGE, first);
      onTheAir(officer("caster"), officer("caster.reviewer"), verse, VILLAGE, first.plusMinutes(1));
      var batch = onPaper(number);

      played(officer("caster.reviewer"), officer("leader"), talk, "应播 2，播完 2");
      var trail = trail(number);
      assertEquals(1, trail.locator("#none-due").count(), trail.content());
      for (var kind : List.of("传言", "辟谣", "渠道", "宣传品", "印次", "广播稿", "广播")) {
        assertTrue(trail.locator("#stops td.number:text-is('" + kind + "')").count() > 0, kind);
      }
      var reach = trail.locator("#stops").textContent();
      assertTrue(reach.contains("应播 2，播完 2") && reach.contains("扫码 2 次"), reach);

      AnswerSteps.correct(officer("clerk"), record);
      REVIEWERS.forEach(name -> AnswerSteps.press(officer(name), record, "approve"));
      AnswerSteps.publish(officer("publisher"), record);
      AnswerSteps.corrected(citizen(), number);
      var due = trail(number);
      assertTrue(due.locator("#due").count() == 1, "what carried the old text is due");
      AnswerSteps.followed(officer("publisher"), record);
      followedOnPaper(number, verse, batch);
      Await.until(() -> trail(number).locator("#none-due").count() == 1, SOON);
      beginQuiet(officer("caster"));
    }
  }

  /** Claim taken, verified with evidence, drafted, given back, and approved by three. */
  private String written() {
    var clerk = officer("clerk");
    var rumour = AnswerSteps.verified(clerk, officer("reviewer"));
    var record = AnswerSteps.draft(clerk, rumour);
    AnswerSteps.press(clerk, record, "submit");
    AnswerSteps.refusedOwnReview(clerk, record);
    AnswerSteps.giveBack(officer("reviewer"), record);
    AnswerSteps.edit(clerk, record, "经市住房城乡建设部门核实，桥梁每年例行检测，没有爆破拆除计划。");
    AnswerSteps.press(clerk, record, "submit");
    REVIEWERS.forEach(name -> AnswerSteps.press(officer(name), record, "approve"));
    return record;
  }

  /** Whatever the hour at which the test runs, the village may be spoken to. */
  static void endQuiet(Page editor) {
    editor.navigate("/console/broadcast/quiet");
    while (editor.locator("table.list tbody a").count() > 0) {
      editor.click("table.list tbody a >> nth=0");
      editor.click("details:has(#end) > summary");
      editor.fill("#why", "防汛值守");
      editor.click("#end");
      assertEquals(0, editor.locator("[role=alert]").count(), editor.content());
      editor.navigate("/console/broadcast/quiet");
    }
  }

  /** The nights of the city are quiet again, as other tests find them. */
  static void beginQuiet(Page editor) {
    editor.navigate("/console/broadcast/quiet-form");
    editor.fill("#title", "夜间安静时段");
    editor.fill("#area-shown", "511500000000");
    editor.fill("#begins", "22:00");
    editor.fill("#ends", "06:00");
    editor.click("#set");
    editor.waitForURL(url -> !url.contains("quiet-form"));
    editor.navigate("/console/broadcast/quiet");
    assertTrue(editor.locator("table.list tbody a").count() > 0, editor.content());
  }

  /** The answer as a clapper verse, which cites it; its number. */
  private String verse(String number) {
    var editor = officer("designer");
    editor.navigate("/console/publicity/material-form");
    editor.selectOption("#kind", "VERSE");
    editor.fill("#title", "三江口大桥不拆");
    editor.fill("#text", "三江口，大桥牢，不爆破来不拆桥；学校照常把课上，谣言入耳莫要传。");
    editor.selectOption("#source", "REBUTTAL");
    editor.fill("#source-ref", number);
    editor.click("#save");
    editor.waitForURL(url -> url.contains("/console/publicity/material?id="));
    var record = editor.url().replaceFirst("&.*", "");
    return FromRebuttalToScanIT.out(
        editor, officer("designer.reviewer"), officer("material.publisher"), record);
  }

  /** The script of the text is read in the village once, at the minute; the schedule's address. */
  static String onTheAir(
      Page editor, Page checker, String source, String village, ZonedDateTime at) {
    var line = "table.list tbody tr:has(a:text-is('" + source + "')) a.button";
    Await.until(
        () -> {
          editor.navigate("/console/broadcast/scripts");
          return editor.locator(line).count() == 1;
        },
        SOON);
    editor.click(line);
    editor.fill("#title", "大桥 " + source);
    editor.selectOption("#days", "ONCE");
    editor.fill("#from", at.toLocalDate().toString());
    editor.fill("#times", DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at));
    editor.fill("#include", village);
    editor.click("#save");
    editor.waitForURL(url -> url.contains("/console/broadcast/schedule?id="));
    var schedule = editor.url();
    editor.click("[id$=submit]");
    AnswerSteps.press(checker, schedule, "approve");
    assertEquals(1, checker.locator(".facts .is-APPROVED").count(), checker.content());
    return schedule;
  }

  /** A poster with its hash, printed, sent to a township's village, handed out, scanned. */
  private String onPaper(String number) {
    var editor = officer("designer");
    var publisher = officer("material.publisher");
    var record = FromRebuttalToScanIT.made(editor, number, "POSTER_A3");
    var material =
        FromRebuttalToScanIT.out(editor, officer("designer.reviewer"), publisher, record);
    var batch = FromRebuttalToScanIT.printed(publisher, material);
    FromRebuttalToScanIT.sent(officer("storekeeper.lizhuang"), batch);
    FromRebuttalToScanIT.arrived(officer("storekeeper.tongji"), batch);
    FromRebuttalToScanIT.scanned(citizen(), publisher, batch, material);
    return batch;
  }

  /** The speakers have spoken it to the end and told so. */
  static void played(Page reviewer, Page leader, String schedule, String proof) {
    Await.until(
        () -> {
          reviewer.navigate(schedule.replaceFirst(".*/console", "/console"));
          leader.navigate("/console/trail?of=" + number(reviewer));
          return leader.locator("#stops").textContent().contains(proof);
        },
        Duration.ofMinutes(5));
  }

  private static String number(Page schedule) {
    return schedule.locator("h1").textContent().strip().split(" ", 2)[0];
  }

  /** As somebody sees it who may look into every house of the chain. */
  private Page trail(String number) {
    var page = officer("leader");
    page.navigate("/console/trail?of=" + number);
    return page;
  }

  /** Poster and verse get a version with the new text; the old copies are destroyed. */
  private void followedOnPaper(String number, String verse, String batch) {
    var editor = officer("designer");
    var reviewer = officer("designer.reviewer");
    var publisher = officer("material.publisher");
    var next = FromRebuttalToScanIT.made(editor, number, "POSTER_A3");
    FromRebuttalToScanIT.out(editor, reviewer, publisher, next);
    publisher.navigate("/console/trail?of=" + verse);
    publisher.click("#stops a");
    publisher.click("a[href*='recall-form']");
    publisher.fill("#reason", "原文已更正");
    publisher.click("#recall");
    assertEquals(0, publisher.locator("[role=alert]").count(), publisher.content());
    destroyed(officer("storekeeper.lizhuang"), batch, "120");
    destroyed(officer("storekeeper.tongji"), batch, "50");
  }

  private static void destroyed(Page keeper, String batch, String quantity) {
    keeper.navigate("/console/publicity/stock");
    keeper.selectOption("#batch", batch);
    keeper.selectOption("#kind", "DESTROY");
    keeper.fill("#quantity", quantity);
    keeper.fill("#reason", "原文已更正");
    keeper.click("#move");
    var stock = keeper.locator("[data-stock-of='" + batch + "']");
    keeper.waitForCondition(() -> stock.count() == 0 || stock.textContent().equals("0"));
  }
}
