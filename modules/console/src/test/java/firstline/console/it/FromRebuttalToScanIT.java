package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.wait.Await;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole chain, from a rebuttal to a poster that is scanned in a village, and back. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FromRebuttalToScanIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String MAKING = "/console/publicity/making";

  @ArquillianResource private URL base;

  private Page officer(List<BrowserContext> people, String name) {
    var context = Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, 1440);
    people.add(context);
    return context.newPage();
  }

  /** Runs with officers who leave when it is over. */
  private void with(Consumer<List<BrowserContext>> work) {
    var people = new ArrayList<BrowserContext>();
    try {
      work.accept(people);
    } finally {
      people.forEach(BrowserContext::close);
    }
  }

  static void fine(Page page) {
    assertEquals(0, page.locator("[role=alert]").count(), () -> page.locator("main").textContent());
  }

  static void press(Page page, String record, String button) {
    page.navigate(record);
    page.click("[id$='" + button + "']");
    fine(page);
  }

  /** The rebuttal goes out, to the poster's makers too; its number. */
  private static String published(Page publisher, String fact) {
    publisher.navigate("/console/rumour/rebuttals?state=TO_PUBLISH");
    publisher.click("table.list tbody tr:has-text('" + fact + "') td > a");
    publisher.check("#channel-POSTER");
    publisher.click("#publish");
    fine(publisher);
    handedOver(publisher);
    return publisher
        .locator("a[href*='/rumour/rebuttal?id=']")
        .first()
        .textContent()
        .strip()
        .replaceFirst(".* ", "");
  }

  /** From the rebuttal's record: its line is taken to the makers of posters. */
  static void handedOver(Page publisher) {
    publisher.click("#where tr:has(.chip.is-QUEUED):has-text('海报') a");
    publisher.click("#take");
    fine(publisher);
  }

  static String waiting(String number, String form) {
    return ".made-of:has(a[href='/rumours/" + number + "']) [data-form=" + form + "]";
  }

  /** The address of the draft that is made of the line. */
  static String made(Page editor, String number, String form) {
    var one = waiting(number, form);
    Await.until(
        () -> {
          editor.navigate(MAKING);
          return editor.locator(one + " input[type=submit]").count() == 1;
        },
        SOON);
    editor.click(one + " input[type=submit]");
    editor.waitForURL(url -> url.contains("/console/publicity/material?id="));
    return editor.url().replaceFirst("&.*", "");
  }

  /** Submitted, reviewed by another, published by a third; the material's number. */
  static String out(Page editor, Page reviewer, Page publisher, String record) {
    press(editor, record, ":submit");
    press(reviewer, record, ":approve");
    press(publisher, record, ":publish");
    return publisher.locator("h1").textContent().strip().split(" ", 2)[0];
  }

  @Test
  @Requirement({"R71.1", "R71.4", "R71.6", "R61.3", "R63.1", "R63.2", "R72.2"})
  void aRebuttalIsScannedFromAPosterInAVillage() {
    with(
        people -> {
          var number = published(officer(people, "publisher"), "外地多年前的旧传言");
          var editor = officer(people, "designer");
          var reviewer = officer(people, "designer.reviewer");
          var publisher = officer(people, "material.publisher");
          previewed(editor, number);
          var record = made(editor, number, "POSTER_A3");
          printable(editor);
          var material = out(editor, reviewer, publisher, record);

          var batch = printed(publisher, material);
          var before = handedOut(publisher);
          sent(officer(people, "storekeeper.lizhuang"), batch);
          arrived(officer(people, "storekeeper.tongji"), batch);
          var visitor = Browser.visitor(base.toString());
          people.add(visitor);
          scanned(visitor.newPage(), publisher, batch, material);

          publisher.navigate("/console/publicity/batch?id=" + batch);
          var identity = publisher.locator("p.identity").textContent();
          assertTrue(identity.contains("印 200") && identity.contains("已发放 30"), identity);
          assertEquals(before + 30, handedOut(publisher), "handed out in the village");
        });
  }

  /** Copies of whatever that were handed out in the village. */
  private static int handedOut(Page publisher) {
    publisher.navigate("/console/publicity/material-figures?area=511502101007");
    return Integer.parseInt(
        publisher.locator(".tile:has-text('发放') .number").first().textContent().replace(",", ""));
  }

  /** Two hundred copies of the material for the township; id of the run. */
  static String printed(Page publisher, String material) {
    publisher.navigate("/console/publicity/print-form");
    publisher.selectOption(
        "#version",
        new SelectOption()
            .setValue(
                publisher
                    .locator("#version option:has-text('" + material + "')")
                    .getAttribute("value")));
    publisher.fill("#area-shown", "511502101000");
    publisher.fill("#printer", "李庄印务");
    publisher.fill("#quantity", "200");
    publisher.fill("#cost", "120");
    publisher.click("#print");
    publisher.waitForURL(url -> url.contains("/console/publicity/batch?id="));
    return publisher.url().replaceFirst(".*id=", "");
  }

  private static void previewed(Page editor, String number) {
    Await.until(
        () -> {
          editor.navigate(MAKING);
          return editor.locator(waiting(number, "SMS") + " blockquote").count() == 1;
        },
        SOON);
    for (var form : List.of("POSTER_A4", "POSTER_A3", "BANNER", "COVER")) {
      var picture = editor.locator(waiting(number, form) + " img");
      picture.scrollIntoViewIfNeeded();
      editor.waitForCondition(() -> (Boolean) picture.evaluate("one => one.naturalWidth > 200"));
    }
    assertTrue(editor.locator(waiting(number, "SMS")).textContent().contains("/rumours/" + number));
    assertEquals(
        404,
        editor
            .request()
            .get("/console/publicity/making.png?number=" + number + "&language=zh&form=SMS")
            .status());
  }

  /** The draft's file is a PDF, and its page is shown once the queue has drawn it. */
  private static void printable(Page editor) {
    var file =
        editor.request().get(editor.locator("a[href^='/files/']").first().getAttribute("href"));
    assertTrue(new String(file.body(), 0, 5, StandardCharsets.US_ASCII).equals("%PDF-"));
    Await.until(
        () -> {
          editor.reload();
          return editor.locator(".shown-material img").count() > 0;
        },
        SOON);
  }

  static void sent(Page keeper, String batch) {
    keeper.navigate("/console/publicity/stock");
    keeper.selectOption("#batch", batch);
    keeper.selectOption("#kind", "SEND");
    keeper.fill("#quantity", "80");
    keeper.selectOption("#to", "511502101007");
    keeper.click("#move");
    keeper.waitForCondition(
        () -> keeper.locator("[data-stock-of='" + batch + "']").textContent().equals("120"));
  }

  static void arrived(Page keeper, String batch) {
    keeper.navigate("/console/publicity/stock");
    keeper.click("[data-stock-kind=RECEIVE]");
    var stock = keeper.locator("[data-stock-of='" + batch + "']");
    keeper.waitForCondition(() -> stock.count() == 1 && stock.textContent().equals("80"));
    keeper.selectOption("#batch", batch);
    keeper.selectOption("#kind", "HAND_OUT");
    keeper.fill("#quantity", "30");
    keeper.fill("#place", "村口公告栏");
    keeper.click("#move");
    keeper.waitForCondition(() -> stock.textContent().equals("50"));
  }

  /** The code of the village's copies, twice. */
  static void scanned(Page citizen, Page publisher, String batch, String material) {
    publisher.navigate("/console/publicity/qr-sheet?id=" + batch);
    publisher.click("#make");
    var village = publisher.locator(".qr-sheet li:has-text('同济社区')");
    var code = village.locator(".second").textContent().strip();
    for (var scan = 0; scan < 2; scan++) {
      assertEquals(200, Objects.requireNonNull(citizen.navigate("/q/" + code)).status());
      assertTrue(citizen.url().endsWith("/materials/" + material), citizen.url());
    }
    assertEquals(0, citizen.context().cookies().size(), "counted without a cookie");
    publisher.reload();
    assertTrue(village.textContent().contains("扫 2 次"), village.textContent());
  }

  @Test
  @Requirement({"R70.5", "R70.2", "R73.1", "R73.2"})
  void whatARebuttalSaidIsRecalledWithItEverywhere() {
    with(
        people -> {
          var number = "2026-0009";
          var editor = officer(people, "designer");
          var reviewer = officer(people, "designer.reviewer");
          var publisher = officer(people, "material.publisher");
          var poster = made(editor, number, "POSTER_A4");
          var posterNumber = out(editor, reviewer, publisher, poster);
          var message = made(editor, number, "SMS");
          var messageNumber = out(editor, reviewer, publisher, message);

          var checker = officer(people, "caster.reviewer");
          var schedule = scheduled(officer(people, "caster"), checker, messageNumber);

          var rumours = officer(people, "publisher");
          rumours.navigate("/console/rumour/rebuttals?q=" + number);
          rumours.click("table.list tbody a");
          rumours.click("details:has([id$=withdraw]) > summary");
          rumours.fill("details:has([id$=withdraw]) textarea", "检测数据有误");
          rumours.click("[id$=withdraw]");
          fine(rumours);

          var visitor = Browser.visitor(base.toString());
          people.add(visitor);
          var citizen = visitor.newPage();
          for (var one : List.of(posterNumber, messageNumber)) {
            Await.until(
                () -> Objects.requireNonNull(citizen.navigate("/materials/" + one)).status() == 410,
                SOON);
            assertTrue(citizen.content().contains(number), "the notice says what was withdrawn");
          }
          Await.until(
              () -> {
                checker.navigate(schedule);
                return checker.locator(".facts .is-WITHDRAWN").count() == 1;
              },
              SOON);
          Await.until(
              () -> {
                publisher.navigate("/console/publicity/recalls");
                publisher.click(
                    "table.list tbody tr:has-text('（短信）'):has-text('" + number + "') td a");
                return publisher.locator("details.twin tr:has-text('大喇叭')").count() == 1;
              },
              SOON);
          var ways = publisher.locator("details.twin tr:has-text('大喇叭') td");
          assertEquals("1", ways.nth(1).textContent(), "one schedule was told");
          assertEquals("1", ways.nth(2).textContent(), "and is off the air");
          editor.navigate(MAKING);
          assertEquals(
              0, editor.locator(waiting(number, "BANNER") + " input[type=submit]").count());
        });
  }

  /** The message is read every day, by the hands of two; the schedule's address. */
  private static String scheduled(Page editor, Page checker, String material) {
    var line = "table.list tbody tr:has(a:text-is('" + material + "')) a.button";
    Await.until(
        () -> {
          editor.navigate("/console/broadcast/scripts");
          return editor.locator(line).count() == 1;
        },
        SOON);
    editor.click(line);
    editor.fill("#title", "饮水安全提示");
    editor.click("#save");
    editor.waitForURL(url -> url.contains("/console/broadcast/schedule?id="));
    var schedule = editor.url();
    editor.click("[id$=submit]");
    press(checker, schedule, "approve");
    assertEquals(1, checker.locator(".facts .is-APPROVED").count());
    return schedule;
  }

  @Test
  @Requirement({"R70.5", "R71.7"})
  void whatACorrectedRebuttalSaidGetsAVersionWithTheNewText() {
    with(
        people -> {
          var number = "2026-0005";
          var editor = officer(people, "designer");
          var reviewer = officer(people, "designer.reviewer");
          var publisher = officer(people, "material.publisher");
          var record = made(editor, number, "POSTER_A4");
          var material = out(editor, reviewer, publisher, record);

          corrected(people, number);

          Await.until(
              () -> {
                editor.navigate("/console/publicity/recalls");
                return editor.locator("ul.plain li:has-text('" + material + "')").count() == 1;
              },
              SOON);
          editor.navigate("/console/home?kind=recall.due");
          assertTrue(
              editor.locator(".home-list tr:has-text('" + material + "')").count() > 0,
              "it is a to-do");
          editor.navigate(record);
          editor.click(".notice a[href='" + MAKING + "']");
          var one = waiting(number, "POSTER_A4");
          Await.until(
              () -> {
                editor.navigate(MAKING);
                return editor
                        .locator(one + " input[value*='" + material + "'][type=submit]")
                        .count()
                    == 1;
              },
              SOON);
          editor.click(one + " input[type=submit]");
          editor.waitForURL(url -> url.contains("/console/publicity/material?id="));
          assertTrue(editor.locator("h1").textContent().contains(material), "of the same material");
          var next = editor.url();
          assertEquals(material, out(editor, reviewer, publisher, next));
          publisher.navigate(record);
          assertEquals(1, publisher.locator("section ul.plain .chip.is-PUBLISHED").count());
          assertTrue(publisher.locator("main").textContent().contains("从来没有直升机喷洒"));
          editor.navigate("/console/publicity/recalls");
          assertEquals(0, editor.locator("ul.plain li:has-text('" + material + "')").count());
        });
  }

  /** The rebuttal is corrected by the hands of its own officers, and its new line handed over. */
  private void corrected(List<BrowserContext> people, String number) {
    var clerk = officer(people, "clerk");
    clerk.navigate("/console/rumour/rebuttals?q=" + number);
    clerk.click("table.list tbody a");
    var record = clerk.url().replaceFirst("&.*", "");
    clerk.click("details:has(#kind) summary");
    clerk.selectOption("#kind", "FACT");
    clerk.fill("#note", "说清楚从来没有过。");
    clerk.click("input[id$=correct]");
    clerk.navigate(record + "&edit=1");
    clerk.fill("#fact", "从来没有直升机喷洒消毒药的安排");
    clerk.fill("#poster", "从来没有直升机喷洒消毒药的安排");
    clerk.click("#save");
    press(clerk, record, "submit");
    for (var name : List.of("reviewer", "reviewer2", "leader")) {
      press(officer(people, name), record, "approve");
    }
    var publisher = officer(people, "publisher");
    publisher.navigate(record);
    publisher.check("#channel-POSTER");
    publisher.click("#publish");
    fine(publisher);
    handedOver(publisher);
  }
}
