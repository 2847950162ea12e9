package firstline.publicity.making;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.text.ChineseFont;
import firstline.publicity.PublicityRights;
import firstline.testkit.clock.MutableClock;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class MakingFromARebuttalTest {
  private static final Layout.Said SAID =
      new Layout.Said(
          "辟谣",
          "多吃大蒜不能预防新冠病毒，请勿轻信",
          "2026-0001",
          "扫码看依据和来源",
          "https://example.org/rumours/2026-0001");

  @Test
  @Requirement("R71.2")
  void aPosterHasBleedAndMarksAndItsCodeLeadsToTheRebuttal() throws Exception {
    assertTrue(ChineseFont.find().isPresent(), "./firstline test installs a Chinese font");
    try (var pdf = Loader.loadPDF(MakeMaterial.drawn(Form.POSTER_A4, SAID))) {
      var page = pdf.getPage(0);
      assertEquals(210 * 72 / 25.4, page.getTrimBox().getWidth(), 0.1);
      assertEquals(297 * 72 / 25.4, page.getTrimBox().getHeight(), 0.1);
      assertEquals(216 * 72 / 25.4, page.getBleedBox().getWidth(), 0.1);
      assertTrue(page.getMediaBox().getWidth() > page.getBleedBox().getWidth());
      assertTrue(
          !page.getResources().getFontNames().iterator().hasNext(), "no printer needs the font");
      var image = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
      var pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      var read =
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(
                      new HybridBinarizer(
                          new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))));
      assertEquals(SAID.address(), read.getText());
    }
  }

  @Test
  @Requirement("R71.2")
  void aCoverHasItsSizeAndNothingIsDrawnWithoutAFont() throws Exception {
    assertTrue(ChineseFont.find().isPresent(), "./firstline test installs a Chinese font");
    var cover = ImageIO.read(new ByteArrayInputStream(MakeMaterial.drawn(Form.COVER, SAID)));
    assertEquals(900, cover.getWidth());
    assertEquals(383, cover.getHeight());
    assertThrows(Refusal.class, () -> ChineseFont.require(Optional.empty()));
  }

  @Test
  @Requirement("R71.3")
  void aShortMessageCountsItsParts() {
    assertEquals(1, new ShortMessage("字".repeat(70)).parts());
    assertEquals(2, new ShortMessage("字".repeat(71)).parts());
    assertEquals(2, new ShortMessage("字".repeat(134)).parts());
    assertEquals(3, new ShortMessage("字".repeat(135)).parts());
    assertEquals("【辟谣】水是安全的 https://e/1", ShortMessage.of("辟谣", "水是安全的", "https://e/1").text());
  }

  @Test
  @Requirement({"R71.1", "R71.4"})
  void aLineWaitsOnceAndANewerOneTakesItsPlace() {
    var sql = TestDatabase.keptOwner();
    var area = "967311000000";
    sql.update(
        "insert into area (code, parent, level, name, path) values (?, null, 'COUNTY', '县', ?)",
        area,
        area + "/");
    var keep = new KeepLine(sql, MutableClock.at(Instant.parse("2026-11-26T01:30:00Z")));
    keep.keep(new KeepLine.Command("2026-9101", "zh", area, 1, "1".repeat(64), "旧句"));
    keep.keep(new KeepLine.Command("2026-9101", "zh", area, 2, "2".repeat(64), "新句"));
    keep.keep(new KeepLine.Command("2026-9101", "zh", area, 1, "1".repeat(64), "旧句"));
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "designer",
            "罗晓燕",
            UUID.randomUUID(),
            "宣传",
            "Publicity",
            area,
            "县",
            "zh",
            List.of(new OfficerOnDuty.Grant(PublicityRights.READ, area + "/")),
            null));
    desk.begin(PublicityRights.READ);
    var lines = new MakingQueries(sql, desk).lines();
    assertEquals(List.of("新句"), lines.stream().map(MakingQueries.Line::line).toList());
    assertTrue(lines.get(0).standing());
    assertEquals(Form.values().length, lines.get(0).made().size());
  }
}
