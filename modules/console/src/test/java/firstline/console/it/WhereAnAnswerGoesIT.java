package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An answer on its way to the channels and back, and what a party can do against it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WhereAnAnswerGoesIT {
  @ArquillianResource private URL base;

  @Test
  @Requirement({"R3.5", "R3.7", "R3.8", "R3.14"})
  void aTextIsPublishedReadBackAndTakenOut() throws IOException {
    try (var visitor =
        Browser.officer(base.toString(), "publisher", "zh", ColorScheme.LIGHT, 1440)) {
      var page = visitor.newPage();
      page.navigate("/console/rumour/rebuttals?state=TO_PUBLISH");
      page.click("table.list tbody tr:last-child a");
      var record = page.url();
      page.check("#channel-WECHAT");
      page.click("#publish");
      // The server asks its public pages what they show, and confirms.
      page.waitForCondition(
          () -> {
            page.navigate(record);
            return page.locator("#where .chip.is-CONFIRMED").count() == 3;
          });
      page.click("#where tr:has(.chip.is-QUEUED) a");
      var address = page.locator(".actions a.primary").getAttribute("href");
      var answer = page.request().get(address);
      assertEquals(200, answer.status());
      assertEquals(
          Set.of(
              "article.html",
              "article.txt",
              "cover_zh.png",
              "cover_en.png",
              "alt.txt",
              "readme.txt"),
          names(answer.body()));
      page.click("#take");
      page.click("#confirm");
      assertTrue(page.locator("[role=alert], .message.is-error").count() > 0, "no proof, no word");
      page.fill("#url", "https://mp.example.com/s/tested");
      page.click("#confirm");
      assertEquals(1, page.locator(".facts .chip.is-CONFIRMED").count(), page.content());
    }
  }

  private static Set<String> names(byte[] zipped) throws IOException {
    var names = new HashSet<String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  @Test
  @Requirement({"R3.11", "R3.13"})
  void aCorrectionIsFollowedToTheArticle() {
    try (var visitor =
        Browser.officer(base.toString(), "publisher", "zh", ColorScheme.LIGHT, 1440)) {
      var page = visitor.newPage();
      page.navigate("/console/rumour/corrections?channel=WECHAT");
      page.click("tr:has-text('2026-0013') td a");
      page.fill("#url", "https://mp.example.com/s/corrected");
      page.click("#corrected");
      assertEquals(1, page.locator(".facts .chip.is-CORRECTED").count(), page.content());
      page.navigate("/console/rumour/corrections?channel=WECHAT");
      assertEquals(0, page.locator("tr:has-text('2026-0013')").count());
    }
  }

  @Test
  @Requirement({"R3.31", "R3.34", "R3.35", "R3.36"})
  void aPartyAppealsAndTheAnswerIsCorrected() {
    try (var visitor =
            Browser.officer(base.toString(), "reviewer.cdc", "zh", ColorScheme.LIGHT, 1440);
        var involved =
            Browser.officer(base.toString(), "reviewer2", "zh", ColorScheme.LIGHT, 1440)) {
      var page = visitor.newPage();
      page.navigate("/console/rumour/appeal-new?rebuttal=2026-0010");
      page.fill("#party", "某某电器店");
      page.fill("#objection", "请说明不是本店产品。");
      page.fill("#contact", "13812345678");
      page.click("#file");
      var record = page.url();
      page.fill("#how", "电话告知");
      page.click("#acknowledge");

      var other = involved.newPage();
      other.navigate(record);
      other.click("#take-up");
      assertTrue(other.content().contains("不能复核对它的申诉"), other.content());

      page.check("#under-review");
      page.click("#take-up");
      assertEquals("UNDER_REVIEW", rumour(page, record));
      page.navigate(record);
      assertTrue(page.content().contains("138****78"));
      assertTrue(!page.content().contains("13812345678"), "masked until it is asked for");
      page.click("#show");
      assertTrue(page.content().contains("13812345678"));

      page.navigate(record);
      page.selectOption("#outcome", "CORRECTED");
      page.fill("#why", "确有歧义");
      page.fill("#answer", "已补充说明，不涉及具体品牌。");
      page.selectOption("#correction", "FACT");
      page.fill("#note", "补充：不涉及具体品牌。");
      page.click("#answer-go");
      assertEquals(1, page.locator(".facts .chip.is-ANSWERED").count(), page.content());
      page.click(".actions a");
      assertEquals(1, page.locator(".facts .chip.is-DRAFT").count(), "a new version is begun");
    }
  }

  /** State of the rumour that the appeal is about in the end. */
  private static String rumour(Page page, String record) {
    page.navigate(record);
    page.click(".actions a");
    page.click(".facts a[href*='/rumour/rumour?']");
    var states = page.locator(".facts .chip").first().getAttribute("class");
    return states.replaceFirst(".*is-", "");
  }
}
