package firstline.broadcast.spoken;

import static firstline.broadcast.programme.ProgrammeTables.NOW;
import static firstline.broadcast.programme.ProgrammeTables.SQL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.broadcast.media.KeepMedia;
import firstline.broadcast.media.MakeSound;
import firstline.broadcast.media.MediaQueries;
import firstline.broadcast.programme.BuildProgrammes;
import firstline.broadcast.programme.ProgrammeChange;
import firstline.broadcast.programme.ProgrammeTables;
import firstline.persistence.file.FileStore;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.time.Clocks;
import firstline.testkit.clock.MutableClock;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Emergencies on the real database; the voice is heard in MakingSpeechTest. */
class RecordingEmergenciesTest {
  private static int cities;

  private final MutableClock clock = MutableClock.at(NOW);
  private final TestCity city = TestCity.found(SQL, "9632" + (10 + cities++));
  private final UUID audience = city.speaker("SP-" + city.code(), city.code()).audience();
  private final OfficerOnDuty officer = TestDesk.known(city, BroadcastRights.EMERGENCY);
  private final BuildProgrammes builder = ProgrammeTables.builder(SQL, clock);
  private final String sha256 = city.code().substring(0, 8).repeat(8);
  private final List<String> asked = new ArrayList<>();
  private int noted;
  private boolean busy;

  private final KeepSpoken keepSpoken =
      new KeepSpoken(
          SQL,
          new ProgrammeChange() {
            @Override
            public void note() {
              noted++;
            }
          },
          clock);

  private final SpeakEmergencies speakEmergencies =
      new SpeakEmergencies(
          new MakeSound() {
            @Override
            public List<String> missingForSpeech(String language) {
              return List.of();
            }

            @Override
            public String fromOrdered(
                String text, String language, String area, KeepMedia.Owner owner) {
              if (busy) {
                throw new Refusal("media.busy");
              }
              asked.add(text + " " + language + " " + area + " " + owner.name());
              sound();
              return sha256;
            }
          },
          keepSpoken,
          SQL,
          clock);

  private void sound() {
    var file = UUID.randomUUID();
    SQL.update(
        """
        insert into stored_file (id, sha256, bytes, media_type, name, area_code, created_at)
        values (?, ?, 4711, 'audio/mpeg', 'a', ?, now())
        """,
        file,
        sha256,
        city.code());
    SQL.update(
        """
        insert into media (id, area_code, sha256, file_id, opus_file_id, bytes, length, loudness,
          peak, made, codec, name, made_at, officer_name)
        values (?, ?, ?, ?, ?, 4711, 9000, -16, -2, 'SPEECH', 'wav', 'a', now(), '周')
        """,
        UUID.randomUUID(),
        city.code(),
        sha256,
        file,
        file);
  }

  private UUID ordered() {
    var schedule =
        city.schedule(
            city.code(),
            "EMERGENCY",
            1,
            LocalDateTime.ofInstant(clock.instant(), Clocks.ZONE).toString(),
            "",
            clock.instant());
    city.target(schedule, true, "AREA", city.code());
    SQL.update(
        """
        insert into schedule_step (id, schedule_id, verb, state, at, officer_id, officer_name,
          department_name) values (?, ?, 'ORDERED', 'APPROVED', ?, ?, ?, '广电')
        """,
        UUID.randomUUID(),
        schedule,
        clock.instant(),
        officer.id(),
        officer.name());
    return schedule;
  }

  /** Those of earlier tests are over: an hour is more than their slot. */
  private boolean speak() {
    return speakEmergencies.isWaiting() && speakEmergencies.speak();
  }

  private JsonObject item() {
    return ProgrammeTables.programme(audience).getJsonArray("items").getJsonObject(0);
  }

  private JsonObject play() {
    return ProgrammeTables.programme(audience).getJsonArray("plays").getJsonObject(0);
  }

  private void laterThanOtherTests() {
    clock.move(Duration.ofHours(cities));
  }

  @Test
  @Requirement({"R55.1", "R55.2"})
  void theRecordingComesBesideTheTextUnderTheSamePlay() {
    laterThanOtherTests();
    var schedule = ordered();
    builder.build();
    assertTrue(item().getJsonArray("media").isEmpty());
    var before = play();
    var revision = ProgrammeTables.programme(audience).getInt("revision");
    assertTrue(speak());
    assertEquals(List.of("请注意防火 zh " + city.code() + " 王敏"), asked);
    assertEquals(1, noted);
    builder.build();
    assertEquals("请注意防火", item().getString("text"));
    assertEquals(sha256, item().getJsonArray("media").getJsonObject(0).getString("sha256"));
    assertEquals(before, play());
    assertTrue(ProgrammeTables.programme(audience).getInt("revision") > revision);
    // An officer who read the page before cancels what they read.
    assertEquals(
        1L,
        SQL.<Long>one("select version from schedule where id = ?", row -> row.number(1), schedule));
    assertFalse(speak());
  }

  @Test
  @Requirement("R55.2")
  void itIsToBeHadUntilTheEmergencyIsCancelled() throws Exception {
    laterThanOtherTests();
    var schedule = ordered();
    assertTrue(speak());
    var media =
        new MediaQueries(
            SQL,
            TestDesk.running(officer, BroadcastRights.EMERGENCY),
            new FileStore(Files.createTempDirectory("recorded")));
    assertEquals(sha256, media.approved(sha256).file().sha256());
    builder.build();
    city.withdraw(schedule, clock.instant().plusSeconds(1));
    builder.build();
    assertEquals(1, ProgrammeTables.withdrawn(audience).size());
    assertThrows(NotFound.class, () -> media.approved(sha256));
  }

  @Test
  @Requirement("R55.3")
  void whatFailsIsTriedFiveTimesWhileItLastsAndTheTextStays() {
    laterThanOtherTests();
    ordered();
    builder.build();
    busy = true;
    for (var attempt = 0; attempt < 5; attempt++) {
      assertEquals("media.busy", assertThrows(Refusal.class, speakEmergencies::speak).code());
      assertFalse(speakEmergencies.isWaiting(), "not at once again");
      clock.move(Duration.ofSeconds(20));
    }
    assertFalse(speakEmergencies.isWaiting());
    builder.build();
    assertEquals("请注意防火", item().getString("text"));
    assertEquals(0, noted);
  }

  @Test
  @Requirement("R55.1")
  void whatIsOverOrWithdrawnIsNotRecorded() {
    laterThanOtherTests();
    city.withdraw(ordered(), clock.instant());
    assertFalse(speakEmergencies.isWaiting());
    ordered();
    clock.move(Duration.ofMinutes(6));
    assertFalse(speakEmergencies.isWaiting());
  }
}
