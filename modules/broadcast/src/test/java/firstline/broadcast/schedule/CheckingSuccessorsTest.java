package firstline.broadcast.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.broadcast.conflict.Candidate;
import firstline.broadcast.conflict.CheckConflicts;
import firstline.broadcast.conflict.Finding;
import firstline.broadcast.conflict.Findings;
import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.ProgrammeTables;
import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an edit of an approved schedule is checked against, on the real database. */
class CheckingSuccessorsTest {
  private static final Sql SQL = ProgrammeTables.SQL;
  private static final String DAILY = "FREQ=DAILY";

  private final MutableClock clock = MutableClock.at(ProgrammeTables.NOW);
  private final TestCity city = TestCity.found(SQL, "960201");
  private final Edits edits = new Edits(SQL, city, clock);

  /** Neither the draft against what it replaces, nor later plans against what was replaced. */
  @Test
  @Requirement("R41.7")
  void whatGoesOverStandsAgainstNobody() {
    city.speaker("CS-1", city.code());
    var check =
        new CheckConflicts(
            SQL,
            TestDesk.at(
                SQL, city.department(), city.code(), city.code() + "/", BroadcastRights.READ),
            clock);
    var original = edits.schedule("2026-11-25T18:30:00", DAILY);
    noted();
    var start = "2026-11-28T10:30:00Z";
    var successor = edits.draft(original, Scope.FOLLOWING, start, "2026-11-20T18:30:30", DAILY);
    assertEquals(
        List.of(original), met(check.check(plan("2026-11-20T18:30:30", DAILY, null))), "unless");
    assertEquals(List.of(), met(check.check(plan("2026-11-20T18:30:30", DAILY, successor))));
    edits.approve(successor);
    noted();
    assertEquals(
        List.of(original), met(check.check(plan("2026-11-27T18:30:00", "", null))), "its own");
    assertEquals(
        List.of(successor), met(check.check(plan("2026-11-28T18:30:00", "", null))), "once");

    var single =
        edits.draft(successor, Scope.THIS, "2026-11-29T10:30:30Z", "2026-11-29T18:31:00", "");
    assertEquals(List.of(), met(check.check(plan("2026-11-29T18:31:00", "", single))));
    edits.approve(single);
    noted();
    assertEquals(List.of(single), met(check.check(plan("2026-11-29T18:31:00", "", null))));
    assertEquals(List.of(successor), met(check.check(plan("2026-11-30T18:31:00", "", null))));
    var mondays = "FREQ=WEEKLY;BYDAY=MO";
    var all = edits.draft(successor, Scope.ALL, null, "2026-11-23T18:30:45", mondays);
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
            : edits.replacements.takeover(successor, when, clock.instant()).orElseThrow());
  }

  private static List<UUID> met(Findings findings) {
    return findings.findings().stream()
        .filter(one -> one.kind() == Finding.Kind.OVERLAP)
        .map(Finding::other)
        .toList();
  }
}
