package firstline.console.it;

import com.microsoft.playwright.Page;

/** The steps of a letter, as officers take them on its page. */
final class LetterSteps {
  private LetterSteps() {}

  /** Takes the action, and waits for the state that follows. */
  static void act(Page page, String action, String state) {
    page.selectOption("#action", action);
    page.click("#act");
    page.waitForSelector("p.facts .chip.is-MARKET_" + state);
  }
}
