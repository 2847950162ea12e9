package firstline.broadcast.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.conflict.Candidate;
import firstline.broadcast.conflict.CheckConflicts;
import firstline.broadcast.conflict.Finding;
import firstline.broadcast.conflict.Findings;
import firstline.broadcast.programme.BuildProgrammes;
import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.ProgrammeTables;
import firstline.broadcast.quiet.QuietOffice;
import firstline.broadcast.recurrence.Recurrence;
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
import org.jspecify.annotations.Nullable;
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
  private final Replacements replacements = new Replacements(SQL);
  private final TestCity city = TestCity.found(SQL, "9601" + (10 + cities++));
  private final UUID audience = city.speaker("HP-" + cities, city.code()).audience();

  private UUID schedule(String dtstart, String rule) {
    var id = city.schedule(city.code(), "ROUTINE", 0, dtstart, rule, clock.instant());
    city.target(id, true, "AREA", city.code());
    return id;
  }

  /** Drafts the edit; the successor is approved by {@link #approve}. */
  private UUID draft(
      UUID original, Scope scope, @Nullable String start, String dtstart, String rule) {
    var edit = new Replacements.Edit(scope, start == null ? null : Instant.parse(start));
    var version = version(original);
    var when = new Recurrence.Text(dtstart, rule, null, List.of(), null);
    replacements.check(original, edit, when, clock.instant());
    var successor = draft(dtstart, rule);
    replacements.begin(successor, original, version, edit);
    return successor;
  }

  private UUID draft(String dtstart, String rule) {
    var id = schedule(dtstart, rule);
    // The fixture knows approved schedules only; a copy without its approval is a draft.
    var draft = UUID.randomUUID();
    SQL.update(
        """
        insert into schedule (id, version, area_code, department_id, department_name, number, title,
          kind, level, item_id, state, dtstart, timezone, rrule, length, slot, tolerance,
          preemption, volume, hash, drafted_at)
        select ?, 1, area_code, department_id, department_name, ?, title, kind, level, item_id,
          'REVIEW', dtstart, timezone, rrule, length, slot, tolerance, preemption, volume, hash,
          drafted_at
        from schedule where id = ?
        """,
        draft,
        draft.toString(),
        id);
    SQL.update("update schedule_target set schedule_id = ? where schedule_id = ?", draft, id);
    SQL.update("delete from schedule where id = ?", id);
    return draft;
  }

  private void approve(UUID successor) {
    TestDatabase.inTransaction(
        sql -> {
          sql.update(
              """
              update schedule set state = 'APPROVED', approved_at = ?, version = version + 1
              where id = ?
              """,
              clock.instant(),
              successor);
          return new Replacements(sql).carryOut(successor, clock.instant());
        });
  }

  private void refused(String code, Runnable work) {
    assertEquals(code, assertThrows(Refusal.class, work::run).code());
  }

  private static long version(UUID schedule) {
    return SQL.one("select version from schedule where id = ?", row -> row.number(1), schedule);
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
    var original = schedule("2026-11-25T18:30:00", DAILY);
    stays();
    builder.build();
    var before = ProgrammeTables.revisions(city).get(audience);
    var successor = draft(original, Scope.THIS, "2026-11-27T10:30:00Z", "2026-11-27T19:45:00", "");
    builder.build();
    assertEquals(before, ProgrammeTables.revisions(city).get(audience), "a draft changes nothing");
    assertEquals(1, version(original));
    approve(successor);
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
    var original = schedule("2026-11-25T18:30:00", DAILY);
    stays();
    builder.build();
    // The successor's rule begins earlier; its plays do not.
    approve(draft(original, Scope.FOLLOWING, "2026-11-28T10:30:00Z", "2026-11-20T07:00:00", DAILY));
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
    var original = schedule("2026-11-20T09:28:00", DAILY);
    stays();
    builder.build();
    clock.set(NOW);
    approve(draft(original, Scope.ALL, null, "2026-11-20T09:29:30", DAILY));
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
    var original = schedule("2026-11-25T18:30:00", DAILY);
    var start = "2026-11-27T10:30:00Z";
    var first = draft(original, Scope.THIS, start, "2026-11-27T19:45:00", "");
    var second = draft(original, Scope.FOLLOWING, start, "2026-11-27T20:00:00", DAILY);
    approve(first);
    refused("schedule.replace-changed", () -> approve(second));
    assertEquals(
        "REVIEW",
        SQL.one("select state from schedule where id = ?", row -> row.text(1), second),
        "nothing of it happened");
    refused(
        "schedule.replace-no-play",
        () -> draft(original, Scope.THIS, start, "2026-11-27T21:00:00", ""));
    var third = draft(original, Scope.THIS, "2026-11-29T10:30:00Z", "2026-11-29T19:45:00", "");
    city.withdraw(original, clock.instant());
    refused("schedule.replace-withdrawn", () -> approve(third));
  }

  /** Moved from the evening to a morning that is gone, today still sounds in the evening. */
  @Test
  @Requirement({"R44.5", "R44.6"})
  void noDayGoesWithoutItsPlay() {
    var original = schedule("2026-11-25T18:30:00", DAILY);
    stays();
    refused(
        "schedule.replace-late",
        () ->
            draft(original, Scope.FOLLOWING, "2026-11-25T10:30:00Z", "2026-11-20T07:00:00", DAILY));
    var morning = draft(original, Scope.ALL, null, "2026-11-20T07:00:00", DAILY);
    approve(morning);
    builder.build();
    assertEquals(List.of("25T18:30", "26T07:00"), starts().subList(0, 2));
    // And back: this morning's is over, so the evening begins tomorrow.
    clock.set(NOW.plus(Duration.ofDays(1)));
    approve(draft(morning, Scope.ALL, null, "2026-11-20T18:30:00", DAILY));
    builder.build();
    assertEquals(List.of("25T18:30", "26T07:00", "27T18:30"), starts().subList(0, 3));
    assertEquals(starts(), planned());
  }

  @Test
  @Requirement("R44.6")
  void whatHasBegunIsNotTakenOver() {
    var original = schedule("2026-11-25T18:30:00", DAILY);
    var late = draft(original, Scope.THIS, "2026-11-25T10:30:00Z", "2026-11-26T07:00:00", "");
    clock.set(Instant.parse("2026-11-25T10:30:00Z"));
    refused("schedule.replace-begun", () -> approve(late));
  }

  @Test
  @Requirement({"R44.5", "R44.6"})
  void nobodyHearsNothingOrTheSameTwice() {
    var original = schedule("2026-11-25T18:30:00", DAILY);
    var start = "2026-11-27T10:30:00Z";
    refused(
        "schedule.replace-silent",
        () -> draft(original, Scope.THIS, start, "2026-11-24T18:30:00", ""));
    refused(
        "schedule.replace-silent",
        () ->
            draft(
                original,
                Scope.FOLLOWING,
                start,
                "2026-11-25T18:30:00",
                "FREQ=DAILY;UNTIL=20261126T235959Z"));
    refused(
        "schedule.replace-one",
        () -> draft(original, Scope.THIS, start, "2026-11-27T18:30:00", DAILY));
    refused(
        "schedule.replace-no-play",
        () -> draft(original, Scope.THIS, "2026-11-27T10:31:00Z", "2026-11-27T18:30:00", ""));
    approve(draft(original, Scope.THIS, start, "2026-11-27T18:30:00", ""));
    refused(
        "schedule.replace-single",
        () -> draft(original, Scope.ALL, null, "2026-11-25T18:30:00", DAILY));
  }

  @Test
  @Requirement("R44.5")
  void aPlayThatWasPlannedDuringTheApprovalIsForNobodyToo() {
    var original = schedule("2026-11-25T18:30:00", DAILY);
    stays();
    var start = Instant.parse("2026-11-27T10:30:00Z");
    approve(draft(original, Scope.THIS, start.toString(), "2026-11-27T18:30:00", ""));
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
          chain.add(schedule("2026-11-20T18:30:00", DAILY));
          for (var edits = draw.between(1, 4); edits > 0; edits--) {
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
                approve(draft(newest, Scope.THIS, start.toString(), "2026-11-" + day + time, ""));
              } else {
                var all = draw.chance(0.3);
                var next =
                    draft(
                        newest,
                        all ? Scope.ALL : Scope.FOLLOWING,
                        all ? null : start.toString(),
                        "2026-11-20" + time,
                        DAILY);
                approve(next);
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

  /** Neither the draft against what it replaces, nor later plans against what was replaced. */
  @Test
  @Requirement("R41.7")
  void whatGoesOverStandsAgainstNobody() {
    var check =
        new CheckConflicts(
            SQL,
            QuietOffice.desk(
                SQL, city.department(), city.code(), city.code() + "/", BroadcastRights.READ),
            clock);
    var original = schedule("2026-11-25T18:30:00", DAILY);
    noted();
    var start = "2026-11-28T10:30:00Z";
    var successor = draft(original, Scope.FOLLOWING, start, "2026-11-20T18:30:30", DAILY);
    assertEquals(
        List.of(original), met(check.check(plan("2026-11-20T18:30:30", DAILY, null))), "unless");
    assertEquals(List.of(), met(check.check(plan("2026-11-20T18:30:30", DAILY, successor))));
    approve(successor);
    noted();
    assertEquals(
        List.of(original), met(check.check(plan("2026-11-27T18:30:00", "", null))), "its own");
    assertEquals(
        List.of(successor), met(check.check(plan("2026-11-28T18:30:00", "", null))), "once");

    var single = draft(successor, Scope.THIS, "2026-11-29T10:30:30Z", "2026-11-29T18:31:00", "");
    assertEquals(List.of(), met(check.check(plan("2026-11-29T18:31:00", "", single))));
    approve(single);
    noted();
    assertEquals(List.of(single), met(check.check(plan("2026-11-29T18:31:00", "", null))));
    assertEquals(List.of(successor), met(check.check(plan("2026-11-30T18:31:00", "", null))));
    var mondays = "FREQ=WEEKLY;BYDAY=MO";
    var all = draft(successor, Scope.ALL, null, "2026-11-23T18:30:45", mondays);
    assertEquals(List.of(successor), met(check.check(plan("2026-11-23T18:30:45", mondays, null))));
    assertEquals(List.of(), met(check.check(plan("2026-11-23T18:30:45", mondays, all))));
  }

  private static void noted() {
    SQL.update("update broadcast_change set counter = counter + 1");
  }

  private Candidate plan(String dtstart, String rule, @Nullable UUID successor) {
    var when = new Recurrence.Text(dtstart, rule, null, List.of(), null);
    return new Candidate(
        city.code(),
        Kind.ROUTINE,
        Recurrence.read(when),
        60_000,
        300_000,
        List.of(city.code()),
        List.of(),
        List.of(),
        List.of(),
        successor == null
            ? null
            : replacements.takeover(successor, when, clock.instant()).orElseThrow());
  }

  private static List<UUID> met(Findings findings) {
    return findings.findings().stream()
        .filter(one -> one.kind() == Finding.Kind.OVERLAP)
        .map(Finding::other)
        .toList();
  }

  @Test
  @Requirement("R44.5")
  void whatWasHandedOverIsNeverRewritten() {
    var original = schedule("2026-11-25T18:30:00", DAILY);
    approve(draft(original, Scope.ALL, null, "2026-11-25T18:45:00", DAILY));
    var application = TestDatabase.sql();
    assertThrows(
        DatabaseFailure.class, () -> application.update("update schedule_cut set start = now()"));
    assertThrows(DatabaseFailure.class, () -> application.update("delete from schedule_cut"));
    assertThrows(
        DatabaseFailure.class,
        () -> application.update("update schedule_replacement set scope = 'THIS'"));
  }
}
