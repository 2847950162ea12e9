package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import firstline.persistence.requirement.Requirement;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Shops are drawn, visited with a phone without a network, and one of them comes to a case. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AnInspectionIsMadeIT {
  private static final String ON_SITE = "/console/market/on-site";

  /** Two photos and two signatures. */
  private static final int PICTURES = 4;

  @ArquillianResource private URL base;

  private BrowserContext officer(String name, int width) {
    return Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, width);
  }

  private static FilePayload photo(int number) throws IOException {
    var picture = new BufferedImage(2400, 1800, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(Color.ORANGE);
    pen.fillRect(100 * number, 200, 1200, 900);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", bytes);
    return new FilePayload("photo.jpeg", "image/jpeg", bytes.toByteArray());
  }

  private static String state(Page page) {
    return page.locator("p.facts .chip").first().textContent();
  }

  private static void step(Page page, String button, String state) {
    page.click("#step input[value='" + button + "']");
    page.waitForCondition(() -> state(page).equals(state));
  }

  private static String refused(Page page, String button) {
    page.click("#step input[value='" + button + "']");
    return page.waitForSelector("[role=alert]").textContent();
  }

  private static void becomes(Page page, String condition) {
    page.waitForCondition(() -> (Boolean) page.evaluate(condition));
  }

  private static Locator form(Page page, String inspection) {
    var form = page.locator("[data-inspection='" + inspection + "']");
    page.evaluate(
        "id => { document.querySelector(`[data-inspection='${id}']`).closest('details').open ="
            + " true; }",
        inspection);
    return form;
  }

  /** Answers all, the second item with no if something is found, and waits until it is kept. */
  private static void fill(Page page, String inspection, boolean finds) throws IOException {
    var form = form(page, inspection);
    var items = form.locator("[data-item]");
    for (var i = 0; i < items.count(); i++) {
      var answer = finds && i == 1 ? "NO" : "YES";
      items.nth(i).locator("input[value='" + answer + "']").check();
    }
    if (finds) {
      items.nth(1).locator("input[type=text]").fill("过期食品三袋");
    }
    form.locator("input[type=file]").setInputFiles(new FilePayload[] {photo(1), photo(2)});
    form.locator("[name=present]").fill("店长");
    form.locator("[data-typed=PARTY]").click();
    form.locator("[data-typed=OFFICER]").click();
    page.waitForCondition(() -> form.locator("[data-pictures] li").count() == PICTURES);
  }

  private static void handIn(Page page, String inspection) {
    form(page, inspection).locator("button[type=submit]").click();
  }

  private static void waiting(Page page, int count) {
    page.waitForCondition(() -> page.locator("[data-on-site-queue] li").count() == count);
  }

  private static List<String> drawn(Page clerk) {
    clerk.navigate("/console/market/draws");
    clerk.fill("#title", "口罩和食品抽查");
    clerk.locator("input[name=group][value=FOOD]").check();
    clerk.locator("input[name=group][value=MEDICINE]").check();
    clerk.fill("#share-HIGH", "101");
    clerk.fill("#share-MEDIUM", "0");
    clerk.fill("#share-LOW", "0");
    clerk.fill("#spare", "0");
    clerk.click("#draw");
    assertTrue(clerk.waitForSelector("[role=alert]").textContent().contains("101 不是百分比"));
    clerk.fill("#share-HIGH", "100");
    clerk.click("#draw");
    clerk.waitForURL(url -> url.contains("/console/market/draw?id="));
    clerk.click("#again");
    clerk.waitForURL(url -> url.contains("repeat=1"));
    assertTrue(clerk.locator("section [role=status]").textContent().contains("完全相同（3 户）"));
    return clerk.locator("table.list tbody td.number a").all().stream()
        .map(link -> link.getAttribute("href").replaceFirst(".*id=", ""))
        .toList();
  }

  private static void assign(Page head, String inspection) {
    head.navigate("/console/market/inspection?id=" + inspection);
    for (var box : head.locator("#step input[name=officer]").all()) {
      box.uncheck();
    }
    assertTrue(refused(head, "指派").contains("换人须在说明中写明原因"));
    head.fill("#note", "抽中人员执行其他任务");
    assertTrue(refused(head, "指派").contains("《行政处罚法》第四十二条"));
    for (var name : List.of("贺建军", "龚晓东")) {
      head.locator("fieldset label", new Page.LocatorOptions().setHasText(name))
          .locator("input")
          .check();
    }
    step(head, "指派", "已指派");
  }

  /** Stops the network once so many pictures are on their way, as a phone that dies does. */
  private static void dyingAt(BrowserContext phone, int picture) {
    var sent = new AtomicInteger();
    phone.route(
        "**/visited/picture**",
        route -> {
          if (route.request().method().equals("POST") && sent.incrementAndGet() > picture) {
            route.abort();
          } else {
            route.resume();
          }
        });
  }

  @Test
  @Requirement({"R90.4", "R90.6", "R90.7", "R90.8", "R90.9", "R90.10", "R90.11"})
  void itIsDrawnVisitedOffLineConfirmedPutRightAndFiled() throws IOException {
    try (var clerks = officer("market.clerk", 1440);
        var heads = officer("market.head", 1440);
        var phones = officer("market.officer", 360)) {
      var clerk = clerks.newPage();
      var inspections = drawn(clerk);
      assertEquals(3, inspections.size());
      var head = heads.newPage();
      inspections.forEach(one -> assign(head, one));

      var first = phones.newPage();
      first.navigate(ON_SITE);
      becomes(
          first,
          "navigator.serviceWorker.controller !== null"
              + " && document.querySelector('[data-kept=yes]') !== null");
      phones.setOffline(true);
      first.reload();
      assertTrue(first.locator("[data-on-site-offline]").isVisible());
      assertTrue(
          (Boolean) first.evaluate("document.documentElement.scrollWidth <= innerWidth"),
          "fits 360 px");
      handIn(first, inspections.get(0));
      first.waitForCondition(
          () -> first.locator("[data-on-site-said]").textContent().contains("还有事项没有回答"));
      fill(first, inspections.get(0), true);
      // The first kill: in the midst of it. What was filled in is there again.
      first.close();
      var second = phones.newPage();
      second.navigate(ON_SITE);
      var form = form(second, inspections.get(0));
      second.waitForCondition(() -> form.locator("[data-pictures] li").count() == PICTURES);
      assertTrue(form.locator("[name=a2][value=NO]").isChecked());
      assertEquals("店长", form.locator("[name=present]").inputValue());
      handIn(second, inspections.get(0));
      waiting(second, 1);
      fill(second, inspections.get(1), false);
      handIn(second, inspections.get(1));
      waiting(second, 2);
      fill(second, inspections.get(2), false);
      handIn(second, inspections.get(2));
      waiting(second, 3);
      // The second: with three that wait. The third: between two pictures.
      second.close();
      dyingAt(phones, 2);
      phones.setOffline(false);
      var third = phones.newPage();
      third.navigate(ON_SITE);
      third.waitForCondition(
          () -> third.locator("[data-on-site-queue]").textContent().contains("照片等待上传"));
      head.navigate("/console/market/inspection?id=" + inspections.get(0));
      head.waitForCondition(
          () -> {
            head.reload();
            return head.locator(".visit-pictures").count() == 1
                && head.locator(".visit-pictures").textContent().contains("2/4");
          });
      assertEquals("已上报", state(head));
      assertTrue(refused(head, "确认").contains("尚未全部上传"));
      third.close();
      phones.unroute("**/visited/picture**");
      var fourth = phones.newPage();
      fourth.navigate(ON_SITE);
      waiting(fourth, 0);
      for (var one : inspections) {
        head.navigate("/console/market/inspection?id=" + one);
        // A queue that has not been read yet looks empty too.
        head.waitForCondition(
            () -> {
              head.reload();
              return head.locator(".visit-pictures").textContent().contains("4/4");
            });
        assertEquals("已上报", state(head));
        assertEquals(1, head.locator(".visit-pictures").count(), "told once");
        assertEquals(PICTURES, head.locator("figure img").count());
        assertEquals(64, head.locator("figure code").first().getAttribute("title").length());
      }

      head.navigate("/console/market/inspection?id=" + inspections.get(0));
      step(head, "确认", "已确认");
      assertTrue(refused(head, "未发现问题").contains("《行政处罚法》第二十八条"));
      head.fill("#due", "1900-01-01");
      head.fill("#note", "下架过期食品");
      assertTrue(refused(head, "责令限期改正").contains("“1900-01-01”不能作为改正期限"));
      head.fill("#due", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(7).toString());
      step(head, "责令限期改正", "责令改正");

      fourth.navigate(ON_SITE);
      fill(fourth, inspections.get(0), true);
      handIn(fourth, inspections.get(0));
      fourth.waitForCondition(
          () -> fourth.locator("[data-on-site-said]").textContent().contains("已全部上报"));
      assertFalse(fourth.locator("[data-inspection='" + inspections.get(0) + "']").isVisible());
      clerk.navigate("/console/market/inspection?id=" + inspections.get(0));
      assertEquals("已复查", state(clerk));
      clerk.fill("#case-title", "逾期未改正销售过期食品");
      clerk.click("#to-case");
      clerk.waitForURL(url -> url.contains("/console/market/case?id="));
      assertTrue(clerk.locator("dl.fields").textContent().contains("J-"), "the source");
      assertTrue(clerk.locator("dl.fields").textContent().contains("过期食品三袋"));
      clerk.navigate("/console/market/inspection?id=" + inspections.get(0));
      assertEquals("已转立案", state(clerk));
      clerk.locator("dl.fields a", new Page.LocatorOptions().setHasText("打开案件")).click();
      clerk.waitForURL(url -> url.contains("/console/market/case?id="));
    }
  }
}
