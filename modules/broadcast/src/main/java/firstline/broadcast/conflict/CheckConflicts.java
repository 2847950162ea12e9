package firstline.broadcast.conflict;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Rank;
import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Checks a plan against everything that is approved, before it is. */
@ApplicationScoped
public class CheckConflicts {
  private record Known(String number, String title, boolean mine) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private WorkingCalendar calendar;

  private Optional<Watch> watch = Optional.empty();

  @SuppressWarnings("NullAway.Init")
  protected CheckConflicts() {}

  /** For tests without a server. */
  public CheckConflicts(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
    this.calendar = new WorkingCalendar(sql);
  }

  /**
   * What stands against the plan in the next ninety days. Emergencies and live pages stand above
   * all that: of them only the speakers are looked at.
   */
  @Allows(right = READ, reads = true)
  @Requirement({"R41.1", "R41.4", "R41.7"})
  public Findings check(Candidate plan) {
    var now = clock.instant();
    var targets = targets(plan);
    var found = found(plan, targets, now);
    var crew = found.crew();
    var findings = new ArrayList<Finding>();
    if (plan.whole() > plan.slot()) {
      findings.add(
          Finding.of(Finding.Kind.TOO_LONG, 1, seconds(plan.whole()), plan.slot() / 1_000));
    }
    if (crew.enrolled() == 0) {
      var kind = crew.waiting() == 0 ? Finding.Kind.NOBODY : Finding.Kind.WAITING;
      findings.add(Finding.of(kind, crew.waiting(), 0, 0));
    }
    if (plan.kind() == Kind.ROUTINE || plan.kind() == Kind.DRILL) {
      heard(found, findings);
    }
    if (crew.silent() > 0) {
      findings.add(Finding.of(Finding.Kind.OFFLINE, crew.silent(), crew.enrolled(), 0));
    }
    var all = found.of().overlaps().size() + found.of().disturbed().size();
    var shown =
        findings.stream()
            .filter(one -> one.kind() == Finding.Kind.OVERLAP || one.kind() == Finding.Kind.QUIET)
            .count();
    return new Findings(
        found.of().plays(),
        crew.enrolled(),
        List.copyOf(findings),
        (int) (all - shown),
        found.of().shift());
  }

  /**
   * Refuses what must not be submitted.
   *
   * @throws Refusal {@code conflict.nobody}, {@code conflict.too-long}
   */
  @Allows(right = Rights.WITHIN)
  @Requirement("R41.4")
  public void requireHeard(Candidate plan) {
    if (plan.whole() > plan.slot()) {
      throw new Refusal("conflict.too-long", seconds(plan.whole()), plan.slot() / 1_000);
    }
    var targets = targets(plan);
    var heard =
        sql.first(
            """
            select 1 from speaker s join audience u on u.id = s.audience_id
              join area a on a.code = u.area_code
            where s.state <> 'RETIRED'
              and (a.path like any (?) or string_to_array(u.groups, ' ') && ?)
              and not (a.path like any (?) or string_to_array(u.groups, ' ') && ?)
            limit 1
            """,
            row -> row.integer(1),
            below(targets.areas()),
            targets.groups().toArray(String[]::new),
            below(targets.notAreas()),
            targets.notGroups().toArray(String[]::new));
    if (heard.isEmpty()) {
      throw new Refusal("conflict.nobody");
    }
  }

  private static String[] below(List<String> paths) {
    return paths.stream().map(path -> path + "%").toArray(String[]::new);
  }

  /**
   * Makes the check ready before somebody waits for it, and looks at the speakers.
   *
   * @return how many schedules it knows
   */
  @Allows(right = Rights.SYSTEM, reads = true)
  @Requirement("R41.6")
  public synchronized int look() {
    return watch().look(clock.instant()).size();
  }

  private Watch watch() {
    if (watch.isEmpty()) {
      watch = Optional.of(new Watch(sql, calendar));
    }
    return watch.get();
  }

  private static long seconds(long millis) {
    return (millis + 999) / 1_000;
  }

  private record Checked(Found of, Places places, ConflictIndex index, Watch.Crew crew) {}

  private synchronized Checked found(Candidate plan, Places.Targets targets, Instant now) {
    var index = watch().index(now);
    var depth =
        sql.one(
            "select length(path) - length(replace(path, '/', '')) from area where code = ?",
            row -> row.integer(1),
            plan.area());
    var days = calendar.of(plan.area());
    var rank = Rank.of(plan.kind(), 0, depth - 1, Rank.LAST);
    var takeover = plan.takeover();
    var found =
        takeover == null
            ? index.check(plan.recurrence(), plan.whole(), rank, targets, days, now, now)
            : index.without(
                takeover.original(),
                takeover.left(),
                () ->
                    index.check(
                        plan.recurrence(),
                        plan.whole(),
                        rank,
                        targets,
                        days,
                        takeover.since(),
                        now));
    return new Checked(found, index.places(), index, watch().crew(index.places(), found.reach()));
  }

  private Places.Targets targets(Candidate plan) {
    var codes = new ArrayList<>(plan.areas());
    codes.addAll(plan.notAreas());
    Map<String, String> paths = new HashMap<>();
    sql.list(
        "select code, path from area where code = any (?)",
        row -> paths.put(row.text(1), row.text(2)),
        (Object) codes.toArray(String[]::new));
    return new Places.Targets(
        plan.areas().stream().map(paths::get).filter(path -> path != null).toList(),
        plan.groups(),
        plan.notAreas().stream().map(paths::get).filter(path -> path != null).toList(),
        plan.notGroups());
  }

  private void heard(Checked checked, List<Finding> findings) {
    var found = checked.of();
    var overlaps = found.overlaps().stream().limit(Findings.SHOWN).toList();
    var known = known(overlaps.stream().map(Found.Overlap::schedule).toList());
    for (var one : overlaps) {
      var other = known.get(one.schedule());
      if (other != null) {
        findings.add(
            new Finding(
                Finding.Kind.OVERLAP,
                Instant.ofEpochMilli(one.first()),
                one.count(),
                other.title(),
                other.number(),
                other.mine() ? one.schedule() : null,
                one.yields(),
                0,
                0));
      }
    }
    for (var one : found.disturbed().stream().limit(Findings.SHOWN).toList()) {
      findings.add(
          new Finding(
              Finding.Kind.QUIET,
              Instant.ofEpochMilli(one.first()),
              one.count(),
              title(checked.index(), one.window()),
              "",
              null,
              false,
              0,
              0));
    }
    var exceeded = found.exceeded();
    if (exceeded != null) {
      findings.add(
          new Finding(
              Finding.Kind.BUDGET,
              Instant.ofEpochMilli(exceeded.day()),
              exceeded.count(),
              checked.places().at(exceeded.place()).name(),
              "",
              null,
              false,
              (exceeded.used() + 59_999) / 60_000,
              exceeded.budget() / 60_000));
    }
  }

  private static String title(ConflictIndex index, UUID window) {
    return index.tree().windows().stream()
        .filter(one -> one.id().equals(window))
        .map(one -> one.title())
        .findFirst()
        .orElse("");
  }

  /** What the schedules are called, and whether the officer may open them. */
  private Map<UUID, Known> known(List<UUID> schedules) {
    var known = new HashMap<UUID, Known>();
    sql.list(
        """
        select s.id, s.number, s.title, a.path like any (?)
        from schedule s join area a on a.code = s.area_code
        where s.id = any (?::text[]::uuid[])
        """,
        row -> known.put(row.id(1), new Known(row.text(2), row.text(3), row.flag(4))),
        desk.scope().patterns(),
        schedules.stream().map(UUID::toString).toArray(String[]::new));
    return known;
  }
}
