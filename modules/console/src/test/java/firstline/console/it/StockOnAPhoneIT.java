package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import firstline.persistence.requirement.Requirement;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A storekeeper's phone in a place without a network. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StockOnAPhoneIT {
  private static final String STOCK = "/console/publicity/stock";

  @ArquillianResource private URL base;

  private BrowserContext officer(String name, int width) {
    return Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, width);
  }

  private static FilePayload file(BufferedImage picture, String format) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, format, bytes);
    return new FilePayload("photo." + format, "image/" + format, bytes.toByteArray());
  }

  /** A photo of what is written as a code, lying aslant in a larger picture. */
  private static FilePayload code(String text) throws IOException, WriterException {
    var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
    var picture = new BufferedImage(1800, 1400, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(new Color(0xC8C0B0));
    pen.fillRect(0, 0, 1800, 1400);
    pen.rotate(0.2, 900, 700);
    var module = 14;
    pen.setColor(Color.WHITE);
    pen.fillRect(600, 400, matrix.getWidth() * module, matrix.getHeight() * module);
    pen.setColor(new Color(0x202020));
    for (var y = 0; y < matrix.getHeight(); y++) {
      for (var x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, y)) {
          pen.fillRect(600 + x * module, 400 + y * module, module, module);
        }
      }
    }
    pen.dispose();
    return file(picture, "png");
  }

  private static FilePayload photo() throws IOException {
    var picture = new BufferedImage(3000, 2000, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(Color.ORANGE);
    pen.fillRect(200, 200, 1500, 900);
    pen.dispose();
    return file(picture, "jpeg");
  }

  private static void enter(Page page, String batch, String quantity, String place)
      throws IOException {
    page.selectOption("#batch", batch);
    page.selectOption("#kind", "HAND_OUT");
    page.fill("#quantity", quantity);
    page.fill("#place", place);
    page.setInputFiles("#photo", photo());
    page.click("#move");
  }

  private static void says(Page page, String words) {
    page.waitForCondition(() -> page.locator("[data-stock-said]").textContent().contains(words));
  }

  private static void becomes(Page page, String condition) {
    page.waitForCondition(() -> (Boolean) page.evaluate(condition));
  }

  private static void waiting(Page page, int count) {
    page.waitForCondition(() -> page.locator("[data-stock-queue] li").count() == count);
  }

  private static String printed(Page publisher) {
    publisher.navigate("/console/publicity/print-form");
    publisher.fill("#printer", "印务");
    publisher.fill("#quantity", "300");
    publisher.fill("#cost", "90");
    publisher.click("#print");
    publisher.waitForURL(url -> url.contains("/console/publicity/batch?id="));
    return publisher.url().replaceFirst(".*id=", "");
  }

  @Test
  @Requirement({"R61.11", "R61.12", "R61.13", "R63.3"})
  void whatAPhoneWithoutANetworkScansAndSeesIsToldLaterByItsOwnOfficer() throws Exception {
    try (var publishers = officer("material.publisher", 1440);
        var keepers = officer("storekeeper", 360);
        var strangers = officer("storekeeper.cuiping", 360)) {
      var publisher = publishers.newPage();
      var batch = printed(publisher);
      publisher.navigate("/console/publicity/qr-sheet?id=" + batch);
      publisher.click("#make");
      var code = publisher.locator(".qr-sheet .second").first().textContent();

      var keeper = keepers.newPage();
      keeper.navigate(STOCK);
      becomes(
          keeper,
          "navigator.serviceWorker.controller !== null"
              + " && document.querySelector('[data-kept=yes]') !== null");
      keepers.setOffline(true);
      keeper.reload();
      keeper.waitForSelector("[data-stock-offline]");
      assertEquals("300", keeper.locator("[data-stock-of='" + batch + "']").textContent());

      keeper.setInputFiles("#scan", code("https://elsewhere.example/shop"));
      says(keeper, "不是印刷品上的码");
      keeper.setInputFiles("#scan", code("https://elsewhere.example/q/aaaaaaaaaa"));
      says(keeper, "不在您的库里");
      keeper.setInputFiles("#scan", photo());
      says(keeper, "没有找到二维码");
      keeper.setInputFiles("#scan", code(base + "q/" + code));
      says(keeper, "扫到");
      assertEquals(batch, keeper.inputValue("#batch"));

      enter(keeper, batch, "100", "火车站");
      waiting(keeper, 1);
      enter(keeper, batch, "20", "汽车站");
      waiting(keeper, 2);

      // Somebody else is signed in when the network is back.
      var own = keepers.cookies();
      keepers.clearCookies();
      keepers.addCookies(strangers.cookies());
      keepers.setOffline(false);
      says(keeper, "现在登录的是别人");
      waiting(keeper, 2);
      publisher.navigate("/console/publicity/batch?id=" + batch);
      assertTrue(publisher.locator("p.identity").textContent().contains("库存 300"));
      keeper.navigate(STOCK);
      waiting(keeper, 0);

      keepers.clearCookies();
      keepers.addCookies(own);
      keeper.navigate(STOCK);
      waiting(keeper, 0);
      keeper.waitForCondition(
          () -> keeper.locator("[data-stock-of='" + batch + "']").textContent().equals("180"));
      publisher.reload();
      assertTrue(publisher.locator("p.identity").textContent().contains("已发放 120"));
      var photos = publisher.locator("img[src*='moved/photo']");
      assertEquals(2, photos.count());
      photos.first().scrollIntoViewIfNeeded();
      becomes(
          publisher,
          "[...document.querySelectorAll('img[src*=\"moved/photo\"]')]"
              + ".some(one => one.complete && one.naturalWidth === 1600)");

      becomes(keeper, "document.querySelector('[data-kept=yes]') !== null");
      keeper.route(
          "**/session/sign-out",
          route -> route.fulfill(new Route.FulfillOptions().setStatus(200).setBody("left")));
      keeper.click("form[action='/session/sign-out'] button");
      keeper.waitForURL(url -> url.endsWith("/session/sign-out"));
      keepers.setOffline(true);
      assertThrows(PlaywrightException.class, () -> keeper.navigate(STOCK));
    }
  }
}
