package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import firstline.persistence.requirement.Requirement;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A designer outside the house, with a link and no account. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SomebodyOutsideLeavesFilesIT {
  private static final String LINKS = "/console/publicity/upload-links";

  @ArquillianResource private URL base;

  private static FilePayload text(String name, String content) {
    return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
  }

  private static void leave(Page page, int all, FilePayload... files) {
    page.setInputFiles("#bring-files", files);
    page.waitForCondition(() -> page.textContent(".bringing output").contains(all + " / " + all));
  }

  private static void enter(Page page, String password) {
    page.fill("#password", password);
    page.click("form.door button");
  }

  @Test
  @Requirement({"R66.2", "R66.3"})
  void theyLeaveWhatTheLinkHoldsAndNothingAfterItIsRevoked() {
    try (var editors = Browser.officer(base.toString(), "designer", "zh", ColorScheme.LIGHT, 1440);
        var visitors = Browser.visitor(base.toString(), "zh", ColorScheme.LIGHT, 360)) {
      var editor = editors.newPage();
      editor.navigate(LINKS);
      editor.fill("#note", "远山设计 春耕海报");
      editor.fill("#files", "0");
      editor.fill("#password", "shan-gao-1");
      editor.click("#make");
      assertTrue(editor.textContent("[role=alert]").contains("10,000"));
      assertEquals("远山设计 春耕海报", editor.inputValue("#note"), "what was typed stays");
      editor.fill("#files", "3");
      editor.fill("#password", "shan-gao-1");
      editor.click("#make");
      var address = editor.inputValue("#address").replaceFirst("^https?://[^/]+", "");

      var outsider = visitors.newPage();
      assertEquals(410, outsider.navigate("/u/" + "x".repeat(32)).status());
      assertTrue(outsider.textContent("h1").contains("不能用了"));
      outsider.navigate(address);
      enter(outsider, "shan-gao-2");
      assertTrue(outsider.textContent("[role=alert]").contains("密码不对"));
      enter(outsider, "shan-gao-1");
      assertTrue(outsider.textContent(".lead").contains("远山设计"));
      assertEquals(0, new AxeBuilder(outsider).analyze().getViolations().size());
      assertTrue((Boolean) outsider.evaluate("document.documentElement.scrollWidth <= 360"));
      assertEquals(1, visitors.cookies().size(), "the password's proof, and no session");
      leave(
          outsider,
          2,
          text("../说明\u202e.txt", "文案一 " + address),
          new FilePayload(
              "图.svg",
              "image/svg+xml",
              "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8)));
      assertTrue(outsider.textContent(".queue").contains("SVG"), "what is refused says why");
      leave(outsider, 4, text("二.txt", "文案二 " + address), text("三.txt", "文案三 " + address));
      assertTrue(outsider.textContent(".queue").contains("已满"), "the fourth of three");

      var mine = waiting(editor);
      assertEquals(2, mine.size(), mine::toString);
      assertTrue(mine.get(0).contains("说明.txt"), mine.get(0));
      editor.navigate(LINKS);
      assertTrue(editor.locator("tbody tr").first().textContent().contains("3 / 3"));
      editor.locator("tbody input[type=radio]").first().check();
      editor.click("#revoke");
      assertTrue(editor.locator("tbody tr").first().textContent().contains("已作废"));
      assertEquals(410, outsider.navigate(address + "?lang=en").status());
      assertTrue(outsider.textContent("h1").contains("does not work any more"));
    }
  }

  /** What they left among all that waits, the oldest first, on whatever page. */
  private static List<String> waiting(Page editor) {
    var mine = new ArrayList<String>();
    editor.navigate("/console/publicity/upload");
    while (true) {
      mine.addAll(editor.locator("table.uploads tr:has-text('远山设计')").allTextContents());
      var next = editor.locator("a[rel=next]");
      if (next.count() == 0) {
        return mine;
      }
      editor.navigate(next.getAttribute("href"));
    }
  }
}
