package firstline.console.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import firstline.console.it.Keyboard.Presses;
import firstline.persistence.requirement.Requirement;
import jakarta.json.Json;
import java.io.IOException;
import java.net.URL;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Twelve tasks of every day, from home on, by keys alone; what each of them took is told. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TwelveTasksWithoutAMouseIT {
  private static final String CLAIMS = "/console/rumour/claims";
  private static final String EMERGENCY = "/console/broadcast/emergency";
  private static final Map<String, Presses> COUNTED = new TreeMap<>();

  @ArquillianResource private URL base;

  private final List<BrowserContext> people = new ArrayList<>();

  @AfterEach
  void everybodyLeaves() {
    people.forEach(BrowserContext::close);
  }

  @AfterAll
  static void told() {
    System.out.println("| task without a mouse | keys | of them Tabs |");
    COUNTED.forEach(
        (task, presses) ->
            System.out.println(
                String.format(
                    Locale.ROOT, "| %s | %d | %d |", task, presses.keys(), presses.tabs())));
  }

  /** An officer's page, at home. */
  private Page atHome(String name) {
    var context = Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, 1440);
    people.add(context);
    var page = context.newPage();
    page.navigate("/console/home");
    return page;
  }

  private static void count(String task, Keyboard keys) {
    COUNTED.merge(task, keys.counted(), Presses::plus);
  }

  /** Files a claim by the interface of programs; its number. */
  private String claim(String text) throws IOException, InterruptedException {
    var report = Json.createObjectBuilder().add("text", text).add("seen", "业主群").build();
    return Api.of(base)
        .post("rumours/claims", "application/json", report.toString())
        .getString("number");
  }

  private static void notRefused(Page page) {
    assertThat(page.locator("[role=alert]")).hasCount(0);
  }

  @Test
  @Requirement("R121.1")
  void signsInAndChoosesLanguageAndTheme() {
    var visitor = Browser.visitor(base.toString());
    people.add(visitor);
    var page = visitor.newPage();
    var keys = new Keyboard(page);
    var officer = Credentials.read().named("reviewer2");
    page.navigate("/sign-in");
    keys.stands("#username");
    keys.type(officer.username());
    keys.tabTo("#password");
    keys.type(officer.password());
    keys.go();
    assertTrue(page.url().contains("/console/home"), page.url());

    keys.tabTo("a[hreflang=en]");
    keys.go();
    assertEquals("en", page.getAttribute("html", "lang"));
    keys.tabTo("[data-theme-switch]");
    var theme = page.getAttribute("html", "data-theme");
    keys.press("Enter");
    assertNotEquals(theme, page.getAttribute("html", "data-theme"));
    keys.press("Space", "Enter");
    assertEquals(theme, page.getAttribute("html", "data-theme"), "three of them, in a circle");
    keys.backTo("a[hreflang=zh]");
    keys.go();
    assertEquals("zh", page.getAttribute("html", "lang"));
    count("01 sign in, language, theme", keys);
  }

  @Test
  @Requirement({"R121.1", "R121.3", "R121.4"})
  void findsARecordAndComesBackToItsRow() throws IOException, InterruptedException {
    var number = claim("听说金秋湖游船码头下周拆走，船票一律不退");
    var page = atHome("clerk");
    var keys = new Keyboard(page);
    keys.palette(number, CLAIMS + "?open=");
    keys.stands("#drawer-title");
    assertThat(page.locator("#drawer-title")).containsText(number);
    keys.go("Escape");
    keys.stands("td.number > a");
    assertThat(page.locator("td.number > a:focus")).hasText(number);
    keys.press("j", "k");
    assertThat(page.locator("td.number > a:focus")).hasText(number);
    keys.press("Control+k");
    page.waitForSelector("#palette-words:focus");
    keys.press("ArrowDown", "ArrowUp");
    page.waitForSelector("#palette-words:focus");
    keys.press("Escape");
    page.waitForSelector("#palette:not([open])", attached());
    assertThat(page.locator("td.number > a:focus")).hasText(number);
    count("02 find a record", keys);
  }

  private static Page.WaitForSelectorOptions attached() {
    return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
  }

  @Test
  @Requirement({"R121.1", "R121.2"})
  void fromAClaimToTheReviewOfItsAnswer() throws IOException, InterruptedException {
    claim("听说江北三号货运码头明晨封航，煤炭停运半个月");
    var clerk = atHome("clerk");
    var reviewer = atHome("reviewer");
    var own = new Keyboard(clerk);
    var other = new Keyboard(reviewer);
    AnswerByKeys.accepted(clerk, own);
    count("03 accept a claim", own);
    var number = clerk.locator("h1").textContent().strip().split(" ")[0];
    AnswerByKeys.proved(clerk, own);
    other.palette(number, "/console/rumour/rumour?id=");
    other.skip();
    other.tabTo("#confirm");
    other.go();
    notRefused(reviewer);
    other.counted();
    var record = AnswerByKeys.drafted(clerk, own, number);
    count("04 draft and submit an answer", own);

    other.palette("首页", "/console/home");
    other.rowTo("a[href*='" + record + "']");
    other.go();
    other.skip();
    other.tabTo("input[id$=approve]");
    other.go();
    notRefused(reviewer);
    other.stands("[data-speaks].is-done");
    assertThat(reviewer.locator("[data-speaks]")).containsText("已通过审核");
    count("05 approve it", other);
  }

  @Test
  @Requirement({"R121.1", "R121.2", "R121.4"})
  void declinesSeveralClaimsAtOnceAfterATrial() throws IOException, InterruptedException {
    claim("听说蜀南茶厂今晚起停水三天");
    claim("群里说蜀南茶厂要给每家发十斤茶叶");
    var page = atHome("clerk");
    var keys = new Keyboard(page);
    keys.palette("传言线索", CLAIMS);
    keys.skip();
    keys.fill("#q", "蜀南茶厂");
    keys.choose("#state", "RECEIVED");
    keys.tabTo("form.filters button[type=submit]");
    keys.go();
    keys.press("j", "x", "j", "x");
    assertEquals(2, page.locator("input.tick:checked").count());
    keys.press("b");
    keys.stands("#bulk [data-tick-all]");
    var reason = "select[name='rumour.claim.decline:reason']";
    keys.tabTo(reason);
    keys.press("ArrowDown");
    keys.tabTo("button[value='rumour.claim.decline']");
    keys.go();
    keys.stands("[data-speaks].notice");
    assertThat(page.locator("[data-speaks]")).containsText("2 条可以办理");
    keys.tabTo("form.buttons button.primary");
    keys.go();
    keys.stands("[data-speaks].is-done");
    assertThat(page.locator("[data-speaks]")).containsText("2 条已办");
    count("06 a step for several claims", keys);
  }

  @Test
  @Requirement("R121.1")
  void plansABroadcast() {
    var page = atHome("caster");
    var keys = new Keyboard(page);
    var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(40);
    keys.palette("播音计划", "/console/broadcast/schedules");
    keys.skip();
    keys.tabTo(".actions a[href='/console/broadcast/schedule-form']");
    keys.go();
    keys.stands("#title");
    keys.type("护林值守提醒");
    keys.fill("#text", "各位乡亲：进山不带火种，发现火情请拨打一一九。");
    keys.fill("#include", "大观楼街道");
    keys.choose("#days", "EVERY");
    keys.fill("#times", "09:10");
    keys.fill("#from", day.toString());
    keys.fill("#until", day.plusDays(6).toString());
    keys.go();
    assertTrue(page.url().contains("/console/broadcast/schedule?id="), page.url());
    assertThat(page.locator("dl.fields dd strong").first()).containsText("09:10");
    count("07 plan a broadcast", keys);
  }

  @Test
  @Requirement({"R121.1", "R121.5"})
  void ordersAnEmergencyFromATemplateAndTakesItOffTheAir() {
    var page = atHome("broadcast.duty");
    var keys = new Keyboard(page);
    var words = "键盘演练：请留在室内，等候通知。";
    keys.palette("应急广播", EMERGENCY);
    keys.skip();
    keys.tabTo("[name=level]");
    keys.press("ArrowLeft");
    keys.stands("#level-4");
    keys.fill("#areas", "511502013000");
    keys.press("Enter");
    keys.stands("#order");
    assertFalse(page.locator(".on-air").allTextContents().toString().contains(words), "one press");
    keys.backTo("#text");
    keys.type(words);
    keys.fill("#minutes", "5");
    keys.tabTo("#emergency details > summary");
    keys.press("Enter");
    keys.fill("#name", "键盘演练");
    keys.press("Enter");
    keys.stands("#keep");
    keys.go();
    notRefused(page);
    keys.counted();

    var template = page.getAttribute("a.template:has-text('键盘演练')", "href");
    keys.tabTo("a[href='" + template + "']");
    keys.go();
    assertEquals(words, page.inputValue("#text"));
    keys.skip();
    keys.fill("#areas", "511502013000");
    keys.tabTo("#order");
    keys.go();
    assertThat(page.locator(".on-air:has-text('" + words + "')")).hasCount(1);
    keys.tabTo(".on-air input[name=why]");
    keys.type("演练结束");
    keys.tabTo(".on-air input[id$=cancel]");
    keys.go();
    assertThat(page.locator(".on-air:has-text('" + words + "')")).hasCount(0);
    count("08 an emergency, on and off the air", keys);

    keys.tabTo("a[href='" + template + "']");
    keys.go();
    keys.tabTo("#remove-template");
    keys.go();
    assertThat(page.locator("a.template:has-text('键盘演练')")).hasCount(0);
  }

  @Test
  @Requirement({"R121.1", "R121.3", "R121.4"})
  void looksAtAMaterialInTheCatalogue() {
    var page = atHome("designer");
    var keys = new Keyboard(page);
    keys.palette("宣传品", "/console/publicity/materials");
    keys.skip();
    keys.fill("#q", "森林防火标语");
    keys.go();
    keys.press("j");
    keys.stands(".cards > li > a");
    keys.go();
    keys.stands("#drawer-title");
    keys.tabTo(".drawer a.button.primary");
    keys.go("Escape");
    keys.stands(".cards > li > a");
    count("09 a material in the catalogue", keys);
  }

  @Test
  @Requirement("R121.1")
  void handsOutCopies() {
    var publisher = atHome("material.publisher");
    var printing = new Keyboard(publisher);
    printing.palette("印刷台账", "/console/publicity/batches");
    printing.skip();
    printing.tabTo(".actions a[href='/console/publicity/print-form']");
    printing.go();
    printing.skip();
    printing.fill("#printer", "江北印务");
    printing.fill("#quantity", "300");
    printing.fill("#cost", "90");
    printing.go();
    assertTrue(publisher.url().contains("/console/publicity/batch?id="), publisher.url());
    var batch = publisher.url().replaceFirst(".*id=([^&]*).*", "$1");

    var page = atHome("storekeeper");
    var keys = new Keyboard(page);
    keys.palette("我的库存", "/console/publicity/stock");
    keys.skip();
    keys.choose("#batch", batch);
    keys.choose("#kind", "HAND_OUT");
    keys.fill("#quantity", "40");
    keys.fill("#place", "江北菜市场");
    keys.press("Enter");
    assertThat(page.locator("[data-stock-of='" + batch + "']")).hasText("260");
    count("10 hand out copies", keys);
  }

  @Test
  @Requirement("R121.1")
  void takesATipOffOneStepOn() {
    var page = atHome("market.clerk");
    var keys = new Keyboard(page);
    keys.palette("投诉举报", "/console/market/complaints");
    keys.skip();
    keys.tabTo(".actions a.primary");
    keys.go();
    keys.skip();
    keys.choose("#what", "TIPOFF");
    keys.fill("#operator", "江北竹器铺（示例）");
    keys.fill("#goods", "竹编果篮");
    keys.fill("#facts", "竹篮标着产地却不是那里做的。");
    keys.tabTo("#take");
    keys.go();
    assertTrue(page.url().contains("/console/market/complaint?id="), page.url());
    keys.counted();
    keys.choose("#action", "TRIAGE");
    keys.tabTo("#act");
    keys.go();
    assertThat(page.locator("p.facts .chip.is-MARKET_TRIAGED")).hasCount(1);
    count("11 a tip-off one step on", keys);
  }

  @Test
  @Requirement({"R121.1", "R121.2"})
  void entersAPriceInAWrongUnitAndThenInTheRightOne() throws IOException, InterruptedException {
    var point = "翠屏药店3号采价点";
    var yesterday = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
    Api.of(base)
        .post(
            "market/quotes?create=true",
            "text/csv",
            "point,goods,unit,price,quotedOn\n" + point + ",冰袋,只,4," + yesterday + "\n");
    var page = atHome("price.monitor");
    var keys = new Keyboard(page);
    keys.palette("价格", "/console/market/prices");
    keys.skip();
    keys.tabTo("a[href='/console/market/price-form']");
    keys.go();
    keys.skip();
    keys.choose("#point", point);
    keys.choose("#goods", "冰袋");
    keys.fill("#price", "4");
    keys.fill("#unit", "斤");
    keys.go();
    keys.stands("[data-speaks].is-error");
    assertThat(page.locator("[data-speaks]")).containsText("不能计量");
    keys.fill("#unit", "只");
    keys.go();
    keys.stands("[data-speaks].is-done");
    assertThat(page.locator("[data-speaks]")).containsText("报价已保存");
    count("12 a price in a wrong unit, then right", keys);
  }
}
