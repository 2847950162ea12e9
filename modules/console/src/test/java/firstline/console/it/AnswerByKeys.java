package firstline.console.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;

/** The steps of an answer by keys alone, as {@link AnswerSteps} takes them with a mouse. */
final class AnswerByKeys {
  private AnswerByKeys() {}

  static void accepted(Page page, Keyboard keys) {
    keys.palette("传言线索", "/console/rumour/claims");
    keys.skip();
    keys.fill("#q", "江北三号货运码头");
    keys.go();
    keys.press("j");
    keys.stands("td.number > a");
    keys.go();
    keys.stands("#drawer-title");
    keys.tabTo("input[id$=accept]");
    keys.go();
    assertTrue(page.url().contains("/console/rumour/rumour?id="), page.url());
    keys.stands("[data-speaks].is-done");
  }

  /** Taken up, proved, and a verdict proposed; without a proof it is refused. */
  static void proved(Page page, Keyboard keys) {
    keys.tabTo("#take-up");
    keys.go();
    proposed(keys);
    keys.stands("[data-speaks].is-error");
    assertThat(page.locator("[data-speaks]")).containsText("证据不足");
    keys.tabTo("#add-evidence > summary");
    keys.press("Enter");
    keys.fill("#organisation", "市港航管理局");
    keys.tabTo("#competent");
    keys.press("Space");
    keys.fill("#quote", "码头没有封航安排。");
    keys.tabTo("#add-evidence-go");
    keys.go();
    proposed(keys);
    assertThat(page.locator("[role=alert]")).hasCount(0);
  }

  private static void proposed(Keyboard keys) {
    keys.tabTo("details:has(#propose-form) > summary");
    keys.press("Enter");
    keys.choose("#propose-form #verdict", "FALSE");
    keys.fill("#verdict-why", "主管部门书面答复");
    keys.tabTo("#propose");
    keys.go();
  }

  static String drafted(Page page, Keyboard keys, String number) {
    keys.palette(number, "/console/rumour/rumour?id=");
    keys.skip();
    keys.tabTo(".actions a.primary");
    keys.go();
    keys.skip();
    keys.fill("#fact", "江北三号货运码头没有封航安排");
    keys.choose("#verdict", "FALSE");
    keys.fill("#explanation", "码头照常作业，煤炭照常运输。");
    keys.fill("#sources", "市港航管理局");
    keys.tabTo("#save");
    keys.go();
    assertTrue(page.url().contains("/console/rumour/rebuttal?id="), page.url());
    keys.tabTo("input[id$=submit]");
    keys.go();
    assertThat(page.locator("[role=alert]")).hasCount(0);
    return page.url().replaceFirst(".*id=([^&]*).*", "$1");
  }
}
