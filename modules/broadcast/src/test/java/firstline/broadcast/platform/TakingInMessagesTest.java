package firstline.broadcast.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.alert.Alerts;
import firstline.broadcast.ebm.Ebd;
import firstline.broadcast.ebm.EbdPackage;
import firstline.broadcast.ebm.EbdReader;
import firstline.broadcast.ebm.EbdWriter;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TakingInMessagesTest {
  private static int cities;

  private final EbmOffice office = new EbmOffice("9490%02d".formatted(++cities));

  @Test
  @Requirement({"R50.1", "R50.4"})
  void aMessageBecomesTheDraftThatCapWouldBe() {
    var tar = office.tar(office.message(1, Ebd.Type.BROADCAST, null, "请低洼处转移"));
    var taken = office.takeIn().take(new TakeInEbm.Command(tar, Alerts.Way.API));
    assertTrue(taken.isNew());
    var alert = taken.alert();
    assertEquals("DRAFT", alert.state());
    assertEquals("EMERGENCY", alert.kind());
    assertEquals(2, alert.level());
    assertEquals(List.of(office.city.code()), alert.areas());
    assertEquals("暴雨橙色预警。请低洼处转移。", alert.text());
    assertEquals("UNSIGNED", alert.signature());
    assertEquals(EbmOffice.NOW.plusSeconds(7_200), alert.expires());
    assertArrayEquals(
        tar,
        EbmOffice.SQL.one(
            "select raw from ebm_in where alert_id = ?", row -> row.bytes(1), alert.id()));
  }

  @Test
  @Requirement("R50.1")
  void everySeverityHasItsLevelAndDrillsAreDrills() {
    assertEquals("EMERGENCY", kind(1, Ebd.Type.BROADCAST));
    assertEquals("NONE", kind(2, Ebd.Type.PLATFORM_DRILL));
    assertEquals("NONE", kind(3, Ebd.Type.STATION_DRILL));
    assertEquals("DRILL", kind(4, Ebd.Type.SPEAKER_DRILL));
    for (var severity = 1; severity <= 4; severity++) {
      var xml =
          new String(
              EbdWriter.write(
                  EbdPackage.unpack(
                          office.tar(office.message(10 + severity, Ebd.Type.BROADCAST, null, "甲")))
                      .packet()),
              StandardCharsets.UTF_8);
      var body =
          EbdReader.read(
                  xml.replace("<Severity>2", "<Severity>" + severity)
                      .getBytes(StandardCharsets.UTF_8))
              .body();
      assertEquals(severity, office.take(body).alert().level());
    }
  }

  private String kind(int number, Ebd.Type type) {
    return office.take(office.message(number, type, null, "甲")).alert().kind();
  }

  @Test
  @Requirement({"R50.2", "R50.4"})
  void aKnownIdIsAnsweredAndNotDoubled() {
    var answers = office.answers(new OwnResource(EbmOffice.OWN.digits()));
    var message = office.message(1, Ebd.Type.BROADCAST, null, "甲");
    var first = answers.answer(new TakeInEbm.Command(office.tar(message), Alerts.Way.API));
    var tar = office.tar(message);
    var again = answers.answer(new TakeInEbm.Command(tar, Alerts.Way.API));
    assertTrue(first.isNew());
    assertFalse(again.isNew());
    var reply = again.reply().packet();
    assertEquals(EbdPackage.unpack(tar).packet().id(), reply.related());
    assertEquals(EbmOffice.OWN, reply.source());
    assertEquals(EbmOffice.PROVINCE, reply.destination());
    assertEquals(Ebd.Result.ACCEPTED, ((Ebd.Reply) reply.body()).result());
    assertEquals(
        1,
        EbmOffice.SQL.<Integer>one(
            "select count(*) from alert where identifier = ?",
            row -> row.integer(1),
            office.id(1).toString()));
    var changed = office.message(1, Ebd.Type.BROADCAST, null, "乙");
    assertEquals("ebm.changed", refusal(() -> office.take(changed)).code());
  }

  @Test
  @Requirement({"R50.4", "R50.7"})
  void withoutANameOfItsOwnItAnswersUnderTheNameThatItIsGivenOrTakesNothing() {
    var answers = office.answers(new OwnResource(""));
    var named = office.tar(new Ebd.Heartbeat(EbmOffice.NOW), EbmOffice.OWN);
    assertEquals(
        EbmOffice.OWN,
        answers.answer(new TakeInEbm.Command(named, Alerts.Way.API)).reply().packet().source());
    var nameless = office.tar(office.message(1, Ebd.Type.BROADCAST, null, "甲"), null);
    assertEquals(
        "ebm.no-resource",
        refusal(() -> answers.answer(new TakeInEbm.Command(nameless, Alerts.Way.API))).code());
    assertEquals(
        0,
        EbmOffice.SQL.<Integer>one(
            "select count(*) from ebm_in where message_id = ?",
            row -> row.integer(1),
            office.id(1).toString()));
  }

  @Test
  @Requirement("R50.4")
  void whatIsWrongIsNamedByTheElementOfThePacket() {
    var nowhere =
        office.message(
            1, Ebd.Type.BROADCAST, null, "甲", office.city.code().substring(0, 6) + "999999");
    assertEquals("AreaCode", refusal(() -> office.take(nowhere)).arguments().get(0));
    assertEquals(
        "EBM", refusal(() -> office.take(new Ebd.Heartbeat(EbmOffice.NOW))).arguments().get(0));
    office.clock.set(EbmOffice.NOW.minusSeconds(200_000));
    var early = office.message(2, Ebd.Type.BROADCAST, null, "甲");
    assertEquals("SendTime", refusal(() -> office.take(early)).arguments().get(0));
    for (var code : List.of("ebm.changed", "ebm.no-resource")) {
      assertTrue(Bundles.knows("zh", "refusal." + code) && Bundles.knows("en", "refusal." + code));
    }
  }

  @Test
  @Requirement("R50.3")
  void anUpdateSupersedesAndACancellationCancels() {
    office.take(office.message(1, Ebd.Type.BROADCAST, null, "甲"));
    office.take(office.message(2, Ebd.Type.BROADCAST, 1, "乙"));
    assertEquals("SUPERSEDED", office.state(1));
    office.take(office.message(3, Ebd.Type.CANCEL, 2, "丙"));
    assertEquals("CANCELLED", office.state(2));
    assertEquals("IGNORED", office.state(3));
  }

  @Test
  @Requirement("R50.3")
  void theOrderOfArrivalDoesNotMatter() {
    var run = new int[1];
    var seen = new TreeMap<String, Integer>();
    Seeded.cases(
        12,
        draw -> {
          var base = 20 * run[0]++;
          var messages = messages(draw, 40 * base + 1);
          messages.forEach(office::take);
          var first = states(messages, 40 * base + 1);
          var others = messages(first.size(), messages, 40 * base + 21);
          draw.shuffled(others).forEach(office::take);
          assertEquals(first, states(others, 40 * base + 21));
          first.forEach(state -> seen.merge(state, 1, Integer::sum));
        });
    assertTrue(seen.size() >= 3, "all occur: " + seen);
  }

  private List<Ebd.Message> messages(Draw draw, int first) {
    var messages = new ArrayList<Ebd.Message>();
    for (var i = 0; i < 6; i++) {
      var related = i == 0 || draw.chance(0.2) ? null : first + draw.between(0, i - 1);
      var type = related != null && draw.chance(0.4) ? Ebd.Type.CANCEL : Ebd.Type.BROADCAST;
      messages.add(office.message(first + i, type, related, "第" + i));
    }
    return messages;
  }

  /** The same under other ids. */
  private List<Ebd.Message> messages(int count, List<Ebd.Message> like, int first) {
    var messages = new ArrayList<Ebd.Message>();
    for (var i = 0; i < count; i++) {
      var one = like.get(i);
      var related = one.related();
      messages.add(
          office.message(
              first + i,
              one.type(),
              related == null ? null : first + related.number() - like.get(0).id().number(),
              "第" + i));
    }
    return messages;
  }

  private List<String> states(List<Ebd.Message> messages, int first) {
    return messages.stream().map(one -> office.state(one.id().number())).toList();
  }

  @Test
  @Requirement("R50.8")
  void theContentOfAFileTellsWhatItIs() {
    assertTrue(EbdPackage.isTar(office.tar(office.message(1, Ebd.Type.BROADCAST, null, "甲"))));
    var named =
        new EbdPackage(
            new Ebd(
                "10" + EbmOffice.OWN + "0000000000000001",
                EbmOffice.OWN,
                null,
                EbmOffice.NOW,
                "",
                new Ebd.Heartbeat(EbmOffice.NOW)),
            Map.of("预警.mp3", new byte[3]));
    assertTrue(EbdPackage.isTar(named.pack()));
    var xml =
        ("<?xml version=\"1.0\"?><alert>" + " ".repeat(2_000)).getBytes(StandardCharsets.UTF_8);
    assertFalse(EbdPackage.isTar(xml));
    assertFalse(EbdPackage.isTar(new byte[0]));
  }

  private static Refusal refusal(org.junit.jupiter.api.function.Executable work) {
    return assertThrows(Refusal.class, work);
  }
}
