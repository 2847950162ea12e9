package firstline.broadcast.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.TestCity;
import firstline.broadcast.programme.BuildProgrammes;
import firstline.broadcast.programme.ProgrammeTables;
import firstline.persistence.database.DatabaseFailure;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.seed.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Edits of approved schedules on the real database, down to the programmes of the speakers. */
class HandingPlaysOverTest {
  private static final Sql SQL = ProgrammeTables.SQL;

  /** 09:30 in China. */
  private static final Instant NOW = ProgrammeTables.NOW;

  private static final String DAILY = "FREQ=DAILY";
  private static int cities;

  private final MutableClock clock = MutableClock.at(NOW);
  private final BuildProgrammes builder = ProgrammeTables.builder(SQL, clock);
  private final TestCity city = TestCity.found(SQL, "9601" + (10 + cities++));
  private final Edits edits = new Edits(SQL, city, clock);
  private final UUID audience = city.speaker("HP-" + cities, city.code()).audience();

  private void refused(String code, Runnable work) {
    assertEquals(code, assertThrows(Refusal.class, work::run).code());
  }

  private List<String> starts() {
    return ProgrammeTables.starts(audience).stream()
        .map(
            start ->
                LocalDateTime.ofInstant(Instant.parse(start), Clocks.ZONE).toString().substring(8))
        .toList();
  }

  /** Days and times that the village's speaker was to play, by whatever schedule. */
  private List<String> planned() {
    return SQL.list(
        """
        select p.start from planned_play p where p.area_code = ? order by p.start
        """,
        row -> LocalDateTime.ofInstant(row.instant(1), Clocks.ZONE).toString().substring(8),
        city.code());
  }

  /** The speaker has hung there for a month. */
  private void stays() {
    SQL.update(
        """
        insert into speaker_stay (speaker_no, audience_id, since)
        select no, audience_id, ? from speaker where audience_id = ?
        """,
        NOW.minus(Duration.ofDays(30)),
        audience);
  }

  @Test
  @Requirement({"R44.4", "R44.5"})
  void onePlayGoesOverAndOnlyThat() {
    var original = edits.schedule("2026-11-25T18:30:00", DAILY);
    stays();
    builder.build();
    var before = ProgrammeTables.revisions(city).get(audience);
    var successor =
        edits.draft(original, Scope.THIS, "2026-11-27T10:30:00Z", "2026-11-27T19:45:00", "");
    builder.build();
    assertEquals(before, ProgrammeTables.revisions(city).get(audience), "a draft changes nothing");
    assertEquals(1, edits.version(original));
    edits.approve(successor);
    builder.build();
    assertEquals(
        List.of(
            "25T18:30",
            "26T18:30",
            "27T19:45",
            "28T18:30",
            "29T18:30",
            "30T18:30",
            "01T18:30",
            "02T18:30"),
        starts());
    assertTrue(ProgrammeTables.revisions(city).get(audience) > before, "within one build");
    assertEquals(1, ProgrammeTables.withdrawn(audience).size(), "speakers are told");
    assertEquals(starts(), planned(), "planned by nobody, and the new one by the speaker");
  }

  @Test
  @Requirement("R44.5")
  void thisAndTheFollowingGoOver() {
    var original = edits.schedule("2026-11-25T18:30:00", DAILY);
    stays();
    builder.build();
    // The successor's rule begins earlier; its plays do not.
    edits.approve(
        edits.draft(
            original, Scope.FOLLOWING, "2026-11-28T10:30:00Z", "2026-11-20T07:00:00", DAILY));
    builder.build();
    assertEquals(
        List.of(
            "25T18:30",
            "26T18:30",
            "27T18:30",
            "28T07:00",
            "29T07:00",
            "30T07:00",
            "01T07:00",
            "02T07:00"),
        starts());
    assertEquals(starts(), planned());
  }

  @Test
  @Requirement("R44.5")
  void allGoOverAndWhatHasBegunStays() {
    clock.set(NOW.minus(Duration.ofHours(1)));
    var original = edits.schedule("2026-11-20T09:28:00", DAILY);
    stays();
    builder.build();
    clock.set(NOW);
    edits.approve(edits.draft(original, Scope.ALL, null, "2026-11-20T09:29:30", DAILY));
    builder.build();
    assertEquals("25T09:28", starts().get(0), "it sounds, and goes on to its end");
    assertEquals("26T09:29:30", starts().get(1), "a successor sounds from its approval on");
    assertEquals(starts(), planned());
    var sounding =
        SQL.one(
            """
            select count(*) from occurrence
            where schedule_id = ? and start <= ? and withdrawn_at is not null
            """,
            row -> row.number(1),
            original,
            NOW);
    assertEquals(0, sounding);
  }

  @Test
  @Requirement("R44.6")
  void whatChangedMeanwhileIsNotTakenOver() {
    var original = edits.schedule("2026-11-25T18:30:00", DAILY);
    var start = "2026-11-27T10:30:00Z";
    var first = edits.draft(original, Scope.THIS, start, "2026-11-27T19:45:00", "");
    var second = edits.draft(original, Scope.FOLLOWING, start, "2026-11-27T20:00:00", DAILY);
    edits.approve(first);
    refused("schedule.replace-changed", () -> edits.approve(second));
    assertEquals(
        "REVIEW",
        SQL.one("select state from schedule where id = ?", row -> row.text(1), second),
        "nothing of it happened");
    refused(
        "schedule.replace-no-play",
        () -> edits.draft(original, Scope.THIS, start, "2026-11-27T21:00:00", ""));
    var third =
        edits.draft(original, Scope.THIS, "2026-11-29T10:30:00Z", "2026-11-29T19:45:00", "");
    city.withdraw(original, clock.instant());
    refused("schedule.replace-withdrawn", () -> edits.approve(third));
  }

  /** Moved from the evening to a morning that is gone, today still sounds in the evening. */
  @Test
  @Requirement({"R44.5", "R44.6"})
  void noDayGoesWithoutItsPlay() {
    var original = edits.schedule("2026-11-25T18:30:00", DAILY);
    stays();
    refused(
        "schedule.replace-late",
        () ->
            edits.draft(
                original, Scope.FOLLOWING, "2026-11-25T10:30:00Z", "2026-11-20T07:00:00", DAILY));
    var morning = edits.draft(original, Scope.ALL, null, "2026-11-20T07:00:00", DAILY);
    edits.approve(morning);
    builder.build();
    assertEquals(List.of("25T18:30", "26T07:00"), starts().subList(0, 2));
    // And back: this morning's is over, so the evening begins tomorrow.
    clock.set(NOW.plus(Duration.ofDays(1)));
    edits.approve(edits.draft(morning, Scope.ALL, null, "2026-11-20T18:30:00", DAILY));
    builder.build();
    assertEquals(List.of("25T18:30", "26T07:00", "27T18:30"), starts().subList(0, 3));
    assertEquals(starts(), planned());
  }

  @Test
  @Requirement("R44.6")
  void whatHasBegunIsNotTakenOver() {
    var original = edits.schedule("2026-11-25T18:30:00", DAILY);
    var late = edits.draft(original, Scope.THIS, "2026-11-25T10:30:00Z", "2026-11-26T07:00:00", "");
    clock.set(Instant.parse("2026-11-25T10:30:00Z"));
    refused("schedule.replace-begun", () -> edits.approve(late));
  }

  @Test
  @Requirement({"R44.5", "R44.6"})
  void nobodyHearsNothingOrTheSameTwice() {
    var original = edits.schedule("2026-11-25T18:30:00", DAILY);
    var start = "2026-11-27T10:30:00Z";
    refused(
        "schedule.replace-silent",
        () -> edits.draft(original, Scope.THIS, start, "2026-11-24T18:30:00", ""));
    refused(
        "schedule.replace-silent",
        () ->
            edits.draft(
                original,
                Scope.FOLLOWING,
                start,
                "2026-11-25T18:30:00",
                "FREQ=DAILY;UNTIL=20261126T235959Z"));
    refused(
        "schedule.replace-one",
        () -> edits.draft(original, Scope.THIS, start, "2026-11-27T18:30:00", DAILY));
    refused(
        "schedule.replace-no-play",
        () -> edits.draft(original, Scope.THIS, "2026-11-27T10:31:00Z", "2026-11-27T18:30:00", ""));
    edits.approve(edits.draft(original, Scope.THIS, start, "2026-11-27T18:30:00", ""));
    refused(
        "schedule.replace-single",
        () -> edits.draft(original, Scope.ALL, null, "2026-11-25T18:30:00", DAILY));
  }

  @Test
  @Requirement("R44.5")
  void aPlayThatWasPlannedDuringTheApprovalIsForNobodyToo() {
    var original = edits.schedule("2026-11-25T18:30:00", DAILY);
    stays();
    var start = Instant.parse("2026-11-27T10:30:00Z");
    edits.approve(edits.draft(original, Scope.THIS, start.toString(), "2026-11-27T18:30:00", ""));
    // A build that had read the original before commits after the approval.
    city.occurrence(original, start);
    builder.build();
    assertEquals(8, starts().size());
    assertEquals(starts(), planned());
  }

  /** One play a day, whoever's it is, after any row of edits at any times. */
  @Test
  @Requirement("R44.5")
  void afterAnyEditsEachDayIsHeardOnce() {
    Seeded.cases(
        6,
        draw -> {
          clock.set(NOW);
          SQL.update(
              """
              update schedule set state = 'WITHDRAWN', withdrawn_at = ?, version = version + 1
              where area_code = ? and withdrawn_at is null and approved_at is not null
              """,
              NOW.minus(Duration.ofDays(30)),
              city.code());
          var chain = new ArrayList<UUID>();
          chain.add(edits.schedule("2026-11-20T18:30:00", DAILY));
          for (var left = draw.between(1, 4); left > 0; left--) {
            var newest = chain.get(chain.size() - 1);
            var day = 26 + draw.between(0, 4);
            var at = SQL.one("select dtstart from schedule where id = ?", r -> r.text(1), newest);
            var start =
                LocalDateTime.parse("2026-11-" + day + at.substring(10))
                    .atZone(Clocks.ZONE)
                    .toInstant();
            var time = "T1" + draw.between(5, 9) + ":" + draw.of("00", "15", "45") + ":00";
            try {
              if (draw.chance(0.5)) {
                edits.approve(
                    edits.draft(newest, Scope.THIS, start.toString(), "2026-11-" + day + time, ""));
              } else {
                var all = draw.chance(0.3);
                var next =
                    edits.draft(
                        newest,
                        all ? Scope.ALL : Scope.FOLLOWING,
                        all ? null : start.toString(),
                        "2026-11-20" + time,
                        DAILY);
                edits.approve(next);
                chain.add(next);
              }
            } catch (Refusal refusal) {
              assertTrue(
                  refusal.code().matches("schedule.replace-(no-play|single)"), refusal.code());
            }
          }
          builder.build();
          var days = starts().stream().map(start -> start.substring(0, 2)).toList();
          assertEquals(List.of("25", "26", "27", "28", "29", "30", "01", "02"), days);
        });
  }

  @Test
  @Requirement("R44.5")
  void whatWasHandedOverIsNeverRewritten() {
    var original = edits.schedule("2026-11-25T18:30:00", DAILY);
    edits.approve(edits.draft(original, Scope.ALL, null, "2026-11-25T18:45:00", DAILY));
    var application = TestDatabase.sql();
    assertThrows(
        DatabaseFailure.class, () -> application.update("update schedule_cut set start = now()"));
    assertThrows(DatabaseFailure.class, () -> application.update("delete from schedule_cut"));
    assertThrows(
        DatabaseFailure.class,
        () -> application.update("update schedule_replacement set scope = 'THIS'"));
  }
}
