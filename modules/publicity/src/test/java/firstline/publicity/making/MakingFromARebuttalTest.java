package firstline.publicity.making;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import firstline.persistence.text.PaperFont;
import firstline.publicity.PublicityRights;
import firstline.testkit.clock.MutableClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MakingFromARebuttalTest {
  private static final String LINE = "多吃大蒜不能预防新冠病毒，请勿轻信";
  private static final String ENGLISH =
      "Garlic does not protect against the virus: wash your hands and keep your distance";

  private static Layout.Said said(String line, String language) {
    return new Layout.Said(
        "辟谣",
        line,
        "2026-0001",
        "扫码看依据和来源",
        "https://example.org/rumours/2026-0001",
        "海报 2026-0001",
        language);
  }

  private static PDDocument made(Form form, Layout.Said said) throws IOException {
    return Loader.loadPDF(Template.file(form, said));
  }

  private static double millimetres(float points) {
    return points * 25.4 / 72;
  }

  @ParameterizedTest
  @CsvSource({"POSTER_A4, 210, 297", "POSTER_A3, 297, 420", "BANNER, 400, 60"})
  @Requirement("R71.2")
  void aSheetHasThreeMillimetresOfBleedAroundItsSizeAndRoomForMarks(
      Form form, double width, double height) throws Exception {
    try (var pdf = made(form, said(LINE, "zh"))) {
      var page = pdf.getPage(0);
      assertEquals(width, millimetres(page.getTrimBox().getWidth()), 0.01);
      assertEquals(height, millimetres(page.getTrimBox().getHeight()), 0.01);
      assertEquals(width + 6, millimetres(page.getBleedBox().getWidth()), 0.01);
      assertEquals(height + 6, millimetres(page.getBleedBox().getHeight()), 0.01);
      assertEquals(
          3,
          millimetres(page.getTrimBox().getLowerLeftX() - page.getBleedBox().getLowerLeftX()),
          0.01);
      assertEquals(width + 20, millimetres(page.getMediaBox().getWidth()), 0.01);
    }
  }

  @Test
  @Requirement("R71.2")
  void aPostersCodeLeadsToTheRebuttal() throws Exception {
    try (var pdf = made(Form.POSTER_A4, said(LINE, "zh"))) {
      var image = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
      var pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      var read =
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(
                      new HybridBinarizer(
                          new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))));
      assertEquals("https://example.org/rumours/2026-0001", read.getText());
    }
  }

  @ParameterizedTest
  @CsvSource({"POSTER_A4, zh", "POSTER_A3, en", "BANNER, zh", "BANNER, en"})
  @Requirement("R71.5")
  void itsWordsAreWordsOfAnEmbeddedFontInTheOrderOfReading(Form form, String language)
      throws Exception {
    assertTrue(PaperFont.embeds(), "./firstline test installs a font that may be embedded");
    var line = language.equals("zh") ? LINE : ENGLISH;
    var file = Template.file(form, said(line, language));
    try (var pdf = Loader.loadPDF(file)) {
      var broken = new PDFTextStripper().getText(pdf);
      var text = language.equals("zh") ? broken.replace("\n", "") : broken.replaceAll("\\s+", " ");
      assertTrue(text.contains(line), broken);
      for (var name : pdf.getPage(0).getResources().getFontNames()) {
        var font = pdf.getPage(0).getResources().getFont(name);
        assertTrue(font.isEmbedded());
        assertTrue(font.getName().matches("[A-Z]{6}\\+.+"), "the used characters alone");
      }
      assertTrue(file.length < 300_000, file.length + " bytes");
      var catalog = pdf.getDocumentCatalog();
      assertEquals(language, catalog.getLanguage());
      assertTrue(catalog.getMarkInfo().isMarked());
      var sheet = (PDStructureElement) catalog.getStructureTreeRoot().getKids().get(0);
      var parts =
          sheet.getKids().stream()
              .map(PDStructureElement.class::cast)
              .collect(
                  Collectors.toMap(
                      PDStructureElement::getStructureType,
                      part -> Objects.requireNonNullElse(part.getActualText(), ""),
                      (first, next) -> first));
      assertEquals(line, parts.get("H1"), "read as one, however its lines are broken");
      assertEquals(form == Form.BANNER, parts.get("Figure") == null);
    }
  }

  @Test
  @Requirement("R71.5")
  void withoutSuchAFontTheWordsAreShapes() throws Exception {
    var font = new PaperFont(ChineseFont.find().orElseThrow(), null);
    var said = said(LINE, "zh");
    var pieces = Layout.poster(font, said, 210, 297, Paper.BLEED);
    try (var pdf = Loader.loadPDF(Paper.pdf(pieces, font, said, 210, 297))) {
      assertFalse(pdf.getPage(0).getResources().getFontNames().iterator().hasNext());
      assertEquals("", new PDFTextStripper().getText(pdf).strip());
      assertTrue(ink(new PDFRenderer(pdf).renderImageWithDPI(0, 40)) > 0.02, "they are there");
    }
  }

  /** Share of the middle of the sheet that is dark. */
  private static double ink(BufferedImage image) {
    var dark = 0;
    var all = 0;
    for (var y = image.getHeight() / 3; y < image.getHeight() * 2 / 3; y++) {
      for (var x = 0; x < image.getWidth(); x++) {
        all++;
        dark += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
      }
    }
    return (double) dark / all;
  }

  @Test
  @Requirement("R71.2")
  void lettersArePrintedInBlackInkAlone() throws Exception {
    try (var pdf = made(Form.POSTER_A4, said(LINE, "zh"));
        var content = pdf.getPage(0).getContents()) {
      var operators = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertTrue(operators.contains("0 0 0 1 k"), "black ink");
      assertFalse(operators.contains(" rg"), "no colour of the screen");
    }
  }

  @Test
  @Requirement("R71.2")
  void aCharacterThatNoFontHasIsNamed() {
    var refusal =
        assertThrows(
            Refusal.class, () -> Template.file(Form.POSTER_A4, said("没有这个字\uDBFF\uDFFD", "zh")));
    assertEquals("making.no-glyph", refusal.code());
    assertEquals(List.of("\uDBFF\uDFFD"), refusal.arguments());
    assertEquals(
        "release.no-chinese-font",
        assertThrows(Refusal.class, () -> PaperFont.of("字", List.of())).code());
  }

  @Test
  @Requirement("R71.6")
  void aPreviewShowsTheSheetAsItIsCut() throws Exception {
    for (var form : List.of(Form.POSTER_A4, Form.POSTER_A3, Form.BANNER, Form.COVER)) {
      var shown = ImageIO.read(new ByteArrayInputStream(Template.preview(form, said(LINE, "zh"))));
      assertEquals(
          (double) form.width() / form.height(),
          (double) shown.getWidth() / shown.getHeight(),
          0.02,
          form.name());
    }
    var cover = ImageIO.read(new ByteArrayInputStream(Template.file(Form.COVER, said(LINE, "zh"))));
    assertEquals(900, cover.getWidth());
    assertEquals(383, cover.getHeight());
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
