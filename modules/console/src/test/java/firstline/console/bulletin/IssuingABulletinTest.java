package firstline.console.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.DatabaseFailure;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.sheet.Sheet;
import firstline.persistence.sheet.SheetDocx;
import firstline.persistence.sheet.SheetPdf;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From a draft to an issue, and to the one that corrects it. */
class IssuingABulletinTest extends BulletinOffice {
  @Test
  @Requirement({"R100.1", "R100.7"})
  void aFigureIsTheSumOfItsRows() {
    var view =
        read(
            write("{test.done}、{test.done total}、{test.done last}、{test.done@958701000000}", null));
    assertEquals(
        List.of(42L, 142L, 12L, 35L),
        view.figures().stream().map(BulletinQueries.Shown::value).toList());
    var sources =
        new BulletinQueries(SQL, bulletins(reader), new Reviews(SQL, reader, clock), reader)
            .sources(view, 0);
    assertEquals(
        List.of(
            new Indicators.Told(FIRST, "a test", 1, 30),
            new Indicators.Told(LAST, "a test", 2, 12)),
        sources);
  }

  @Test
  @Requirement("R100.1")
  void whatNobodyCountsAndWhereNobodyMayLookIsRefused() {
    assertEquals("bulletin.key", code(() -> write("{test.dreamt}", null)));
    assertEquals("bulletin.where", code(() -> write("{test.done@511500000000}", null)));
    assertEquals("bulletin.body", code(() -> write("  ", null)));
  }

  @Test
  @Requirement({"R100.3", "R100.4"})
  void twoOthersReadExactlyWhatGoesOut() {
    var id = write("完成{test.done}件。", null);
    assertEquals("bulletin.not-IN_REVIEW", code(() -> by(reviewer).approve(seen(id))));
    submit(id);
    var seen = seen(id);
    told(CITY, LAST, 8);
    assertEquals(42, read(id).figures().get(0).value(), "frozen");
    assertEquals("review.own-work", code(() -> by(writer).approve(seen)));
    assertEquals("bulletin.not-APPROVED", code(() -> by(signer).sign(seen)));
    by(reviewer).approve(seen);
    assertThrows(Conflict.class, () -> by(signer).sign(seen), "it moved on");
    assertEquals("review.same-person-twice", code(() -> by(reviewer).sign(seen(id))));
    by(signer).sign(seen(id));
    var view = read(id);
    assertEquals(BulletinState.ISSUED, view.line().state());
    assertTrue(view.line().number().matches("Z-2020-\\d{4}"), view.line().number());
    told(CITY, LAST, 7);
    assertThrows(
        DatabaseFailure.class,
        () -> TestDatabase.owner().update("update bulletin set title = 'x' where id = ?", id));
    assertThrows(
        DatabaseFailure.class,
        () ->
            TestDatabase.owner()
                .update("update bulletin_figure set value = 1 where bulletin_id = ?", id));
  }

  @Test
  @Requirement("R100.3")
  void whatIsGivenBackIsCountedAnew() {
    var id = write("完成{test.done}件。", null);
    submit(id);
    var view = read(id);
    by(reviewer).giveBack(new ReviewBulletin.Return(id, view.version(), view.hash(), "请核对口径"));
    assertEquals("请核对口径", read(id).returnedWhy());
    assertEquals(BulletinState.DRAFT, read(id).line().state());
    submit(id);
    by(reviewer).approve(seen(id));
  }

  @Test
  @Requirement("R100.5")
  void aSourceThatChangesOffersACorrectedIssue() {
    var id = issued("完成{test.done@958701000000}件。");
    assertEquals(List.of(), read(id).changed());
    told(COUNTY, FIRST, 29);
    var changed = read(id).changed();
    assertEquals(1, changed.size());
    assertEquals(-1, changed.get(0).difference());
    var corrected = write("完成{test.done@958701000000}件。", id);
    assertEquals(corrected, read(id).correctedBy());
    assertEquals(read(id).line().number(), read(corrected).correctsNumber());
    assertEquals("bulletin.corrected", code(() -> write("再来", id)), "once");
    assertEquals("bulletin.corrected", code(() -> write("再来", corrected)), "not issued");
    told(COUNTY, FIRST, 30);
  }

  @Test
  @Requirement("R100.6")
  void aPaperHasItsTitleNumberTextAndDay() {
    var view = read(issued("完成{test.done}件。\n\n各县齐心。"));
    var sheet = BulletinPaper.of(view);
    assertEquals(
        List.of("战报市战报", view.line().number(), "完成42件。", "各县齐心。", "市政府办", "2020-03-01"),
        sheet.lines().stream().map(Sheet.Line::text).toList());
    assertTrue(SheetPdf.write(sheet).pages() == 1 && SheetDocx.write(sheet).length > 500);
    assertEquals(
        4, BulletinPaper.of(read(write("一\n二", null))).lines().size(), "neither number nor day");
  }

  @Test
  @Requirement("R100.4")
  void nobodyElsewhereSeesIt() {
    var id = issued("完成{test.done}件。");
    var elsewhere = new Desk();
    elsewhere.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "officer",
            "傅霞",
            UUID.randomUUID(),
            "外地",
            "Elsewhere",
            CITY,
            "外地",
            "zh",
            List.of(new OfficerOnDuty.Grant(BulletinRights.READ, "958900000000/")),
            null));
    elsewhere.begin(BulletinRights.READ);
    var queries =
        new BulletinQueries(
            SQL, bulletins(elsewhere), new Reviews(SQL, elsewhere, clock), elsewhere);
    assertThrows(NotFound.class, () -> queries.one(id));
    assertEquals(List.of(), queries.list("", Cursor.START).rows());
    assertNotNull(read(id).issuedAt());
  }

  @Test
  @Requirement("R100.2")
  void theStandardTextsTypeNoNumber() {
    for (var english : List.of(false, true)) {
      var text = new StandardText().of(english);
      for (var one : List.of(text.title(), text.body(), text.message(), text.spoken())) {
        assertTrue(
            Template.read(one).parts().stream().noneMatch(Template.Typed.class::isInstance), one);
      }
    }
  }
}
