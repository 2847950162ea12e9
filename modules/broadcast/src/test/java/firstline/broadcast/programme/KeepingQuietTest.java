package firstline.broadcast.programme;

import static firstline.broadcast.programme.ProgrammeTables.NOW;
import static firstline.broadcast.programme.ProgrammeTables.SQL;
import static firstline.broadcast.programme.ProgrammeTables.city;
import static firstline.broadcast.programme.ProgrammeTables.daily;
import static firstline.broadcast.programme.ProgrammeTables.programme;
import static firstline.broadcast.programme.ProgrammeTables.revisions;
import static firstline.broadcast.programme.ProgrammeTables.starts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.TestCity;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Quiet windows and budgets in the programmes, on the real database. */
class KeepingQuietTest {
  private final MutableClock clock = MutableClock.at(NOW);
  private final BuildProgrammes builder = ProgrammeTables.builder(SQL, clock);

  private static UUID window(String area, String dtstart, String rrule, int minutes) {
    var id = UUID.randomUUID();
    SQL.update(
        """
        insert into quiet_window (id, area_code, kind, title, dtstart, rrule, length, set_at)
        values (?, ?, 'OTHER', '安静', ?, ?, ?, ?)
        """,
        id,
        area,
        dtstart,
        rrule,
        minutes,
        NOW);
    return id;
  }

  private static void end(UUID window) {
    SQL.update(
        "update quiet_window set ended_at = ?, version = version + 1 where id = ?",
        NOW.plusSeconds(1),
        window);
  }

  private static UUID budget(String area, int minutes) {
    var id = UUID.randomUUID();
    SQL.update(
        "insert into noise_budget (id, area_code, minutes, set_at) values (?, ?, ?, ?)",
        id,
        area,
        minutes,
        NOW);
    return id;
  }

  /** {@code 25 14:00–25 22:00} in UTC. */
  private static List<String> quiet(UUID audience) {
    return programme(audience).getJsonArray("quiet").getValuesAs(JsonObject.class).stream()
        .map(one -> shown(one, "from") + "–" + shown(one, "until"))
        .toList();
  }

  private static String shown(JsonObject span, String member) {
    var at = Instant.ofEpochMilli(span.getJsonNumber(member).longValue()).toString();
    return at.substring(8, 10) + " " + at.substring(11, 16);
  }

  private static List<Long> planned(TestCity.Terminal speaker) {
    return SQL.list(
        "select play_no from planned_play where speaker_no = ? order by start, play_no",
        row -> row.number(1),
        speaker.no());
  }

  private static TestCity.Terminal staying(TestCity city, String serial, String area) {
    var speaker = city.speaker(serial, area);
    SQL.update(
        "insert into speaker_stay (speaker_no, audience_id, since) values (?, ?, ?)",
        speaker.no(),
        speaker.audience(),
        NOW.minus(Duration.ofDays(1)));
    return speaker;
  }

  @Test
  @Requirement({"R32.9", "R40.1"})
  void aWindowOfTheCityHoldsInEveryVillageAndIsMergedWithTheVillagesOwn() {
    var city = city("954201");
    var village = city.area(city.code(), "954201001001", "VILLAGE");
    var other = city.area(city.code(), "954201001002", "VILLAGE");
    var mine = city.speaker("KQ-1", village).audience();
    var theirs = city.speaker("KQ-2", other).audience();
    window(city.code(), "2026-11-01T22:00:00", "FREQ=DAILY", 480);
    window(village, "2026-11-27T21:30:00", "", 60);
    window(village, "2026-11-27T12:30:00", "", 90);
    builder.build();
    assertEquals("24 14:00–24 22:00", quiet(mine).get(0), "the night that is not over at midnight");
    assertEquals(
        List.of("27 04:30–27 06:00", "27 13:30–27 22:00", "28 14:00–28 22:00"),
        quiet(mine).subList(3, 6));
    assertEquals(9, quiet(theirs).size());
    assertEquals("27 14:00–27 22:00", quiet(theirs).get(3));
  }

  @Test
  @Requirement({"R32.9", "R40.1"})
  void onlyTheAudiencesBelowAChangedWindowGetAnotherProgramme() {
    var city = city("954202");
    var town = city.area(city.code(), "954202001000", "TOWNSHIP");
    var village = city.area(town, "954202001001", "VILLAGE");
    var mine = city.speaker("KQ-3", village).audience();
    var theirs = city.speaker("KQ-4", city.code()).audience();
    builder.build();
    var before = revisions(city);
    assertEquals(0, builder.build());
    var window = window(town, "2026-11-26T09:00:00", "FREQ=DAILY;COUNT=2", 60);
    assertEquals(1, builder.build());
    assertTrue(revisions(city).get(mine) > before.get(mine));
    assertEquals(before.get(theirs), revisions(city).get(theirs));
    assertEquals(List.of("26 01:00–26 02:00", "27 01:00–27 02:00"), quiet(mine));
    end(window);
    assertEquals(1, builder.build());
    assertEquals(List.of(), quiet(mine));
  }

  @Test
  @Requirement("R32.9")
  void anAreasOwnWorkingDaysDecideItsWindows() {
    var city = city("954203");
    var audience = city.speaker("KQ-5", city.code()).audience();
    var window = window(city.code(), "2026-11-01T12:00:00", "FREQ=DAILY", 60);
    end(window);
    SQL.update(
        """
        insert into quiet_window (id, area_code, kind, title, dtstart, rrule, calendar, length,
          set_at) values (?, ?, 'NOON', '午休', '2026-11-01T12:00:00', 'FREQ=DAILY', 'RESTDAYS', 60, ?)
        """,
        UUID.randomUUID(),
        city.code(),
        NOW);
    // The 28th is a Saturday on which this city works.
    SQL.update(
        """
        insert into calendar_overlay (area_code, day, working, name)
        values (?, date '2026-11-28', true, '调休')
        """,
        city.code());
    builder.build();
    assertEquals(List.of("29 04:00–29 05:00"), quiet(audience));
  }

  @Test
  @Requirement({"R32.10", "R32.11"})
  void whatDoesNotFitIntoTheDaysMinutesIsPlannedForNobodyOfTheVillage() {
    var city = city("954204");
    var village = city.area(city.code(), "954204001001", "VILLAGE");
    var other = city.area(city.code(), "954204001002", "VILLAGE");
    var mine = staying(city, "KQ-6", village);
    var theirs = staying(city, "KQ-7", other);
    var of = daily(city, city.code());
    var second = city.schedule(village, "ROUTINE", 0, "2026-11-25T19:30:00", "FREQ=DAILY", NOW);
    city.target(second, true, "AREA", city.code());
    var loud = city.schedule(village, "EMERGENCY", 1, "2026-11-25T20:30:00", "", NOW);
    city.target(loud, true, "AREA", village);
    var budget = budget(village, 1);
    builder.build();
    assertEquals(9, starts(mine.audience()).size(), "a minute a day, and the emergency");
    assertTrue(starts(mine.audience()).contains("2026-11-25T12:30:00Z"));
    assertTrue(
        starts(mine.audience()).contains("2026-11-26T10:30:00Z"), "the city before a village");
    assertEquals(16, starts(theirs.audience()).size());
    assertEquals(9, planned(mine).size());
    assertEquals(16, planned(theirs).size());
    assertEquals(0, builder.build());
    // What has begun is not decided again.
    clock.move(Duration.ofHours(11));
    SQL.update("update noise_budget set ended_at = ? where id = ?", clock.instant(), budget);
    builder.build();
    assertEquals(16, starts(mine.audience()).size(), "all but the one whose time has come");
    assertEquals(16, planned(mine).size());
    assertNotEquals(of, second);
  }

  @Test
  @Requirement("R32.10")
  void whatAWindowSilencesUsesUpNothing() {
    var city = city("954205");
    var audience = city.speaker("KQ-8", city.code()).audience();
    daily(city, city.code());
    var second = city.schedule(city.code(), "DRILL", 0, "2026-11-26T19:30:00", "FREQ=DAILY", NOW);
    city.target(second, true, "AREA", city.code());
    budget(city.code(), 1);
    window(city.code(), "2026-11-26T18:00:00", "", 45);
    builder.build();
    assertTrue(starts(audience).contains("2026-11-26T11:30:00Z"), "the drill of a quiet evening");
    assertTrue(!starts(audience).contains("2026-11-27T11:30:00Z"), "a drill counts as routine");
  }
}
