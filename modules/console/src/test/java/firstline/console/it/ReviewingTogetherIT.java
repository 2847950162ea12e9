package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A writer and reviewers at one text: comments, what is typed, what changed, the sheet. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ReviewingTogetherIT {
  private static final String FACT = "吃荔枝后短时呼气值偏高";

  @ArquillianResource private URL base;

  @Test
  @Requirement({"R2.13", "R2.14", "R2.15", "R2.16", "R2.17"})
  void aTextIsCommentedOnTypedAtAndReviewedOnItsChanges() {
    try (var reviewing = officer("reviewer.cdc");
        var writing = officer("clerk")) {
      var reviewer = reviewing.newPage();
      var writer = writing.newPage();
      reviewer.navigate("/console/rumour/rebuttals?q=" + FACT);
      var record = reviewer.locator("table.list tbody tr td > a").first().getAttribute("href");

      comment(reviewer, record);
      type(writer, record);
      writer.click("#save");
      assertTrue(writer.locator(".message.is-done").count() > 0, "saved");
      writer.navigate(record + "&edit=1");
      assertEquals(0, writer.locator(".kept").count(), "what is saved is not offered again");
      writer.navigate(record);
      writer.click("input[id$=':submit']");

      reviewer.navigate(record);
      reviewer.reload();
      assertTrue(
          reviewer.locator(".changes ins").allTextContents().toString().contains("十"),
          "what changed since this reviewer's look, however often the page is read");
      sheet(reviewer, record);
    }
  }

  private static void comment(Page reviewer, String record) {
    reviewer.navigate(record);
    reviewer.evaluate(
        """
        () => {
          const words = document.querySelector('[data-passage="EXPLANATION"]').lastChild;
          const range = document.createRange();
          range.setStart(words, words.data.indexOf('抽血检验'));
          range.setEnd(words, words.data.indexOf('抽血检验') + 4);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }
        """);
    reviewer.click(".comment-here");
    assertEquals("抽血检验", reviewer.inputValue("#quote"));
    reviewer.fill("#said", "请写明向哪里申请。");
    reviewer.click("#comment-go");
    assertTrue(reviewer.locator("mark").allTextContents().contains("抽血检验"));
  }

  private static void type(Page writer, String record) {
    writer.navigate(record + "&edit=1");
    writer.fill("#advice", "吃荔枝后漱口，等十分钟再开车。");
    writer.waitForFunction(
        "() => document.querySelector('[data-preview=shortText]').textContent.includes('十分钟')");
    writer.waitForFunction("() => document.querySelector('.typed-state').textContent !== ''");
    writer.navigate(record);
    assertTrue(writer.locator(".review-steps .is-DONE").count() > 0, "typing has voided no review");
    writer.navigate(record + "&edit=1");
    writer.click(".kept a");
    assertEquals("吃荔枝后漱口，等十分钟再开车。", writer.inputValue("#advice"));
  }

  private static void sheet(Page reviewer, String record) {
    reviewer.navigate(record.replace("rebuttal?", "sheet?"));
    var sheet = reviewer.locator(".sheet").innerText();
    for (var part : List.of(FACT, "等十分钟再开车", "市公安局", "请写明向哪里申请", "谢艳")) {
      assertTrue(sheet.contains(part), part);
    }
    assertTrue(reviewer.locator(".sheet .hash").innerText().matches("[0-9a-f]{64}"));
    assertEquals(3, reviewer.locator(".sheet-line").count(), "a line for each signature");
  }

  private BrowserContext officer(String username) {
    return Browser.officer(base.toString(), username, "zh", ColorScheme.LIGHT, 1440);
  }
}
