package firstline.console.bulletin;

import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.indicator.IndicatorContribution;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.publication.PublicChange;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.testkit.clock.MutableClock;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.function.Executable;

/** A city that counts, and the four who make a bulletin of it. */
abstract class BulletinOffice {
  static final String CITY = "958700000000";
  static final String COUNTY = "958701000000";
  static final LocalDate FIRST = LocalDate.of(2020, 2, 1);
  static final LocalDate LAST = LocalDate.of(2020, 2, 29);
  static final Sql SQL = TestDatabase.sql();
  static final IndicatorContribution KNOWN =
      () ->
          List.of(
              new IndicatorContribution.Indicator("test.done", "/console/test"),
              new IndicatorContribution.Indicator("test.old", "/console/test"));

  record Told(String topic, String subject, String payload) {
    String of(String name) {
      try (var reader = Json.createReader(new StringReader(payload))) {
        return reader.readObject().getString(name);
      }
    }
  }

  final List<Told> told = new ArrayList<>();
  final List<PublicChange> changes = new ArrayList<>();
  final MutableClock clock = MutableClock.at(Instant.parse("2020-03-01T01:00:00Z"));
  final Desk writer = officer(BulletinRights.WRITE);
  final Desk reviewer = officer(BulletinRights.REVIEW);
  final Desk signer = officer(BulletinRights.SIGN);
  final Desk reader = officer(BulletinRights.READ);

  @BeforeAll
  static void aCityThatCounts() {
    var owner = TestDatabase.owner();
    owner.update(
        "insert into area (code, level, name, path) values (?, 'CITY', '战报市', ?) on conflict do nothing",
        CITY,
        CITY + "/");
    owner.update(
        "insert into area (code, parent, level, name, path) values (?, ?, 'COUNTY', '战报县', ?) on conflict do nothing",
        COUNTY,
        CITY,
        CITY + "/" + COUNTY + "/");
    told(CITY, LAST.minusDays(40), 100);
    told(CITY, LAST, 7);
    told(COUNTY, FIRST, 30);
    told(COUNTY, LAST, 5);
    told(COUNTY, LAST.plusDays(1), 1000);
  }

  static void told(String area, LocalDate day, long value) {
    new Indicators(SQL, new Desk())
        .set("test.done", "a test", List.of(new Indicators.Figure(area, day, value)));
  }

  static Desk officer(String right) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "officer",
            "于敏",
            UUID.randomUUID(),
            "市政府办",
            "Office",
            CITY,
            "战报市",
            "zh",
            List.of(new OfficerOnDuty.Grant(right, CITY + "/")),
            null));
    desk.begin(right);
    return desk;
  }

  Bulletins bulletins(Desk desk) {
    return new Bulletins(SQL, desk, new Indicators(SQL, desk), Stream.of(KNOWN));
  }

  BulletinQueries.View read(UUID id) {
    return new BulletinQueries(SQL, bulletins(reader), new Reviews(SQL, reader, clock), reader)
        .one(id);
  }

  UUID write(String body, UUID corrects) {
    return write(new BulletinText("{area}战报", body, "", ""), corrects);
  }

  UUID write(BulletinText text, UUID corrects) {
    return new WriteBulletin(SQL, bulletins(writer), writer, clock)
        .write(new WriteBulletin.Command(null, 0, CITY, false, text, FIRST, LAST, corrects));
  }

  void submit(UUID id) {
    new SubmitBulletin(SQL, bulletins(writer), new Reviews(SQL, writer, clock), clock)
        .submit(new SubmitBulletin.Command(id, read(id).version()));
  }

  ReviewBulletin by(Desk desk) {
    return new ReviewBulletin(
        SQL,
        bulletins(desk),
        new Reviews(SQL, desk, clock),
        new Numbering(SQL, clock),
        new TellOfBulletin(
            SQL,
            bulletins(desk),
            duty -> told.add(new Told(duty.topic(), duty.subject(), duty.payload())),
            changes::add),
        desk,
        clock);
  }

  ReviewBulletin.Approve seen(UUID id) {
    var view = read(id);
    return new ReviewBulletin.Approve(id, view.version(), view.hash());
  }

  UUID issued(String body) {
    return issued(write(body, null));
  }

  UUID issued(UUID id) {
    submit(id);
    by(reviewer).approve(seen(id));
    by(signer).sign(seen(id));
    return id;
  }

  static String code(Executable attempt) {
    return assertThrows(Refusal.class, attempt).code();
  }
}
