package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import firstline.persistence.requirement.Requirement;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files are dropped, one is refused, one becomes material, and its like asks for a decision. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AFolderIsBroughtIT {
  private static final String UPLOAD = "/console/publicity/upload";

  @ArquillianResource private URL base;

  private static FilePayload picture(String name, int width, int height) throws IOException {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = picture.createGraphics();
    canvas.setColor(new Color(0x1E, 0x6F, 0x50));
    canvas.fillRect(0, 0, width, height);
    canvas.setColor(Color.ORANGE);
    canvas.fillOval(width / 8, height / 5, width / 3, height / 2);
    canvas.setColor(Color.WHITE);
    canvas.fillRect(width / 2, height / 2, width / 3, height / 3);
    canvas.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return new FilePayload(name, "image/png", bytes.toByteArray());
  }

  private static void bring(Page page, FilePayload... files) {
    page.navigate(UPLOAD);
    page.setInputFiles("#bring-files", files);
    page.waitForCondition(
        () -> page.textContent(".bringing output").contains(files.length + " / " + files.length));
  }

  @Test
  @Requirement({"R67.1", "R67.6", "R67.7", "R68.3", "R68.4", "R69.1"})
  void whatPassesBecomesMaterialAndItsLikeIsDecidedOn() throws IOException {
    try (var editors =
        Browser.officer(base.toString(), "designer", "zh", ColorScheme.LIGHT, 1440)) {
      var page = editors.newPage();
      var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>";
      bring(
          page,
          new FilePayload("图标.svg", "image/svg+xml", svg.getBytes(StandardCharsets.UTF_8)),
          picture("用气安全海报.png", 640, 480));
      assertTrue(page.textContent(".queue").contains("SVG"), "what is refused says why");
      page.navigate(UPLOAD);
      assertEquals(1, page.locator("table.uploads input[value='用气安全海报']").count());
      assertEquals(0, page.locator("table.uploads input[value='图标']").count());
      page.click("#draft");
      page.waitForCondition(() -> page.locator("table.uploads").count() == 0);

      bring(page, picture("又一张.png", 320, 240));
      page.navigate(UPLOAD);
      page.click("a[href*='upload-likeness']");
      assertTrue(page.textContent("main").contains("用气安全海报"));
      page.click("[id$='same']");
      page.waitForURL(url -> url.contains("/console/publicity/material?id="));
      assertTrue(page.textContent("h1").contains("用气安全海报"));
      page.waitForCondition(
          () -> {
            page.reload();
            return page.locator("figure img[src^='/renditions/']").count() > 0;
          },
          // Those of the sample city may be before it in the queue.
          new Page.WaitForConditionOptions().setTimeout(120_000));
      assertTrue(
          (Boolean)
              page.evaluate(
                  "document.querySelector(\"img[src^='/renditions/']\").naturalWidth === 640"));
    }
  }

  @Test
  @Requirement("R67.6")
  void threeHundredAtOnceAreTakenInARowAndTheRefusedAndTheOddlyNamedAreSeen() {
    try (var editors =
        Browser.officer(base.toString(), "designer", "zh", ColorScheme.LIGHT, 1440)) {
      var page = editors.newPage();
      page.setDefaultTimeout(180_000);
      page.navigate(UPLOAD);
      int before = waiting(page);
      page.evaluate(
          """
          () => {
            const all = new DataTransfer();
            const add = (name, text) => all.items.add(new File([text], name));
            for (let i = 0; i < 295; i += 1) add(`大批 ${i}.txt`, `文案 ${i} ${performance.timeOrigin}`);
            add('../../上级.txt', `上级 ${performance.timeOrigin}`);
            add('反写\u202etxt.gpj.txt', `反写 ${performance.timeOrigin}`);
            add('长'.repeat(296) + '.txt', `长 ${performance.timeOrigin}`);
            add('空.txt', '');
            add('图.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
            const input = document.getElementById('bring-files');
            input.files = all.files;
            input.dispatchEvent(new Event('change', { bubbles: true }));
          }
          """);
      page.waitForCondition(
          () -> page.textContent(".bringing output").matches("(?s).*\\d{3} / 300.*"));
      assertTrue(page.locator(".queue li").count() < 20, "no line for each of three hundred");
      page.waitForCondition(() -> page.textContent(".bringing output").contains("300 / 300"));
      var lines = page.textContent(".queue");
      assertTrue(page.textContent(".bringing output").contains("2 个未收"));
      assertTrue(lines.contains("名称已整理为 反写txt.gpj.txt"), lines);
      assertTrue(lines.contains("SVG") && lines.contains("空"), lines);
      page.navigate(UPLOAD);
      assertEquals(before + 298, waiting(page));
    }
  }

  private static int waiting(Page page) {
    return page.locator("#waiting").count() == 0
        ? 0
        : Integer.parseInt(page.textContent("#waiting").replaceAll("\\D", ""));
  }
}
