package firstline.broadcast.live;

import static firstline.broadcast.live.LiveTables.NOW;
import static firstline.broadcast.live.LiveTables.SQL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.ProgrammeTables;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.OfficerOnDuty;
import firstline.testkit.clock.MutableClock;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

/** Live pages on the real database: into the programmes, to their end, and what is kept. */
class EndingLivePagesTest {
  private static int cities;

  private final MutableClock clock = MutableClock.at(NOW);
  private final TestCity city = TestCity.found(SQL, "9482" + (10 + cities++));
  private final OfficerOnDuty officer = TestDesk.known(city, BroadcastRights.EMERGENCY);
  private final UUID schedule = LiveTables.schedule(city);
  private final UUID stream = LiveTables.stream(city, schedule, officer);
  private final List<UUID> told = new ArrayList<>();
  private final List<UUID> off = new ArrayList<>();

  private void sweep() {
    new SweepLive(SQL, clock, ended -> told.add(ended.stream()), (one, now) -> off.add(one))
        .sweep();
  }

  private void speak(int number) {
    new TakePiece(SQL, TestDesk.running(officer, BroadcastRights.EMERGENCY), clock, piece -> {})
        .take(new TakePiece.Command(stream, number, new byte[16_000]));
  }

  @Test
  @Requirement("R48.1")
  void theProgrammeOfItsPlacesNamesTheStream() {
    var audience = city.speaker("LV-" + city.code(), city.code()).audience();
    ProgrammeTables.builder(SQL, clock).build();
    var programme = ProgrammeTables.programme(audience);
    var item = programme.getJsonArray("items").getValuesAs(JsonObject.class).get(0);
    assertEquals(stream.toString(), item.getString("live"));
    var play = programme.getJsonArray("plays").getValuesAs(JsonObject.class).get(0);
    assertEquals("LIVE", play.getString("kind"));
    assertEquals(NOW.toEpochMilli(), play.getJsonNumber("start").longValue());
  }

  @Test
  @Requirement("R48.1")
  void anOrderLastsAtMostAnHourAndIsHeardToItsEnd() {
    var plan = OrderLive.plan(new OrderLive.Command(" 请转移 ", List.of(city.code()), 60, 80), NOW);
    assertEquals(Kind.LIVE, plan.kind());
    assertEquals("请转移", plan.text());
    assertEquals("2026-11-25T09:30", plan.when().dtstart());
    assertEquals(Duration.ofSeconds(3_630), plan.slot());
    for (var minutes : List.of(0, 61, -1)) {
      var command = new OrderLive.Command("请转移", List.of(city.code()), minutes, 80);
      assertEquals(
          "live.minutes", assertThrows(Refusal.class, () -> OrderLive.plan(command, NOW)).code());
    }
  }

  @Test
  @Requirement("R48.4")
  void twentySecondsWithoutAPieceEndIt() {
    clock.move(Duration.ofSeconds(15));
    speak(1);
    clock.move(Duration.ofSeconds(19));
    sweep();
    assertEquals("", LiveTables.ended(stream));
    clock.move(Duration.ofSeconds(1));
    sweep();
    sweep();
    assertEquals("SILENCE", LiveTables.ended(stream));
    assertEquals(List.of(stream), told.stream().filter(stream::equals).toList());
  }

  @Test
  @Requirement("R48.4")
  void itsTimeOrAWithdrawalEndIt() {
    for (var number = 1; number <= 20; number++) {
      speak(number);
      sweep();
      clock.move(Duration.ofSeconds(15));
    }
    assertEquals("", LiveTables.ended(stream));
    sweep();
    assertEquals("TIME", LiveTables.ended(stream));
    var other = LiveTables.schedule(city);
    var withdrawn = LiveTables.stream(city, other, officer);
    city.withdraw(other, NOW);
    sweep();
    assertEquals("WITHDRAWN", LiveTables.ended(withdrawn));
  }

  @Test
  @Requirement("R48.4")
  void speakersHearTheEndBeforeItIsTakenOff() {
    SQL.update(
        "update live_stream set ended_at = ?, ended_by = 'OFFICER' where id = ?", NOW, stream);
    clock.move(Duration.ofSeconds(9));
    sweep();
    assertEquals(0, off.stream().filter(schedule::equals).count());
    clock.move(Duration.ofSeconds(1));
    sweep();
    sweep();
    assertEquals(1, off.stream().filter(schedule::equals).count());
  }

  @Test
  @Requirement("R48.5")
  void allThatWasSaidIsOneSound() throws Exception {
    var wave = Companded.wave(List.of(new byte[16_000], new byte[8_000]));
    try (var in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wave))) {
      assertEquals(AudioFormat.Encoding.ULAW, in.getFormat().getEncoding());
      assertEquals(16_000, in.getFormat().getSampleRate());
      assertEquals(1, in.getFormat().getChannels());
      assertEquals(24_000, in.getFrameLength());
    }
  }

  @Test
  @Requirement("R48.5")
  void aRecordingIsMadeByOneNodeAndKeptWithThePage() {
    var hash = "e5".repeat(32);
    var file = UUID.randomUUID();
    SQL.update(
        """
        insert into stored_file (id, sha256, bytes, media_type, name, area_code, created_at)
        values (?, ?, 4711, 'audio/mpeg', 'a', ?, now())
        """,
        file,
        hash,
        city.code());
    SQL.update(
        """
        insert into media (id, area_code, sha256, file_id, opus_file_id, bytes, length, loudness,
          peak, made, codec, name, made_at, officer_name)
        values (?, ?, ?, ?, ?, 4711, 9000, -16, -2, 'RECORDING', 'pcm_mulaw', 'a', now(), '彭涛')
        """,
        UUID.randomUUID(),
        city.code(),
        hash,
        file,
        file);
    var keeping = new KeepRecording(SQL, clock);
    assertEquals(true, keeping.begin(stream));
    assertEquals(false, keeping.begin(stream));
    clock.move(Duration.ofMinutes(11));
    assertEquals(true, keeping.begin(stream));
    keeping.keep(stream, city.code(), List.of("", hash));
    assertEquals(
        List.of("2 " + hash),
        SQL.list(
            """
            select r.position || ' ' || m.sha256 from live_recording r
              join media m on m.id = r.media_id where r.stream_id = ?
            """,
            row -> row.text(1),
            stream));
    clock.move(Duration.ofMinutes(11));
    assertEquals(false, keeping.begin(stream));
  }
}
