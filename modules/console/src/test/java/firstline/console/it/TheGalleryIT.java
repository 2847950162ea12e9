package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.wait.Await;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The gallery of the sample city: light cards, films and sounds as they are, searches kept. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TheGalleryIT {
  private static final String LIST = "/console/publicity/materials";

  /** The queue works behind everything else. */
  private static final Duration DRAWN = Duration.ofMinutes(3);

  /** Elements and texts of the heaviest card. */
  private static final String HEAVIEST =
      """
      Math.max(...[...document.querySelectorAll('.cards > li')].map(card => {
        const nodes = document.createTreeWalker(card, NodeFilter.SHOW_ALL);
        let count = 1;
        while (nodes.nextNode()) count++;
        return count;
      }))
      """;

  @ArquillianResource private URL base;

  private BrowserContext officer(String name) {
    return Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, 1440);
  }

  @Test
  @Requirement({"R64.2", "R69.6"})
  void twoHundredCardsAreOfFewNodes() {
    try (var editors = officer("designer")) {
      var page = editors.newPage();
      page.navigate(LIST);
      assertEquals(200, page.locator(".cards > li").count());
      var heaviest = (Integer) page.evaluate(HEAVIEST);
      assertTrue(heaviest <= 15, heaviest + " nodes in a card");
      var taken = page.request().get(LIST + ".csv?kind=FILM");
      assertEquals(
          111,
          new String(taken.body(), StandardCharsets.UTF_8).strip().split("\n").length,
          "what is found goes out as a table");
    }
  }

  @Test
  @Requirement({"R69.1", "R74.2"})
  void aFilmHasItsStoryboardAndASoundItsWaveform() {
    try (var editors = officer("designer")) {
      var page = editors.newPage();
      opened(page, "FILM", "img.storyboard");
      var film = page.locator(".drawer video");
      assertTrue(film.getAttribute("src").startsWith("/renditions/"), "the film for browsers");
      assertTrue(film.getAttribute("poster").startsWith("/renditions/"));
      assertEquals(
          6.0,
          ((Number)
                  film.evaluate(
                      "async one => { one.muted = true; await one.play(); return one.duration; }"))
              .doubleValue(),
          0.3,
          "and it plays");
      opened(page, "AUDIO", "img.waveform");
      page.navigate(LIST + "?kind=AUDIO");
      assertTrue(page.locator(".cards .card-AUDIO img").count() > 0, "the card shows it too");
    }
  }

  /** Opens the first of the kind until its drawer shows the picture. */
  private static void opened(Page page, String kind, String picture) {
    Await.until(
        () -> {
          page.navigate(LIST + "?kind=" + kind);
          page.click(".cards a >> nth=0");
          return page.locator(".drawer " + picture).count() == 1;
        },
        DRAWN);
    var shown = page.locator(".drawer " + picture);
    shown.scrollIntoViewIfNeeded();
    page.waitForCondition(() -> (Boolean) shown.evaluate("one => one.naturalWidth > 200"));
  }

  @Test
  @Requirement("R64.6")
  void aKeptSearchTellsWhatIsNew() {
    try (var editors = officer("designer");
        var reviewers = officer("designer.reviewer")) {
      var reviewer = reviewers.newPage();
      reviewer.navigate(LIST + "?q=蚊虫叮咬");
      reviewer.locator(".catalogue-facets details summary").last().click();
      reviewer.fill("#name", "防蚊");
      reviewer.check("#alerts");
      reviewer.click("#keep");
      assertEquals(1, reviewer.locator(".catalogue-facets a:has-text('防蚊')").count());
      reviewer.navigate("/console/home");
      assertEquals(0, todo(reviewer), "nothing is new yet");

      var editor = editors.newPage();
      editor.navigate("/console/publicity/material-form");
      editor.fill("#title", "预防蚊虫叮咬");
      editor.selectOption("#kind", "SLOGAN");
      editor.fill("#text", "清积水，防蚊虫。");
      editor.click("#save");
      editor.waitForURL(url -> url.contains("/console/publicity/material?id="));

      // The catalogue's index learns of it within a second or two.
      Await.until(
          () -> {
            reviewer.navigate("/console/home");
            return todo(reviewer) == 1;
          },
          Duration.ofSeconds(10));
      reviewer.click("a.todo[href*='q=']");
      assertEquals(1, reviewer.locator(".cards > li").count());
      reviewer.navigate("/console/home");
      assertEquals(0, todo(reviewer), "seen is no longer new");
    }
  }

  @Test
  @Requirement({"R74.3", "R74.4"})
  void severalArePickedIntoACollection() {
    try (var editors = officer("designer")) {
      var page = editors.newPage();
      page.navigate(LIST + "?kind=LEAFLET");
      page.locator(".cards input").nth(0).check();
      page.locator(".cards input").nth(1).check();
      page.click("#collect");
      assertTrue(page.locator("[role=alert]").textContent().contains("名称"), "it needs a name");
      page.navigate(LIST + "?kind=LEAFLET");
      page.locator(".cards input").nth(0).check();
      page.locator(".cards input").nth(1).check();
      page.fill("#collection-title", "车站传单包");
      page.click("#collect");
      page.waitForURL(url -> url.contains("/console/publicity/collection?id="));
      assertEquals(2, page.locator(".cards > li").count());
      page.click(".cards input[type=submit] >> nth=0");
      assertEquals(1, page.locator(".cards > li").count());
      page.click("details:has(#note) > summary");
      page.fill("#note", "春运用");
      page.click("#save");
      assertTrue(page.locator("p.prose").textContent().contains("春运用"));
      page.click("details:has(#note) > summary");
      page.click("#drop");
      page.waitForURL(url -> url.endsWith("/collections"));
      assertEquals(0, page.locator("td a:text-is('车站传单包')").count());
    }
  }

  private static int todo(Page page) {
    return page.locator("a.todo[href*='q=']").count();
  }
}
