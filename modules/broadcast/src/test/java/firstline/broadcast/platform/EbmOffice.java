package firstline.broadcast.platform;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.broadcast.TestSchedules;
import firstline.broadcast.alert.Alerts;
import firstline.broadcast.alert.TakeInAlert;
import firstline.broadcast.ebm.Ebd;
import firstline.broadcast.ebm.EbdPackage;
import firstline.broadcast.ebm.EbmNumbers;
import firstline.broadcast.ebm.MessageId;
import firstline.broadcast.ebm.ResourceId;
import firstline.broadcast.signature.TrustedSigners;
import firstline.broadcast.standing.StandingOrders;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A city whose platform is spoken to by that of its province. */
final class EbmOffice {
  static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  static final Sql SQL = TestDatabase.keptOwner();
  static final ResourceId PROVINCE = new ResourceId("25100000000000103010101");
  static final ResourceId OWN = new ResourceId("35199000000000103010101");

  final MutableClock clock = MutableClock.at(NOW);
  final TestCity city;
  private int packets;

  EbmOffice(String digits) {
    city = TestCity.found(SQL, digits);
  }

  Desk desk() {
    return TestDesk.at(
        SQL, city.department(), city.code(), city.code() + "/", BroadcastRights.EMERGENCY);
  }

  TakeInEbm takeIn() {
    var desk = desk();
    var alerts =
        new Alerts(
            SQL,
            clock,
            new TrustedSigners(List.of()),
            new StandingOrders(TestSchedules.of(SQL, desk, clock), SQL, desk));
    return new TakeInEbm(new TakeInAlert(alerts, SQL, desk), SQL, clock);
  }

  AnswerPacket answers(OwnResource own) {
    return new AnswerPacket(takeIn(), states(), own, new EbmNumbers(SQL, clock), clock);
  }

  PlayStates states() {
    return new PlayStates(SQL, desk(), clock);
  }

  GiveOutEbm giveOut() {
    return new GiveOutEbm(
        new OwnResource(OWN.digits()), new EbmNumbers(SQL, clock), SQL, desk(), clock);
  }

  /** The province's message of the day, for the whole city. */
  Ebd.Message message(int number, Ebd.Type type, @Nullable Integer related, String text) {
    return message(number, type, related, text, city.code());
  }

  Ebd.Message message(
      int number, Ebd.Type type, @Nullable Integer related, String text, String area) {
    return new Ebd.Message(
        id(number),
        related == null ? null : id(related),
        type,
        "省应急管理厅",
        "",
        NOW.minus(Duration.ofMinutes(10)).plusSeconds(number),
        "11B03",
        2,
        NOW,
        NOW.plus(Duration.ofHours(2)),
        "zho",
        "暴雨橙色预警",
        text,
        List.of(area),
        List.of());
  }

  /** Each city has numbers of its own, since a message is known by its id in all of them. */
  MessageId id(int number) {
    var digits = "251" + city.code().substring(0, 6) + PROVINCE.digits().substring(9);
    return new MessageId(new ResourceId(digits), LocalDate.of(2026, 11, 25), number);
  }

  byte[] tar(Ebd.Body body) {
    return tar(body, OWN);
  }

  byte[] tar(Ebd.Body body, @Nullable ResourceId destination) {
    var id = "10" + PROVINCE + "%016d".formatted(++packets);
    return new EbdPackage(new Ebd(id, PROVINCE, destination, NOW, "", body), Map.of()).pack();
  }

  Alerts.Taken take(Ebd.Body body) {
    return takeIn().take(new TakeInEbm.Command(tar(body), Alerts.Way.API));
  }

  String state(int number) {
    return SQL.one(
        "select state from alert where identifier = ?", row -> row.text(1), id(number).toString());
  }
}
