package firstline.console.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import firstline.persistence.requirement.Requirement;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A poster: drafted, reviewed by another, published, and its next version in its place. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AMaterialGoesOutIT {
  @ArquillianResource private URL base;

  private BrowserContext officer(String name) {
    return Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, 1440);
  }

  private static FilePayload picture(int width) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, 90, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return new FilePayload("../海报.png", "image/png", bytes.toByteArray());
  }

  private static String chip(Page page) {
    return page.locator("p.facts .chip").textContent();
  }

  private static String error(Page page) {
    return page.locator("[role=alert]").textContent();
  }

  @Test
  @Requirement({"R60.1", "R60.2", "R60.3", "R60.4", "R60.5", "R60.6", "R65.8", "R70.1", "R69.7"})
  void itIsReviewedByAnotherAndTheNextVersionTakesItsPlace() throws IOException {
    try (var editors = officer("designer");
        var reviewers = officer("designer.reviewer");
        var publishers = officer("material.publisher")) {
      var editor = editors.newPage();
      editor.navigate("/console/publicity/material-form");
      editor.fill("#title", "防汛避险海报");
      editor.setInputFiles("input[type=file]", picture(160));
      editor.selectOption("#kind", "AUDIO");
      editor.click("#save");
      assertTrue(error(editor).contains("image/png"), error(editor));
      editor.selectOption("#kind", "POSTER");
      editor.setInputFiles("input[type=file]", picture(160));
      editor.click("#save");
      editor.waitForURL(url -> url.contains("/console/publicity/material?id="));
      var record = editor.url();
      editor.click("[id$=':submit']");
      assertTrue(error(editor).contains("画面说明"), "nothing is submitted that hides its picture");
      editor.click(".actions a[href*='material-form?id=']");
      editor.fill("#alt", "河水漫过路面，行人绕行");
      editor.click("#save");
      editor.click("[id$=':submit']");
      assertEquals("审核中", chip(editor));
      assertEquals(0, editor.locator("[id$=':approve']").count(), "nobody reviews their own work");

      var reviewer = reviewers.newPage();
      reviewer.navigate(record);
      assertTrue(
          (Boolean) reviewer.evaluate("document.querySelector('figure img').naturalWidth === 160"));
      reviewer.click("[id$=':approve']");
      assertEquals("待发布", chip(reviewer));

      var publisher = publishers.newPage();
      publisher.navigate(record);
      publisher.click("[id$=':publish']");
      assertEquals("已发布", chip(publisher));

      editor.navigate(record);
      editor.click(".actions a[href*='material-form?material=']");
      editor.fill("#title", "防汛避险海报（新）");
      editor.setInputFiles("input[type=file]", picture(200));
      editor.click("#save");
      editor.click("[id$=':submit']");
      assertEquals("已发布", chip(editor), "the version that is out speaks for the material");
      reviewer.navigate(editor.url());
      reviewer.click("[id$=':approve']");
      publisher.navigate(editor.url());
      publisher.click("[id$=':publish']");
      assertTrue(publisher.locator("h1").textContent().contains("（新）"));
      assertEquals(
          1,
          publisher.locator("section ul.plain .chip.is-PUBLISHED").count(),
          "at most one of a variant is out");
      assertTrue(publisher.content().contains("被新版代替"));

      editor.navigate(publisher.url());
      editor.click("a[href*='material-compare']");
      assertEquals("（新）", editor.textContent("dd ins"));
      editor.navigate(publisher.url());
      editor.click("section ul.plain a[href*='&v=']");
      editor.click("#take-back");
      assertTrue(
          editor.textContent("h2").contains("3"), "the third version says what the first did");
      assertTrue(editor.textContent("dl.fields").contains("防汛避险海报"));
      recalled(publishers, editors, publisher.url());
    }
  }

  /** What is recalled answers with the notice wherever the public ever saw it, within 5 s. */
  private void recalled(BrowserContext publishers, BrowserContext editors, String record) {
    var page = publishers.newPage();
    page.navigate(record);
    var number = page.locator("h1").textContent().split(" ", 2)[0];
    try (var visitors = Browser.visitor(base.toString())) {
      var citizen = visitors.newPage();
      var addresses = publicAddresses(citizen, number);
      addresses.add(shared(editors, record));
      var tags = new HashMap<String, String>();
      for (var address : addresses) {
        var answer = citizen.request().get(address);
        assertEquals(200, answer.status(), address);
        tags.put(address, Objects.requireNonNullElse(answer.headers().get("etag"), "\"none\""));
        assertEquals(200, seen(citizen, address), address);
      }
      var frame = citizen.request().get("/embed/" + number).headers();
      assertNull(frame.get("x-frame-options"));
      assertTrue(frame.get("content-security-policy").contains("frame-ancestors *"));
      var archive = packed(page, number);
      assertEquals(200, page.request().get(archive).status());

      page.click(".actions a[href*='recall-form']");
      page.fill("#reason", "避险路线已改，请用新版");
      page.click("#recall");
      page.waitForURL(url -> url.contains("/console/publicity/recall?"));
      var until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
      for (var address : addresses) {
        var ask = RequestOptions.create().setHeader("If-None-Match", tags.get(address));
        while (citizen.request().get(address, ask).status() != 410
            || seen(citizen, address) != 410) {
          assertTrue(System.nanoTime() < until, "still shown after 5 s: " + address);
          citizen.waitForTimeout(200);
        }
      }
      assertEquals(403, page.request().get(archive).status(), "an archive is packed again");
      var shown = citizen.navigate("/materials/" + number);
      assertTrue(shown.text().contains("避险路线已改"), "people read why");
      assertTrue(citizen.navigate("/embed/" + number).text().contains("避险路线已改"));
      page.navigate(record);
      assertEquals("已召回", chip(page));
    }
  }

  /** What a browser with its own cache is answered. */
  private static int seen(Page citizen, String address) {
    return ((Number) citizen.evaluate("url => fetch(url).then((one) => one.status)", address))
        .intValue();
  }

  /** Page, picture, file by version and by content, frame and what programs are told of it. */
  private List<String> publicAddresses(Page citizen, String number) {
    citizen.waitForCondition(
        () -> {
          citizen.navigate("/materials/" + number);
          return citizen.locator("section.material img[src^='/renditions/']").count() > 0;
        });
    var file = citizen.locator("a[href^='/download/']").first().getAttribute("href");
    var hash = citizen.request().get(file).headers().get("etag").replace("\"", "");
    return new ArrayList<>(
        List.of(
            "/materials/" + number,
            citizen.locator("section.material img").first().getAttribute("src"),
            file,
            "/f/" + hash,
            "/embed/" + number,
            "/oembed?url="
                + URLEncoder.encode(
                    citizen.locator("link[rel=canonical]").getAttribute("href"), UTF_8)));
  }

  private static String shared(BrowserContext editors, String record) {
    var page = editors.newPage();
    page.navigate(record.replaceFirst("/material\\?", "/share?").replaceFirst("&v=.*", ""));
    var version = record.replaceFirst(".*&v=", "");
    page.selectOption("#version", version);
    page.click("#share");
    return page.inputValue("#address").replaceFirst("^https?://[^/]+", "");
  }

  /** Address of an archive with it, ready to be taken. */
  private static String packed(Page page, String number) {
    var job =
        page.request()
            .post(
                "/console/publicity/materials.zip",
                RequestOptions.create().setForm(FormData.create().set("number", number)))
            .url();
    var archive = "/console/publicity/materials.zip?" + job.replaceFirst(".*\\?", "");
    page.waitForCondition(() -> page.request().get(archive).status() == 200);
    return archive;
  }
}
