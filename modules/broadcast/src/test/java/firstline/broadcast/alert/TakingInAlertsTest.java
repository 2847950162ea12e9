package firstline.broadcast.alert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.DatabaseFailure;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TakingInAlertsTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private final AlertOffice office = new AlertOffice("513300000000");

  /** The sample of this city, under a name of its own. */
  private static String rain() {
    return SampleCaps.RAIN
        .replace("511502<", "513302<")
        .replace("51150041600000_20260710063000", "rain-" + COUNT.incrementAndGet());
  }

  @Test
  @Requirement({"R34.4", "R34.5", "R34.6", "R34.8"})
  void anAlertBecomesADraftInItsAreas() {
    var message = rain();
    var taken = office.take(message);
    assertTrue(taken.isNew());
    var alert = taken.alert();
    assertEquals("DRAFT", alert.state());
    assertEquals("EMERGENCY", alert.kind());
    assertEquals(2, alert.level());
    assertEquals(List.of("513302000000"), alert.areas());
    assertEquals(List.of(), alert.unresolved());
    assertEquals("zh-CN", alert.language());
    assertEquals("宜宾市气象台发布暴雨橙色预警", alert.headline());
    assertEquals("宜宾市气象台发布暴雨橙色预警。预计未来三小时翠屏区降雨量将达五十毫米以上。请低洼地带居民立即转移。", alert.text());
    assertEquals("UNSIGNED", alert.signature());
    assertArrayEquals(
        SampleCaps.bytes(message),
        office.sql.one("select raw from alert where id = ?", row -> row.bytes(1), alert.id()));
  }

  @Test
  @Requirement({"R34.6", "R34.8"})
  void theSameMessageAgainChangesNothing() {
    var message = rain();
    var first = office.take(message);
    var again = office.take(message);
    assertFalse(again.isNew());
    assertEquals(first.alert(), again.alert());
    assertFalse(office.take(message.replace("\n", "\n\n")).isNew(), "spaces are no content");
    var changed = message.replace("五十毫米", "五毫米");
    assertEquals("cap.changed", assertThrows(Refusal.class, () -> office.take(changed)).code());
    assertThrows(
        DatabaseFailure.class,
        () ->
            office.sql.update("update alert set raw = ''::bytea where id = ?", first.alert().id()));
    assertThrows(
        DatabaseFailure.class,
        () -> office.sql.update("delete from alert where id = ?", first.alert().id()));
  }

  @Test
  @Requirement("R34.6")
  void ofManyWhoBringItAtOnceOneIsTheFirst() throws Exception {
    var message = rain();
    var pool = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> bring =
          () ->
              TestDatabase.inTransaction(
                  sql -> new AlertOffice(office.city, sql).take(message).isNew());
      var first = 0;
      for (var brought : pool.invokeAll(Collections.nCopies(8, bring))) {
        first += brought.get() ? 1 : 0;
      }
      assertEquals(1, first);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  @Requirement("R34.5")
  void aCodeIsAnAreaOfTheTreeOrStaysForAPerson() {
    assertEquals(List.of("513302000000"), office.take(coded("CN", "513302000")).alert().areas());
    assertEquals(
        List.of("513300000000"), office.take(coded("GB/T 2260", "513300")).alert().areas());
    var province = office.take(coded("GB2260", "510000")).alert();
    assertTrue(province.areas().contains("513300000000"), "the province is all of the city");
    var elsewhere = office.take(coded("GB2260", "440300")).alert();
    assertEquals(List.of(), elsewhere.areas());
    assertEquals(List.of("翠屏区"), elsewhere.unresolved());
    assertEquals(List.of("翠屏区"), office.take(coded("SAME", "513302")).alert().unresolved());
    for (var code : List.of("513399", "513302999", "513302001001", "999999999999", "000000")) {
      var refusal = assertThrows(Refusal.class, () -> office.take(coded("GB2260", code)));
      assertEquals("cap.area", refusal.code());
      assertEquals("geocode", refusal.arguments().get(0));
    }
  }

  private static String coded(String name, String code) {
    return rain().replace("GB2260", name).replace("513302<", code + "<");
  }

  @Test
  @Requirement("R34.4")
  void theLevelFollowsFromThreeWords() {
    var levels = new TreeMap<String, Integer>();
    for (var severity : List.of("Extreme", "Severe", "Moderate", "Minor", "Unknown")) {
      levels.put(severity, level(severity, "Immediate", "Likely"));
    }
    assertEquals(
        Map.of("Extreme", 1, "Severe", 2, "Moderate", 3, "Minor", 4, "Unknown", 4), levels);
    assertEquals(2, level("Extreme", "Past", "Likely"));
    assertEquals(2, level("Extreme", "Future", "Unlikely"));
    assertEquals(3, level("Extreme", "Past", "Unlikely"));
    assertEquals(4, level("Minor", "Past", "Unlikely"));
  }

  private static int level(String severity, String urgency, String certainty) {
    var cap =
        CapReader.read(
            SampleCaps.bytes(
                SampleCaps.RAIN
                    .replace("Severe", severity)
                    .replace("Immediate", urgency)
                    .replace("Likely", certainty)));
    return Mapping.level(cap.infos().get(0));
  }

  @Test
  @Requirement("R34.4")
  void onlyWhatIsActualAndPublicIsAnEmergency() {
    var exercise = office.take(rain().replace("Actual", "Exercise")).alert();
    assertEquals("DRILL", exercise.kind());
    assertEquals("DRAFT", exercise.state());
    for (var status : List.of("Test", "System", "Draft")) {
      var alert = office.take(rain().replace("Actual", status)).alert();
      assertEquals("NONE", alert.kind());
      assertEquals("IGNORED", alert.state());
      assertEquals("STATUS", alert.reason());
    }
    assertEquals("SCOPE", office.take(rain().replace("Public", "Private")).alert().reason());
    assertEquals("MESSAGE_TYPE", office.take(typed("Ack", "")).alert().reason());
    var bare = rain();
    var without = bare.substring(0, bare.indexOf("<info>")) + "</alert>";
    assertEquals("NO_INFO", office.take(without).alert().reason());
    office.clock.set(Instant.parse("2026-07-11T00:00:00Z"));
    assertEquals("EXPIRED", office.take(rain()).alert().state());
  }

  @Test
  @Requirement("R34.1")
  void aMessageOfTomorrowsTomorrowIsRefused() {
    var refusal =
        assertThrows(
            Refusal.class,
            () -> office.take(rain().replace("<sent>2026-07-10", "<sent>9999-07-12")));
    assertEquals("cap.sent-ahead", refusal.code());
    assertEquals("sent", refusal.arguments().get(0));
  }

  @Test
  @Requirement("R34.8")
  void whoHoldsNoRightAtTheirAreaTakesNothingIn() {
    var stranger = office.takeIn(office.desk(office.city, "110000000000/"));
    var command = new TakeInAlert.Command(SampleCaps.bytes(rain()), Alerts.Way.API);
    assertThrows(NotFound.class, () -> stranger.take(command));
  }

  @Test
  @Requirement("R34.7")
  void anUpdateSupersedesAndACancellationCancels() {
    var first = office.take(named("A1", "Alert", "")).alert();
    var update = office.take(named("A2", "Update", reference("A1"))).alert();
    assertEquals("SUPERSEDED", office.state("A1"));
    assertEquals("DRAFT", update.state());
    var cancel = office.take(named("A3", "Cancel", reference("A1") + " " + reference("A2")));
    assertEquals("IGNORED", cancel.alert().state());
    assertEquals("CANCELLED", office.state("A1"));
    assertEquals("CANCELLED", office.state("A2"));
    assertEquals(
        cancel.alert().id(), AlertRows.one(first.id(), office.sql).orElseThrow().endedBy());
  }

  @Test
  @Requirement("R34.7")
  void whatWasCancelledBeforeItCameIsCancelled() {
    office.take(named("B2", "Cancel", reference("B1")));
    assertEquals("CANCELLED", office.take(named("B1", "Alert", "")).alert().state());
  }

  @Test
  @Requirement("R34.7")
  void nobodyElseCancels() {
    office.take(named("C1", "Alert", ""));
    office.take(named("C2", "Cancel", reference("C1")).replace("<sender>qx@", "<sender>evil@"));
    office.take(named("C3", "Cancel", reference("C1")).replace("Actual", "Exercise"));
    office.take(named("C4", "Update", reference("C1")).replace("Actual", "Test"));
    var below = office.takeIn(office.desk(office.county, office.county));
    assertEquals("DRAFT", office.state("C1"));
    assertThrows(
        NotFound.class,
        () ->
            below.take(
                new TakeInAlert.Command(
                    SampleCaps.bytes(named("C5", "Cancel", reference("C1"))), Alerts.Way.API)));
    var county = office.takeIn(office.desk(office.county, office.city + "/" + office.county + "/"));
    county.take(
        new TakeInAlert.Command(
            SampleCaps.bytes(named("C6", "Cancel", reference("C1"))), Alerts.Way.API));
    assertEquals("DRAFT", office.state("C1"), "a county does not cancel what the city took in");
    office.take(named("C7", "Cancel", reference("C1")));
    assertEquals("CANCELLED", office.state("C1"));
  }

  @Test
  @Requirement("R34.7")
  void theOrderOfArrivalDoesNotMatter() {
    var arrivals =
        TestDatabase.inTransaction(
            sql -> {
              var here = new AlertOffice(office.city, sql);
              var run = new AtomicInteger();
              var ended = new TreeMap<String, Integer>();
              Seeded.cases(
                  12,
                  draw -> {
                    var messages = messages(draw);
                    var first = states(here, messages, "x" + run.incrementAndGet() + "-");
                    var shuffled = draw.shuffled(messages);
                    assertEquals(first, states(here, shuffled, "x" + run.incrementAndGet() + "-"));
                    first.values().forEach(state -> ended.merge(state, 1, Integer::sum));
                  });
              return ended;
            });
    assertEquals(
        Set.of("DRAFT", "SUPERSEDED", "CANCELLED", "IGNORED"), arrivals.keySet(), "all occur");
  }

  private record Message(String name, String type, List<String> references, int minute) {}

  private static List<Message> messages(Draw draw) {
    var messages = new ArrayList<Message>();
    for (var i = 0; i < 6; i++) {
      var earlier = messages.stream().map(Message::name).toList();
      messages.add(
          new Message(
              "M" + i,
              i == 0 ? "Alert" : draw.of("Alert", "Update", "Update", "Cancel"),
              earlier.isEmpty() ? List.of() : draw.list(0, 2, each -> each.of(earlier)),
              i));
    }
    return messages;
  }

  private static Map<String, String> states(
      AlertOffice office, List<Message> messages, String prefix) {
    for (var message : messages) {
      var references =
          String.join(
              " ",
              message.references().stream()
                  .map(
                      name ->
                          "qx@yibin.example.cn,"
                              + prefix
                              + name
                              + ",2026-07-10T06:3"
                              + name.substring(1)
                              + ":00+08:00")
                  .toList());
      office.take(
          named(prefix + message.name(), message.type(), references)
              .replace("06:30:00+08:00</sent>", "06:3" + message.minute() + ":00+08:00</sent>"));
    }
    var states = new TreeMap<String, String>();
    messages.forEach(message -> states.put(message.name(), office.state(prefix + message.name())));
    return states;
  }

  private static String typed(String type, String references) {
    var message = rain().replace("<msgType>Alert", "<msgType>" + type);
    return references.isEmpty()
        ? message
        : message.replace(
            "<code>应急</code>", "<code>应急</code><references>" + references + "</references>");
  }

  private static String named(String identifier, String type, String references) {
    return typed(type, references).replaceFirst("<identifier>[^<]*", "<identifier>" + identifier);
  }

  private static String reference(String identifier) {
    return "qx@yibin.example.cn," + identifier + ",2026-07-09T22:30:00+00:00";
  }
}
