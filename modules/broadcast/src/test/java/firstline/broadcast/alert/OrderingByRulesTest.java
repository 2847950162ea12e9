package firstline.broadcast.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.broadcast.TestSchedules;
import firstline.broadcast.signature.TrustedSigners;
import firstline.broadcast.standing.RuleQueries;
import firstline.broadcast.standing.SettleRule;
import firstline.broadcast.standing.WriteRule;
import firstline.persistence.database.DatabaseFailure;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule from its writing to what it puts on the air and to its end. */
class OrderingByRulesTest {
  private static final Sql SQL = TestDatabase.keptOwner();
  private static int cities;
  private static int alerts;

  @TempDir private static Path folder;
  private static SampleSigners.Signer weather;
  private static SampleSigners.Signer water;

  private final TestCity city = TestCity.found(SQL, "93%02d01".formatted(++cities));
  private final String sender = "qx@" + city.code();
  private final AlertOffice office = new AlertOffice(city.code(), SQL);
  private final OfficerOnDuty writer = TestDesk.known(city, BroadcastRights.EMERGENCY);
  private final OfficerOnDuty other = TestDesk.known(city, BroadcastRights.EMERGENCY);

  OrderingByRulesTest() {
    office.clock.set(weather.certificate().getNotBefore().toInstant().plusSeconds(3_600));
    office.trust(certificates());
  }

  private static X509Certificate[] certificates() {
    return new X509Certificate[] {weather.certificate(), water.certificate()};
  }

  @BeforeAll
  static void keys() throws Exception {
    weather = SampleSigners.signer(folder, "RSA");
    water = SampleSigners.signer(folder, "EC");
  }

  private Desk desk(OfficerOnDuty officer) {
    return TestDesk.running(officer, BroadcastRights.EMERGENCY);
  }

  private UUID write(String from, String event, int level, String area, @Nullable UUID template) {
    return new WriteRule(
            new TrustedSigners(List.of(certificates())), SQL, desk(writer), office.clock)
        .write(
            new WriteRule.Command(
                area,
                from,
                TrustedSigners.fingerprint(weather.certificate()),
                event,
                level,
                template));
  }

  private SettleRule settle(OfficerOnDuty officer) {
    return new SettleRule(SQL, desk(officer), office.clock);
  }

  private UUID inForce(String event, int level, String area) {
    var id = write(sender, event, level, area, null);
    settle(other).confirm(new SettleRule.Confirm(id, 1));
    return id;
  }

  /** An orange rain storm in the county. */
  private String rain() {
    return SampleCaps.RAIN
        .replace("qx@yibin.example.cn", sender)
        .replace(">511502<", ">" + office.county.substring(0, 6) + "<")
        .replace("51150041600000_20260710063000", "rule-" + ++alerts)
        .replace("2026-07-10T06:30:00+08:00", time(office.clock.instant()))
        .replace("2026-07-10T18:30:00+08:00", time(office.clock.instant().plusSeconds(7_200)));
  }

  private static String time(Instant at) {
    return at.toString().replace("Z", "+00:00");
  }

  private AlertView take(String message) throws Exception {
    return take(SampleSigners.signed(message, weather, SampleSigners.RSA, null));
  }

  private AlertView take(byte[] message) {
    return office
        .takeIn(desk(other))
        .take(new TakeInAlert.Command(message, Alerts.Way.API))
        .alert();
  }

  @Test
  @Requirement({"R51.1", "R51.3", "R51.5"})
  void aConfirmedRuleOrdersWhatFitsItAndARuleThatWaitsDoesNot() throws Exception {
    assertEquals("", take(rain()).held(), "no rule, no word");
    var id = write(sender, "暴雨", 2, city.code(), null);
    assertEquals("DRAFT", take(rain()).state(), "nobody has confirmed it");
    settle(other).confirm(new SettleRule.Confirm(id, 1));
    var alert = take(rain());
    assertEquals("ORDERED", alert.state());
    assertNotEquals(0, alert.rule());
    var facts =
        SQL.one(
            """
            select s.kind, s.level, s.state, s.writers, p.verb, p.reason, i.text
            from alert a join schedule s on s.id = a.schedule_id join item i on i.id = s.item_id
              join schedule_step p on p.schedule_id = s.id
            where a.id = ?
            """,
            row ->
                List.of(
                    row.text(1),
                    row.integer(2),
                    row.text(3),
                    row.text(4),
                    row.text(5),
                    row.text(6),
                    row.text(7)),
            alert.id());
    assertEquals(
        List.of(
            "EMERGENCY",
            2,
            "APPROVED",
            writer.id().toString(),
            "BY_RULE",
            Long.toString(alert.rule()),
            alert.text()),
        facts);
    assertEquals(
        1,
        SQL.<Integer>one(
            """
            select count(*) from review v join alert a on a.schedule_id = v.subject_id
            where a.id = ? and v.state = 'OPEN'
            """,
            row -> row.integer(1),
            alert.id()),
        "its review waits");
    assertEquals(
        List.of(office.county),
        SQL.list(
            """
            select t.target from schedule_target t join alert a on a.schedule_id = t.schedule_id
            where a.id = ?
            """,
            row -> row.text(1),
            alert.id()));
  }

  @Test
  @Requirement({"R51.1", "R51.2"})
  void whatIsNotSureStaysADraftWithTheReason() throws Exception {
    inForce("暴雨", 2, office.county);
    assertEquals("SIGNATURE", held(take(SampleCaps.bytes(rain()))));
    var theirs =
        SampleSigners.signed(
            rain(), water, "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", null);
    assertEquals("SIGNER", held(take(theirs)));
    assertEquals("EVENT", held(take(rain().replace("<event>暴雨", "<event>洪水"))));
    assertEquals("LEVEL", held(take(rain().replace(">Severe<", ">Moderate<"))));
    var county = ">" + office.county.substring(0, 6) + "<";
    assertEquals(
        "AREA", held(take(rain().replace(county, ">" + city.code().substring(0, 6) + "<"))));
    assertEquals("AREA_UNKNOWN", held(take(rain().replace(">GB2260<", ">FIPS6<"))));
    assertEquals("PLAN", held(take(rain().replace("五十毫米", "雨".repeat(6_000)))), "cut");
    var soon = time(office.clock.instant().plusSeconds(300));
    var wordy = rain().replace("五十毫米", "雨".repeat(3_000));
    assertEquals(
        "PLAN",
        held(take(wordy.replaceFirst("<expires>[^<]*", "<expires>" + soon))),
        "twelve minutes do not fit into five");
    var late = rain();
    office.clock.move(java.time.Duration.ofMinutes(61));
    assertEquals("OLD", held(take(late)));
    for (var status : List.of("Exercise", "Test", "System", "Draft")) {
      var alert = take(rain().replace(">Actual<", ">" + status + "<"));
      assertNotEquals("ORDERED", alert.state(), status);
      assertEquals("", alert.held());
    }
    assertNotEquals("ORDERED", take(rain().replace(">Public<", ">Private<")).state());
    assertEquals("", take(rain().replace(sender, "other@example.cn")).held(), "no rule of theirs");
    assertEquals("ORDERED", take(rain()).state());
  }

  private static String held(AlertView alert) {
    assertEquals("DRAFT", alert.state());
    assertEquals(0, alert.rule());
    return alert.held();
  }

  @Test
  @Requirement("R51.2")
  void whoeverBringsItMustHoldTheRightOverItsPlaces() throws Exception {
    inForce("", 4, city.code());
    var county =
        TestDesk.at(
            SQL,
            city.department(),
            office.county,
            city.code() + "/" + office.county + "/",
            BroadcastRights.EMERGENCY);
    var message = SampleSigners.signed(rain(), weather, SampleSigners.RSA, null);
    var taken =
        office.takeIn(county).take(new TakeInAlert.Command(message, Alerts.Way.API)).alert();
    assertEquals("REACH", held(taken));
  }

  @Test
  @Requirement("R51.3")
  void itsWriterNeverConfirmsItAndNobodyChangesIt() {
    var id = write(sender, "", 1, city.code(), null);
    var own = new SettleRule.Confirm(id, 1);
    assertEquals(
        "standing.own", assertThrows(Refusal.class, () -> settle(writer).confirm(own)).code());
    assertThrows(
        DatabaseFailure.class,
        () ->
            SQL.update(
                """
                update standing_rule set state = 'IN_FORCE', confirmed_at = now(),
                  confirmed_by = written_by where id = ?
                """,
                id),
        "not even past the use case");
    assertThrows(Conflict.class, () -> settle(other).confirm(new SettleRule.Confirm(id, 2)));
    settle(other).confirm(own);
    assertEquals(
        "standing.state",
        assertThrows(Refusal.class, () -> settle(other).confirm(new SettleRule.Confirm(id, 2)))
            .code());
    assertThrows(
        DatabaseFailure.class,
        () -> SQL.update("update standing_rule set least_level = 4 where id = ?", id));
    var stranger =
        new SettleRule(
            SQL,
            TestDesk.of("939901000000", "939901000000/", BroadcastRights.EMERGENCY),
            office.clock);
    assertThrows(NotFound.class, () -> stranger.end(new SettleRule.End(id, "不认识")));
    var elsewhere = assertThrows(Refusal.class, () -> write(sender, "", 1, "939901000000", null));
    assertEquals("schedule.area", elsewhere.code());
    var untrusted = new WriteRule(new TrustedSigners(List.of()), SQL, desk(writer), office.clock);
    assertEquals(
        "standing.signer",
        assertThrows(
                Refusal.class,
                () ->
                    untrusted.write(
                        new WriteRule.Command(city.code(), sender, "0".repeat(64), "", 1, null)))
            .code());
  }

  @Test
  @Requirement("R51.4")
  void anEndedRuleOrdersNothingAndStaysOnRecord() throws Exception {
    var id = inForce("", 4, city.code());
    assertEquals("ORDERED", take(rain()).state());
    settle(writer).end(new SettleRule.End(id, "误报太多"));
    var after = take(rain());
    assertEquals("DRAFT", after.state());
    assertEquals("", after.held());
    var line = new RuleQueries(SQL, desk(other)).list().get(0);
    assertEquals("ENDED", line.state());
    assertEquals("误报太多", line.reason());
    assertEquals(1, line.ordered());
    assertNotNull(line.ended().at());
    assertThrows(Refusal.class, () -> settle(other).end(new SettleRule.End(id, "再来")));
  }

  @Test
  @Requirement({"R51.3", "R51.5", "R51.7"})
  void aTemplateIsSpokenInsteadUntilItIsTakenAway() throws Exception {
    var gap = template("转移", "请向[安置点]转移");
    assertEquals(
        "emergency.gap",
        assertThrows(Refusal.class, () -> write(sender, "", 4, city.code(), gap)).code());
    assertEquals(
        "standing.template",
        assertThrows(Refusal.class, () -> write(sender, "", 4, city.code(), UUID.randomUUID()))
            .code());
    var template = template("暴雨", "暴雨来了，请待在家里。");
    var id = write(sender, "", 4, city.code(), template);
    settle(other).confirm(new SettleRule.Confirm(id, 1));
    var alert = take(rain());
    assertEquals(
        "暴雨来了，请待在家里。",
        SQL.one(
            """
            select i.text from item i join schedule s on s.item_id = i.id
              join alert a on a.schedule_id = s.id where a.id = ?
            """,
            row -> row.text(1),
            alert.id()));
    var said = new RuleQueries(SQL, desk(other)).list().get(0);
    assertTrue(said.said("zh").contains("“" + sender + "”"), said.said("zh"));
    assertTrue(said.said("zh").contains("预案“暴雨”的文字"), said.said("zh"));
    assertTrue(said.said("en").contains("whatever the event"), said.said("en"));
    assertFalse(said.said("en").contains("{") || said.said("zh").contains("???"));
    SQL.update("update emergency_template set removed_at = now() where id = ?", template);
    assertEquals("TEMPLATE", held(take(rain())));
  }

  private UUID template(String name, String text) {
    var id = UUID.randomUUID();
    SQL.update(
        """
        insert into emergency_template (id, area_code, name, level, text, minutes, made_at, made_by)
        values (?, ?, ?, 2, ?, 20, now(), '王敏')
        """,
        id,
        city.code(),
        name,
        text);
    return id;
  }

  private String cancel(String message) {
    var name = message.substring(message.indexOf("<identifier>") + 12);
    var end = name.indexOf("</identifier>");
    return message
        .replace("<msgType>Alert", "<msgType>Cancel")
        .replace("</identifier>", "-C</identifier>")
        .replace(
            "<code>应急</code>",
            "<code>应急</code><references>%s,%s,%s</references>"
                .formatted(sender, name.substring(0, end), time(office.clock.instant())));
  }

  @Test
  @Requirement("R51.6")
  void aCancellationTakesItOffTheAir() throws Exception {
    inForce("", 4, city.code());
    var message = rain();
    var alert = take(message);
    assertEquals("ORDERED", alert.state());
    var follow =
        new FollowAlerts(SQL, TestSchedules.of(SQL, desk(other), office.clock), office.clock);
    assertEquals(0, follow.follow());
    var cancelled = take(cancel(message));
    assertEquals("IGNORED", cancelled.state());
    assertEquals("CANCELLED", office.state(alert.identifier()));
    assertEquals(1, follow.follow());
    assertEquals(
        "WITHDRAWN",
        SQL.one(
            "select s.state from schedule s join alert a on a.schedule_id = s.id where a.id = ?",
            row -> row.text(1),
            alert.id()));
    var late = rain();
    take(cancel(late));
    assertEquals(
        "CANCELLED", take(late).state(), "what was cancelled before it came is not ordered");
  }

  @Test
  @Requirement("R51.1")
  void theSameMessageAgainIsNotOrderedAgain() throws Exception {
    inForce("", 4, city.code());
    var message = SampleSigners.signed(rain(), weather, SampleSigners.RSA, null);
    var first = take(message);
    assertEquals(first, take(message));
    assertEquals(
        1,
        SQL.<Integer>one(
            "select count(*) from schedule where area_code = ?",
            row -> row.integer(1),
            city.code()));
    assertEquals("VALID", first.signature());
  }
}
