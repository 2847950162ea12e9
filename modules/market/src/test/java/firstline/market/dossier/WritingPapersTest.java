package firstline.market.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.MarketRights;
import firstline.market.casefile.Bureau;
import firstline.market.casefile.Matter;
import firstline.market.complaint.LettersForTests;
import firstline.market.measure.MeasureQueries;
import firstline.market.referral.ReferralQueries;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.sheet.SheetFile;
import firstline.testkit.clock.MutableClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Documents of letters, measures and referrals, from real records. */
class WritingPapersTest {
  private static final String SENDER = "欧阳采薇";

  private final MutableClock clock = MutableClock.at("2026-03-02T02:00:00Z");

  private WritePapers papers(Bureau bureau) {
    return papers(bureau, bureau.desk(UUID.randomUUID(), MarketRights.READ));
  }

  private WritePapers papers(Bureau bureau, Desk desk) {
    var sql = TestDatabase.sql();
    return new WritePapers(
        LettersForTests.queries(sql, desk, clock),
        new MeasureQueries(sql, desk),
        new ReferralQueries(sql, desk),
        bureau.queries(),
        LettersForTests.identities(sql, desk, clock),
        desk,
        clock);
  }

  private static String text(SheetFile written) throws IOException {
    try (var document = Loader.loadPDF(written.bytes())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }

  private List<Form> written(Bureau bureau, Form.Subject subject, UUID id) throws IOException {
    var papers = papers(bureau);
    var offered = papers.forms(subject, id);
    for (var paper : Form.of(subject)) {
      if (offered.contains(paper)) {
        var text = text(papers.write(id, paper, SheetFile.Format.PDF));
        assertFalse(text.contains("{") || text.contains("???"), text);
        assertFalse(text.contains(SENDER), paper + " says who sent it");
        var docx = papers.write(id, paper, SheetFile.Format.DOCX);
        assertEquals('P', docx.bytes()[0]);
        assertTrue(docx.name().endsWith(".docx"));
      } else {
        assertEquals(
            "dossier.early",
            assertThrows(Refusal.class, () -> papers.write(id, paper, SheetFile.Format.PDF))
                .code());
      }
    }
    return offered;
  }

  @Test
  @Requirement({"R92.17", "R92.18"})
  void eachLetterHasThePapersOfItsStateAndNoneSaysWhoSentIt() throws IOException {
    var bureau = Bureau.found("953040", clock);
    var all = new ArrayList<Form>();
    for (var state : List.of("RECEIVED", "ACCEPTED", "REJECTED", "AGREED", "TERMINATED")) {
      var id = letter(bureau, "COMPLAINT", state);
      all.addAll(written(bureau, Form.Subject.LETTER, id));
    }
    all.addAll(written(bureau, Form.Subject.LETTER, letter(bureau, "TIPOFF", "NOT_FILED")));
    assertTrue(all.containsAll(Form.of(Form.Subject.LETTER)), all.toString());
    var agreed = letter(bureau, "COMPLAINT", "AGREED");
    assertTrue(
        text(papers(bureau).write(agreed, Form.MEDIATION_AGREEMENT, SheetFile.Format.PDF))
            .contains("退款二十元"));
  }

  @Test
  @Requirement("R101.11")
  void whoMediatesPrintsWhoComplainsAndNobodyPrintsWhoTippedOff() throws IOException {
    var bureau = Bureau.found("953098", clock);
    var mediator = bureau.desk(UUID.randomUUID(), MarketRights.HANDLE);
    for (var state : List.of("ACCEPTED", "REJECTED", "AGREED", "TERMINATED")) {
      var complaint = letter(bureau, "COMPLAINT", state);
      for (var form : papers(bureau).forms(Form.Subject.LETTER, complaint)) {
        var text = text(papers(bureau, mediator).write(complaint, form, SheetFile.Format.PDF));
        assertTrue(text.contains(SENDER), form + " " + text);
        assertFalse(text.contains("13900000017"), "how they are reached is of no use there");
        assertFalse(
            text(papers(bureau).write(complaint, form, SheetFile.Format.PDF)).contains(SENDER));
      }
    }
    var tipoff = letter(bureau, "TIPOFF", "NOT_FILED");
    var tied = letter(bureau, "COMPLAINT", "AGREED");
    TestDatabase.sql()
        .update(
            "insert into complaint_letter (complaint_id, tipoff_id) values (?, ?)", tied, tipoff);
    for (var id : List.of(tipoff, tied)) {
      for (var form : papers(bureau).forms(Form.Subject.LETTER, id)) {
        var text = text(papers(bureau, mediator).write(id, form, SheetFile.Format.PDF));
        assertFalse(text.contains(SENDER), form + " " + text);
      }
    }
  }

  private UUID letter(Bureau bureau, String kind, String state) {
    return LettersForTests.letter(
        bureau.county(),
        bureau.department(),
        kind,
        state,
        SENDER + " 13900000017",
        clock.instant());
  }

  @Test
  @Requirement({"R92.17", "R92.18"})
  void aMeasureHasItsDecisionAndListAndAReferralItsLetter() throws IOException {
    var bureau = Bureau.found("953041", clock);
    var caseId = bureau.file("", "", Matter.COUNTERFEIT, true);
    bureau.assign(caseId);
    var sql = TestDatabase.sql();
    var measure = UUID.randomUUID();
    sql.update(
        """
        insert into measure (id, case_id, kind, number, urgent, ground, place, state, officer_name,
          made_at, held_on, ended_on)
        values (?, ?, 'SEIZURE', ?, true, '涉嫌假冒', '南街1号', 'LIFTED', '贺建军', ?, '2026-03-02',
          '2026-03-20')
        """,
        measure,
        caseId,
        "川市监强制〔2026〕T" + bureau.county(),
        clock.instant());
    sql.update(
        """
        insert into measure_item (measure_id, place, name, amount, unit, spot)
        values (?, 1, '一次性口罩', 1200, '只', '3号架')
        """,
        measure);
    assertEquals(
        List.of(Form.MEASURE_DECISION, Form.MEASURE_LIST, Form.MEASURE_END),
        written(bureau, Form.Subject.MEASURE, measure));
    var list = text(papers(bureau).write(measure, Form.MEASURE_LIST, SheetFile.Format.PDF));
    assertTrue(list.contains("1.一次性口罩，1200只，存放于3号架"), list);

    var referral = UUID.randomUUID();
    sql.update(
        """
        insert into referral (id, case_id, number, offence, ground, state, officer_name, made_at)
        values (?, ?, ?, '销售伪劣产品罪', '销售金额超过五万元', 'SENT', '贺建军', ?)
        """,
        referral,
        caseId,
        "川市监移〔2026〕T" + bureau.county(),
        clock.instant());
    assertEquals(
        List.of(Form.CRIME_REFERRAL, Form.REFERRAL_APPROVAL),
        written(bureau, Form.Subject.REFERRAL, referral));
    var letter = text(papers(bureau).write(referral, Form.CRIME_REFERRAL, SheetFile.Format.PDF));
    assertTrue(letter.contains("涉嫌销售伪劣产品罪") && letter.contains("第五条"), letter);
  }
}
