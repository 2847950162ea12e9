package firstline.console.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import firstline.persistence.indicator.Indicators;
import firstline.persistence.outbox.HandOver;
import firstline.persistence.page.Cursor;
import firstline.persistence.publication.PublicChange;
import firstline.persistence.publication.PublicPlaceContribution;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of a bulletin once it is signed. */
class ABulletinGoesOutTest extends BulletinOffice {
  private static BulletinText spoken(String body) {
    return new BulletinText("{area}战报", body, "短信{test.done}条", "广播{test.done total}条");
  }

  @Test
  @Requirement({"R108.1", "R108.2"})
  void theIssueIsPublicAsItWasSignedAndNamesItsCorrection() {
    var everybody = new PublicBulletins(SQL);
    var id = write("完成{test.done}件，累计{test.done total}件，手写9件。", null);
    submit(id);
    assertEquals(Optional.empty(), everybody.one("Z-2020-9999"));
    var before = everybody.list(Cursor.START).rows().size();
    by(reviewer).approve(seen(id));
    by(signer).sign(seen(id));
    assertEquals(List.of(new PublicChange("bulletins")), changes);
    var number = read(id).line().number();
    told(CITY, LAST, 8);
    var view = everybody.one(number).orElseThrow();
    told(CITY, LAST, 7);
    assertEquals("战报市战报", view.issue().heading());
    assertEquals("完成42件，累计142件，手写9件。", text(view));
    assertEquals(
        List.of(42L, 142L), view.figures().stream().map(PublicBulletins.Frozen::value).toList());
    assertEquals(
        new PublicBulletins.Sources(
            List.of(
                new Indicators.Told(LAST, "a test", 2, 12),
                new Indicators.Told(FIRST, "a test", 1, 30)),
            0,
            0),
        everybody.sources(view, 0));
    assertEquals(Math.min(before + 1, PublicBulletins.SIZE), listed().size());
    assertEquals(number, listed().get(0));
    var corrected = write("完成{test.done}件。", id);
    assertEquals("", everybody.one(number).orElseThrow().issue().correctedBy(), "not signed yet");
    clock.set(clock.instant().plusSeconds(60));
    var next = read(issued(corrected)).line().number();
    assertEquals(next, everybody.one(number).orElseThrow().issue().correctedBy());
    assertEquals(number, everybody.one(next).orElseThrow().issue().corrects());
    assertEquals(List.of(next, number), listed().subList(0, 2));
    var places = everybody.places().stream().map(PublicPlaceContribution.Place::path).toList();
    assertEquals(List.of("/bulletins", "/bulletins/" + next), places.subList(0, 2));
    assertFalse(places.contains("/bulletins/" + number), "it was corrected");
  }

  private static List<String> listed() {
    return new PublicBulletins(SQL)
        .list(Cursor.START).rows().stream().map(PublicBulletins.Issue::number).toList();
  }

  private static String text(PublicBulletins.View view) {
    return view.body().stream()
        .flatMap(line -> line.stream().map(BulletinText.Piece::text))
        .collect(Collectors.joining());
  }

  @Test
  @Requirement("R108.1")
  void oldSourcesStandAsOneSum() {
    for (var day = 0; day < PublicBulletins.SOURCES + 5; day++) {
      toldOld(LAST.minusDays(100L + day));
    }
    var id = issued("累计{test.old total}件。");
    var everybody = new PublicBulletins(SQL);
    var view = everybody.one(read(id).line().number()).orElseThrow();
    var sources = everybody.sources(view, 0);
    assertEquals(PublicBulletins.SOURCES, sources.rows().size());
    assertEquals(LAST.minusDays(100), sources.rows().get(0).day());
    assertEquals(5, sources.older());
    assertEquals(10, sources.olderValue());
    assertEquals(2L * (PublicBulletins.SOURCES + 5), view.figures().get(0).value());
  }

  private static void toldOld(LocalDate day) {
    new Indicators(SQL, new Desk())
        .set("test.old", "a test", List.of(new Indicators.Figure(CITY, day, 2)));
  }

  @Test
  @Requirement({"R108.3", "R108.4"})
  void itsTextsAreHandedOverAndEndWithItsCorrection() {
    var id = issued(write(spoken("完成{test.done}件。"), null));
    var number = read(id).line().number();
    assertEquals(1, told.size());
    var first = told.get(0);
    assertEquals(HandOver.BULLETIN, first.topic());
    assertEquals(number, first.subject());
    assertEquals(
        List.of(id.toString(), number, read(id).hash(), CITY, "zh", "战报市战报", "短信42条", "广播142条"),
        Stream.of("id", "number", "hash", "area", "language", "title", "message", "spoken")
            .map(first::of)
            .toList());
    told.clear();
    var next = read(issued(write(spoken("更正：完成{test.done}件。"), id))).line().number();
    assertEquals(
        List.of(HandOver.BULLETIN, HandOver.BULLETIN_CORRECTED),
        told.stream().map(Told::topic).toList());
    assertEquals(next, told.get(0).of("number"));
    var ended = told.get(1);
    assertEquals(id.toString(), ended.of("id"));
    assertEquals("广播142条", ended.of("spoken"), "as it was issued");
    assertEquals("战报 " + number + " 已由 " + next + " 更正", ended.of("reason"));
  }

  @Test
  @Requirement("R108.3")
  void whatIsTooLongForAScriptIsNotSubmitted() {
    var most = WriteBulletin.SPOKEN - "{area}".length() * 2;
    var text = new BulletinText("战报", "正文", "", "{area}{area}" + "词".repeat(most));
    submit(write(text, null));
    var over = "词".repeat(WriteBulletin.SPOKEN + 1);
    assertEquals(
        "bulletin.spoken", code(() -> write(new BulletinText("战报", "正文", "", over), null)));
    var filled = "{until}".repeat(500);
    var id = write(new BulletinText("战报", "正文", "", filled), null);
    assertEquals("bulletin.spoken", code(() -> submit(id)), "longer once it is filled");
  }
}
