package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import firstline.persistence.requirement.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page in both languages, light and dark: no accessibility violation that axe can see, no key
 * without words, nothing refused by the content security policy, and at 360 px nothing wider than
 * the screen.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EveryPageIT {
  private static final int WIDE = 1440;
  private static final int PHONE = 360;
  private static final int TALL = 900;

  private static final String AXE = AxeBuilder.getAxeScript();

  /** Who looks at what, in the order of the file; {@code -} is anybody. */
  private static final Map<String, List<String>> PAGES = lines("/every-page.txt");

  /** Who looks at what, in the order of the file. */
  static Map<String, List<String>> lines(String file) {
    try (var in = EveryPageIT.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .collect(
              Collectors.groupingBy(
                  parts -> parts[0],
                  LinkedHashMap::new,
                  Collectors.mapping(parts -> parts[1], Collectors.toList())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ArquillianResource private URL base;

  /**
   * Each page is loaded once a language: what it says and how it is built is the same in the dark
   * and on a phone, only its colours and its width are looked at anew. Two people look at a time,
   * each at all pages of one officer, whose language is the session's.
   */
  @Test
  @Requirement({"R22.1", "R22.2"})
  void isAccessibleCompleteAndFitsAPhone() throws InterruptedException, ExecutionException {
    var faults = Collections.synchronizedList(new ArrayList<String>());
    var waiting =
        new ConcurrentLinkedQueue<>(
            PAGES.keySet().stream()
                .sorted(Comparator.comparingInt(officer -> -paths(officer).size()))
                .toList());
    var looking = Executors.newFixedThreadPool(2);
    try {
      var first = looking.submit(() -> lookAtAll(waiting, faults));
      var second = looking.submit(() -> lookAtAll(waiting, faults));
      first.get();
      second.get();
    } finally {
      looking.shutdownNow();
    }
    assertEquals(List.of(), faults);
  }

  private static List<String> paths(String officer) {
    return Objects.requireNonNull(PAGES.get(officer));
  }

  private void lookAtAll(Queue<String> waiting, List<String> faults) {
    try {
      for (var officer = waiting.poll(); officer != null; officer = waiting.poll()) {
        lookAs(officer, "zh", faults);
        lookAs(officer, "en", faults);
      }
    } finally {
      Browser.leave();
    }
  }

  private void lookAs(String officer, String language, List<String> faults) {
    var told = officer + " " + language;
    if (officer.equals("-")) {
      try (var visitor = Browser.visitor(base.toString(), language, ColorScheme.LIGHT, WIDE)) {
        look(visitor.newPage(), paths(officer), told, faults);
      }
    } else {
      try (var visitor =
          Browser.officer(base.toString(), officer, language, ColorScheme.LIGHT, WIDE)) {
        look(speaking(visitor, language), paths(officer), told, faults);
      }
    }
  }

  private static Page speaking(BrowserContext visitor, String language) {
    var page = visitor.newPage();
    page.navigate("/console/home?lang=" + language);
    return page;
  }

  private static void look(Page page, List<String> paths, String told, List<String> faults) {
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            faults.add(told + " " + page.url() + ": " + message.text());
          }
        });
    for (var path : paths) {
      var answer = page.navigate(address(page, path));
      if (answer == null || answer.status() != (path.equals("/nowhere") ? 404 : 200)) {
        faults.add(told + " " + path + ": " + (answer == null ? "no answer" : answer.status()));
      }
      var text = page.content();
      if (text.contains("???")) {
        var at = text.indexOf("???");
        faults.add(
            told
                + " "
                + path
                + ": a key without words "
                + text.substring(at, Math.min(text.length(), at + 60)));
      }
      var where = told + " " + path + ": ";
      page.evaluate(AXE);
      judge(page, "{}", where, faults);
      lit(page, ColorScheme.DARK);
      judge(page, "{runOnly: ['color-contrast']}", where + "in the dark ", faults);
      lit(page, ColorScheme.LIGHT);
      page.setViewportSize(PHONE, TALL);
      var width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
      if (width > PHONE) {
        faults.add(where + width + " px wide");
      }
      page.setViewportSize(WIDE, TALL);
    }
  }

  /** Without motion, or a colour would be looked at on its way to another. */
  private static void lit(Page page, ColorScheme scheme) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
  }

  /** In the page itself: none has frames, and what is in order need not be told. */
  private static void judge(Page page, String how, String where, List<String> faults) {
    var found =
        page.evaluate(
            "axe.run(document, Object.assign({resultTypes: ['violations']}, "
                + how
                + ")).then((all) => all.violations.map((one) => one.id + ' ' + one.nodes[0].html))");
    for (var violation : (List<?>) Objects.requireNonNull(found)) {
      faults.add(where + violation);
    }
  }

  private static String address(Page page, String path) {
    var parts = path.split(" > ", -1);
    if (parts.length < 3) {
      return path;
    }
    page.navigate(parts[0]);
    var record =
        page.locator("table.list tbody tr td > a[href*='" + parts[1] + "']")
            .first()
            .getAttribute("href");
    // A list with a drawer leads to its records by that.
    return parts[1].equals("open=")
        ? parts[2] + record.replaceFirst(".*[?&]open=([0-9a-f-]{36}).*", "$1")
        : record.replace(parts[1], parts[2]);
  }
}
