package firstline.market.dossier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.casefile.CaseQueries;
import firstline.market.casefile.CaseState;
import firstline.market.casefile.Cases;
import firstline.market.casefile.Matter;
import firstline.market.casefile.Outcome;
import firstline.market.casefile.Penalty;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.sheet.Sheet;
import firstline.persistence.sheet.SheetDocx;
import firstline.persistence.sheet.SheetPdf;
import firstline.persistence.text.PaperFont;
import firstline.persistence.words.Bundles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class WritingDocumentsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final String SOURCE = "来信2026-17";

  private static CaseQueries.View view(CaseState state, Outcome outcome, boolean simple) {
    var decided = state.compareTo(CaseState.DECIDED) >= 0;
    return new CaseQueries.View(
        new CaseQueries.Line(
            UUID.randomUUID(),
            "川市监立〔2026〕0017号",
            "口罩未明码标价",
            Matter.PRICE_MARKING,
            state,
            "康民大药房",
            "翠屏区",
            "贺建军、龚晓东",
            Instant.parse("2026-03-02T02:00:00Z")),
        "511502000000",
        1,
        UUID.randomUUID(),
        "91330100799655058B",
        false,
        "南街1号",
        "",
        SOURCE,
        "在售口罩三种均无价签。\n".repeat(60).strip(),
        "《价格法》第四十二条",
        "",
        simple,
        false,
        true,
        null,
        outcome,
        outcome == Outcome.PENALTY ? new Penalty(true, 300_000, 0, 1_250) : Penalty.NONE,
        "翠屏区市场监督管理局",
        "梁春梅",
        decided ? "川市监罚〔2026〕0088号" : "",
        decided ? DAY : null,
        decided ? DAY : null,
        null);
  }

  private static Dossier dossier(CaseQueries.View view) {
    return new Dossier(
        view,
        List.of(
            new CaseQueries.Piece(
                UUID.randomUUID(),
                1,
                "RECORD",
                "现场笔录",
                "柜台",
                "a".repeat(64),
                Instant.EPOCH,
                "贺建军",
                "贺建军")),
        List.of(new CaseQueries.Payment("FINE", 300_000, DAY, "川财0001", "贺建军")),
        new Cases.Owed(0, 0, 0, 0),
        true,
        "FIRST_TIME",
        DAY,
        key -> Bundles.words("zh", key));
  }

  @Test
  @Requirement({"R88.1", "R88.2"})
  void everyFormIsFilledAndNothingIsLeftOpen() {
    for (var form : Form.of(Form.Subject.CASE)) {
      var sheet = dossier(view(CaseState.CLOSED, Outcome.PENALTY, false)).sheet(form);
      assertEquals(Sheet.Role.TITLE, sheet.lines().get(0).role(), form.name());
      assertFalse(sheet.words().contains("{"), sheet.words());
      assertFalse(sheet.words().contains("???"), sheet.words());
      assertFalse(form.toParty() && sheet.words().contains(SOURCE), form.name());
    }
    var decision = dossier(view(CaseState.CLOSED, Outcome.PENALTY, false)).sheet(Form.DECISION);
    for (var item :
        List.of(
            "康民大药房",
            "在售口罩三种均无价签",
            "警告，罚款3000.00元",
            "《价格法》第四十二条",
            "十五日内",
            "六十日内",
            "翠屏区市场监督管理局",
            "2026年3月2日",
            "川市监罚〔2026〕0088号")) {
      assertTrue(decision.words().contains(item), item);
    }
    assertTrue(decision.words().contains("对行政复议决定不服的"), "price cases are reconsidered first");
  }

  @Test
  @Requirement("R88.3")
  void whatDoesNotBelongToACaseIsNotMade() {
    assertEquals(
        List.of(Form.CASE_SOURCE, Form.FILING_APPROVAL, Form.HEARING_NOTICE),
        CaseForms.of(view(CaseState.FILED, null, false)));
    var penalty = CaseForms.of(view(CaseState.SERVED, Outcome.PENALTY, false));
    assertTrue(penalty.containsAll(List.of(Form.PENALTY_NOTICE, Form.DECISION)));
    assertFalse(penalty.contains(Form.NO_PENALTY_DECISION));
    assertFalse(penalty.contains(Form.CLOSURE_APPROVAL));
    var none = CaseForms.of(view(CaseState.SERVED, Outcome.NO_PENALTY, false));
    assertTrue(none.contains(Form.NO_PENALTY_DECISION));
    assertFalse(none.contains(Form.DECISION));
    var spot = CaseForms.of(view(CaseState.SERVED, Outcome.PENALTY, true));
    assertFalse(spot.contains(Form.PENALTY_NOTICE), "told on the spot");
    var rejected = CaseForms.of(view(CaseState.REJECTED, null, false));
    assertTrue(rejected.contains(Form.NO_FILING_APPROVAL));
    assertFalse(rejected.contains(Form.FILING_APPROVAL));
    assertTrue(
        CaseForms.of(view(CaseState.DECIDED, Outcome.REFERRED, false))
            .contains(Form.REFERRAL_LETTER));
  }

  @Test
  @Requirement("R88.1")
  void thePdfHasItsWordsAndBreaksItsPages() throws IOException {
    var sheet = dossier(view(CaseState.CLOSED, Outcome.PENALTY, false)).sheet(Form.DECISION);
    var written = SheetPdf.write(sheet);
    assertTrue(PaperFont.embeds(), "./firstline test installs a font that may be embedded");
    try (var document = Loader.loadPDF(written.bytes())) {
      assertEquals(written.pages(), document.getNumberOfPages());
      assertTrue(written.pages() > 2, "sixty paragraphs do not fit two pages");
      assertEquals("行政处罚决定书", document.getDocumentInformation().getTitle());
      var text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
      for (var line : sheet.lines()) {
        var said = line.whole().replaceAll("[\\s　]", "");
        assertTrue(text.contains(said) || said.length() > 30, said);
      }
      assertTrue(text.contains("川市监罚〔2026〕0088号"));
    }
  }

  @Test
  @Requirement("R88.1")
  void theDocxHasTheSameWordsAndTheSameBytes() throws Exception {
    var sheet = dossier(view(CaseState.CLOSED, Outcome.PENALTY, false)).sheet(Form.DECISION);
    var bytes = SheetDocx.write(sheet);
    assertArrayEquals(bytes, SheetDocx.write(sheet));
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      var parts = 0;
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts++;
        var parsed =
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(zip.readAllBytes()));
        if (entry.getName().equals("word/document.xml")) {
          var paragraphs = parsed.getElementsByTagName("w:p");
          assertEquals(sheet.lines().size(), paragraphs.getLength());
          for (var i = 0; i < paragraphs.getLength(); i++) {
            assertEquals(sheet.lines().get(i).whole(), paragraphs.item(i).getTextContent());
          }
        }
      }
      assertEquals(3, parts);
    }
  }
}
