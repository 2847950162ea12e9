package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The keys of an officer without a mouse. Scripts only read: what has the focus, and whether it is
 * seen. Where a whole walk finds no way, it tells what was passed.
 */
final class Keyboard {
  /** Key presses apart from typed words, and how many of them were Tabs. */
  record Presses(int keys, int tabs) {
    Presses plus(Presses other) {
      return new Presses(keys + other.keys, tabs + other.tabs);
    }
  }

  /** Further than this no action of a page may be from where one stands. */
  private static final int FAR = 60;

  /** What has the focus: its name, whether it is the one, and what hides it or its mark. */
  private static final String FOCUS =
      """
      selector => {
        const at = document.activeElement;
        if (!at || at === document.body) return { name: 'the page', reached: false, wrong: '' };
        const shown = at.matches('.said') && at.labels && at.labels.length ? at.labels[0] : at;
        const words = at.getAttribute('aria-label') || (at.labels && at.labels.length
          ? at.labels[0].textContent : at.value || at.textContent);
        const name = at.tagName.toLowerCase() + (at.id ? '#' + at.id : '')
          + ' "' + words.trim().replace(/\\s+/g, ' ').slice(0, 30) + '"';
        const style = getComputedStyle(shown);
        const box = [...shown.getClientRects()].find(one => one.width > 0 && one.height > 0);
        let wrong = '';
        // The browser itself marks the inner stops of a date.
        const dated = at.matches('[type="date"], [type="datetime-local"]');
        const lined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        if (!dated && !lined && style.boxShadow === 'none') wrong = 'no mark';
        if (!box) wrong = 'no size';
        else {
          const x = box.left + box.width / 2;
          const y = box.top + box.height / 2;
          const above = document.elementFromPoint(x, y);
          if (!above) wrong = 'out of view at ' + Math.round(x) + ', ' + Math.round(y);
          else if (!shown.contains(above) && !above.contains(shown)) wrong = 'below ' + above.tagName
            + '.' + above.className;
        }
        return { name, reached: at.matches(selector), wrong };
      }""";

  private final Page page;
  private Presses presses = new Presses(0, 0);

  Keyboard(Page page) {
    this.page = page;
  }

  /** The presses since the last time that this was asked. */
  Presses counted() {
    var all = presses;
    presses = new Presses(0, 0);
    return all;
  }

  void press(String... keys) {
    for (var key : keys) {
      page.keyboard().press(key);
      presses = presses.plus(new Presses(1, key.endsWith("Tab") ? 1 : 0));
    }
  }

  void type(String words) {
    page.keyboard().type(words);
  }

  /** Puts other words into the field that has the focus. */
  void retype(String words) {
    press("ControlOrMeta+a");
    type(words);
  }

  /** Presses the key, and goes on when another page has come whole. */
  void go(String key) {
    var before = page.evaluate("performance.timeOrigin");
    press(key);
    page.waitForFunction(
        "before => performance.timeOrigin !== before && document.readyState === 'complete'",
        before);
  }

  void go() {
    go("Enter");
  }

  /** From a page that has just come past the bars of the console: the first stop leads there. */
  void skip() {
    press("Tab");
    stands("a.skip");
    press("Enter");
    page.waitForSelector("main:focus");
  }

  /** Goes from row to row, down to the one whose link the selector matches. */
  void rowTo(String selector) {
    var rows = 0;
    do {
      press("j");
      rows++;
    } while (rows < FAR && !Boolean.TRUE.equals(focus(selector).get("reached")));
    stands(selector);
  }

  /** Tabs on to the first element that the selector matches. */
  void tabTo(String selector) {
    walk("Tab", selector);
  }

  /** Tabs back to it. */
  void backTo(String selector) {
    walk("Shift+Tab", selector);
  }

  /** Tabs on to a field and types into it. */
  void fill(String selector, String words) {
    tabTo(selector);
    retype(words);
  }

  private void walk(String key, String selector) {
    var passed = new ArrayList<String>();
    do {
      press(key);
      var focus = focus(selector);
      var name = String.valueOf(focus.get("name"));
      assertTrue("".equals(focus.get("wrong")), () -> page.url() + " " + name + ": " + focus);
      passed.add(name);
      if (Boolean.TRUE.equals(focus.get("reached"))) {
        return;
      }
    } while (passed.size() < FAR);
    fail(page.url() + " no way by " + key + " to " + selector + ", only past\n" + lines(passed));
  }

  private static String lines(List<String> passed) {
    return String.join("\n", passed);
  }

  private Map<?, ?> focus(String selector) {
    return (Map<?, ?>) Objects.requireNonNull(page.evaluate(FOCUS, selector));
  }

  /** The focus stands there by itself, or will in a moment. */
  void stands(String selector) {
    page.waitForFunction("selector => document.activeElement.matches(selector)", selector);
    var focus = focus(selector);
    assertTrue("".equals(focus.get("wrong")), focus::toString);
  }

  /** Chooses the option with this value by arrows in the select that has the focus. */
  void choose(String value) {
    var way =
        (Integer)
            Objects.requireNonNull(
                page.evaluate(
                    "value => [...document.activeElement.options].findIndex(one => one.value ==="
                        + " value) - document.activeElement.selectedIndex",
                    value));
    for (var step = 0; step < Math.abs(way); step++) {
      press(way > 0 ? "ArrowDown" : "ArrowUp");
    }
    assertTrue(
        Boolean.TRUE.equals(
            page.evaluate("value => document.activeElement.value === value", value)),
        value);
  }

  /** Tabs on to a select and chooses in it. */
  void choose(String selector, String value) {
    tabTo(selector);
    choose(value);
  }

  /** Finds a page or a record in the palette, and opens it. */
  void palette(String words, String href) {
    press("Control+k");
    page.waitForSelector("#palette-words:focus");
    type(words);
    page.waitForSelector("#palette li a[href^='" + href + "']");
    var wanted = "#palette li a[href^='" + href + "']";
    do {
      press("ArrowDown");
    } while (!Boolean.TRUE.equals(focus(wanted).get("reached")) && notLast());
    stands(wanted);
    go();
  }

  private boolean notLast() {
    return Boolean.TRUE.equals(
        page.evaluate("!document.activeElement.matches('li:last-child > a')"));
  }
}
