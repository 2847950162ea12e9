package firstline.broadcast.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestCity.Terminal;
import firstline.broadcast.TestDesk;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An emergency that is heard in one village and not in another. */
class CallingVillagesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  private static final Sql SQL = TestDatabase.keptOwner();
  private static int cities;

  private final MutableClock clock = MutableClock.at(NOW);
  private final TestCity city = TestCity.found(SQL, "9551%02d".formatted(++cities));
  private final String heard = village("001");
  private final String silent = village("002");
  private final Terminal loud = speaker(heard);
  private final Terminal mute = speaker(silent);
  private final long play = ordered();

  private String village(String digits) {
    return city.area(city.code(), city.code().substring(0, 9) + digits, "VILLAGE");
  }

  private Terminal speaker(String area) {
    var speaker = city.speaker("CV-" + area, area);
    SQL.update(
        "insert into speaker_stay (speaker_no, audience_id, since) values (?, ?, ?)",
        speaker.no(),
        speaker.audience(),
        NOW.minus(Duration.ofDays(1)));
    return speaker;
  }

  private long ordered() {
    var schedule = city.schedule(city.code(), "EMERGENCY", 1, "2026-11-25T09:30:00", "", NOW);
    city.target(schedule, true, "AREA", city.code());
    return city.occurrence(schedule, NOW);
  }

  private void started(Terminal speaker) {
    SQL.update(
        """
        insert into receipt (received_at, at, speaker_no, journal, sequence, play_no, event, heard,
          reason, hash) values (?, ?, ?, gen_random_uuid(), 1, ?, 'STARTED', 0, '', '')
        """,
        clock.instant(),
        clock.instant(),
        speaker.no(),
        play);
  }

  private List<String> tasks() {
    TestDatabase.inTransaction(sql -> new OpenCalls(sql, clock).open());
    return SQL.list(
        "select area_code from call_task where play_no = ? order by area_code",
        row -> row.text(1),
        play);
  }

  private Desk desk(String path) {
    return TestDesk.at(SQL, city.department(), silent, path, BroadcastRights.CALL);
  }

  @Test
  @Requirement("R46.1")
  void thePlaceWithoutASpeakerThatBeganIsCalledOnce() {
    started(loud);
    clock.move(Duration.ofSeconds(59));
    assertEquals(List.of(), tasks(), "not yet");
    clock.move(Duration.ofSeconds(1));
    assertEquals(List.of(silent), tasks());
    clock.move(Duration.ofSeconds(5));
    started(mute);
    assertEquals(List.of(silent), tasks(), "once, and a later receipt does not take it away");
  }

  @Test
  @Requirement("R46.2")
  void whoToldThePlaceIsKeptForGood() {
    clock.move(Duration.ofMinutes(2));
    assertEquals(List.of(heard, silent), tasks());
    var desk = desk(city.code() + "/" + silent + "/");
    desk.begin(BroadcastRights.READ);
    var line = new CallQueries(SQL, desk).list();
    assertEquals(1, line.size(), "the village sees its own");
    desk.begin(BroadcastRights.CALL);
    var command = new AcknowledgeCall.Command(line.get(0).id(), AcknowledgeCall.How.VOICE, " 敲锣 ");
    TestDatabase.inTransaction(
        sql -> {
          new AcknowledgeCall(sql, desk, clock).acknowledge(command);
          return 0;
        });
    assertThrows(Refusal.class, () -> new AcknowledgeCall(SQL, desk, clock).acknowledge(command));
    var stranger = desk(city.code() + "/" + heard + "/");
    stranger.begin(BroadcastRights.CALL);
    assertThrows(
        NotFound.class, () -> new AcknowledgeCall(SQL, stranger, clock).acknowledge(command));
    assertEquals(
        "VOICE 敲锣 王敏",
        SQL.one(
            "select how || ' ' || note || ' ' || officer_name from call_task where id = ?",
            row -> row.text(1),
            command.id()));
  }

  @Test
  @Requirement("R46.3")
  void whatBeganAfterAllIsSettledTogetherAndTheSilentStayOpen() {
    clock.move(Duration.ofMinutes(2));
    assertEquals(List.of(heard, silent), tasks());
    var desk = desk(city.code() + "/");
    desk.begin(BroadcastRights.CALL);
    var settle = new AcknowledgeBegun(SQL, desk, clock);
    assertEquals("call.silent", assertThrows(Refusal.class, () -> settle.acknowledge(play)).code());
    started(loud);
    desk.begin(BroadcastRights.READ);
    assertEquals(1, new CallQueries(SQL, desk).list().get(0).together());
    desk.begin(BroadcastRights.CALL);
    var stranger = desk(city.code() + "/" + silent + "/");
    stranger.begin(BroadcastRights.CALL);
    assertThrows(Refusal.class, () -> new AcknowledgeBegun(SQL, stranger, clock).acknowledge(play));
    int settled = TestDatabase.inTransaction(sql -> settle.acknowledge(play));
    assertEquals(1, settled);
    desk.begin(BroadcastRights.READ);
    assertEquals(
        List.of("", "BEGUN"),
        new CallQueries(SQL, desk).list().stream().map(CallQueries.Line::how).toList());
  }

  @Test
  @Requirement("R46.1")
  void whatWasCancelledCallsNobody() {
    var schedule =
        SQL.one("select schedule_id from occurrence where no = ?", row -> row.id(1), play);
    clock.move(Duration.ofSeconds(30));
    city.withdraw(schedule, clock.instant());
    clock.move(Duration.ofMinutes(2));
    assertEquals(List.of(), tasks());
  }
}
