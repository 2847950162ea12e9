package firstline.broadcast.programme;

import firstline.broadcast.quiet.QuietTree;
import firstline.broadcast.signature.ServerKey;
import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Brings the programmes up to date with what is approved. Schedules that did not change keep their
 * expansion, and audiences that no change reaches are not looked at: the cost of a change is that
 * of the villages that it concerns.
 */
@ApplicationScoped
public class BuildProgrammes {
  /** Programmes hold what begins up to so many days ahead, so that a dead server stops nothing. */
  static final int DAYS = 8;

  static final Duration FRESH = Duration.ofHours(48);
  static final Duration HOLDS = Duration.ofDays(7);
  private static final Duration ISSUED_AGAIN = Duration.ofHours(36);

  /** An emergency begins at its approval; the clocks of two nodes may differ by less than this. */
  private static final Duration LEEWAY = Duration.ofMinutes(1);

  private record Issued(String content, Instant at) {}

  private final Map<UUID, Plays> known = new HashMap<>();
  private @Nullable LocalDate day;

  /** Places of the last build: what changed while a place had no speaker passed it by. */
  private Set<Planned.Place> served = Set.of();

  private Peace peace = new Peace(QuietTree.NONE);
  private int spread;

  @Inject private Sql sql;
  @Inject private ServerKey key;
  @Inject private WorkingCalendar calendar;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "firstline.broadcast.poll", defaultValue = "45000")
  private int poll;

  @SuppressWarnings("NullAway.Init")
  protected BuildProgrammes() {}

  /** For tests without a server. */
  BuildProgrammes(Sql sql, ServerKey key, Clock clock, int poll) {
    this.sql = sql;
    this.key = key;
    this.calendar = new WorkingCalendar(sql);
    this.clock = clock;
    this.poll = poll;
  }

  /** Builds what is to be built; how many programmes got a new revision. */
  @Allows(right = Rights.SYSTEM, ownRecord = true)
  @Requirement({"R32.3", "R32.4"})
  public synchronized int build() {
    // One node at a time: revisions grow in the order in which they are committed.
    sql.one("select pg_advisory_xact_lock(7351201)", row -> 0);
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, Clocks.ZONE);
    var approved = new Approved(sql);
    if (!today.equals(day)) {
      known.clear();
      peace = new Peace(QuietTree.NONE);
      spread = spread();
    }
    var from = start(today.minusDays(1));
    var disturbed = disturbed(start(today), start(today.plusDays(DAYS)));
    var changed =
        changed(
            approved,
            // A speaker may hold a play for so long after it was withdrawn.
            approved.versions(start(today.minusDays(DAYS))),
            from,
            start(today.plusDays(DAYS)));
    var places = approved.places();
    var reached =
        today.equals(day)
            ? places.stream()
                .filter(
                    place ->
                        !served.contains(place)
                            || disturbed.stream().anyMatch(place.path()::startsWith)
                            || changed.stream().anyMatch(plays -> plays.planned().reaches(place)))
                .toList()
            : places;
    var count = issue(places, reached, from, now);
    served = Set.copyOf(places);
    day = today;
    return count;
  }

  /** A build did not commit: what it left in memory is not what stands in the database. */
  @Allows(right = Rights.SYSTEM, reads = true)
  public synchronized boolean forget() {
    day = null;
    return true;
  }

  /**
   * Within how many milliseconds receipts come: when all begin an emergency at once, none may wait
   * for its programme because others tell that they have begun.
   */
  private int spread() {
    return sql.one(
        "select least(30000, greatest(500, count(*))) from speaker where state = 'ENROLLED'",
        row -> row.integer(1));
  }

  private static Instant start(LocalDate date) {
    return date.atStartOfDay(Clocks.ZONE).toInstant();
  }

  /** What changed since the last time: the schedules as they were and as they are. */
  private List<Plays> changed(
      Approved approved, Map<UUID, Approved.Version> versions, Instant from, Instant to) {
    var changed = new ArrayList<Plays>();
    for (var id : List.copyOf(known.keySet())) {
      var version = versions.get(id);
      var before = known.get(id);
      if (before != null && (version == null || !version.of(before.planned()))) {
        changed.add(before);
        known.remove(id);
      }
    }
    var missing = versions.keySet().stream().filter(id -> !known.containsKey(id)).toList();
    if (missing.isEmpty()) {
      new Damaged(sql).keep(List.of(), clock.instant());
      return changed;
    }
    var read = approved.read(missing);
    var damaged = new HashSet<>(missing);
    read.forEach(one -> damaged.remove(one.id()));
    new Damaged(sql).keep(damaged, clock.instant());
    var starts =
        new Starts(sql, calendar)
            .between(
                read.stream()
                    .map(
                        one ->
                            new Starts.Of(
                                one.id(),
                                one.area(),
                                one.recurrence(),
                                one.approved().minus(LEEWAY),
                                one.ended()))
                    .toList(),
                from,
                to);
    var occurrences = approved.occurrences(starts, from, to);
    for (var one : read) {
      var plays = Plays.of(one, occurrences.getOrDefault(one.id(), List.of()));
      known.put(one.id(), plays);
      changed.add(plays);
    }
    return changed;
  }

  /** Paths of the areas whose windows or budget changed since the last time. */
  @Requirement("R32.9")
  private Set<String> disturbed(Instant from, Instant to) {
    var tree = QuietTree.read(sql, calendar, from, to, peace.tree());
    var changed = tree.changed(peace.tree());
    if (!changed.isEmpty()) {
      peace = new Peace(tree);
    }
    return changed;
  }

  private int issue(
      List<Planned.Place> places, List<Planned.Place> reached, Instant from, Instant now) {
    var issued = new HashMap<UUID, Issued>();
    sql.list(
        "select audience_id, content, issued_at from programme",
        row -> issued.put(row.id(1), new Issued(row.text(2), row.instant(3))));
    record Due(Planned.Place place, Set<Long> over, Content content) {}
    var index = new Reach(known.values());
    var looked = new java.util.LinkedHashSet<>(reached);
    for (var place : places) {
      var before = issued.get(place.audience());
      if (before == null || before.at().isBefore(now.minus(ISSUED_AGAIN))) {
        looked.add(place);
      }
    }
    var overBudget = new OverBudget(sql, looked, from, now);
    var built =
        looked.parallelStream()
            .map(
                place -> {
                  var reaching = index.at(place);
                  var settled = overBudget.of(place.audience());
                  var over = peace.over(place, reaching, settled, now.toEpochMilli());
                  return new Due(place, over, Content.of(reaching, peace.quiet(place), over));
                })
            .toList();
    overBudget.settle(
        built.stream().collect(Collectors.toMap(one -> one.place().audience(), Due::over)));
    var due =
        built.stream()
            .filter(
                one -> {
                  var before = issued.get(one.place().audience());
                  return before == null
                      || !before.content().equals(one.content().hash())
                      || before.at().isBefore(now.minus(ISSUED_AGAIN));
                })
            .toList();
    if (due.isEmpty()) {
      return 0;
    }
    var revisions =
        sql.list(
            "select nextval('programme_revision') from generate_series(1, ?)",
            row -> row.number(1),
            due.size());
    var lines =
        java.util.stream.IntStream.range(0, due.size())
            .parallel()
            .mapToObj(
                i -> {
                  var one = due.get(i);
                  var body = body(one.place(), one.content(), revisions.get(i), now);
                  return new @Nullable Object[] {
                    one.place().audience(), revisions.get(i), one.content().hash(), body, now
                  };
                })
            .toList();
    sql.batch(
        """
        insert into programme (audience_id, revision, content, body, issued_at)
        values (?, ?, ?, ?, ?)
        on conflict (audience_id) do update set revision = excluded.revision,
          content = excluded.content, body = excluded.body, issued_at = excluded.issued_at
        """,
        lines);
    return lines.size();
  }

  private byte[] body(Planned.Place place, Content content, long revision, Instant now) {
    var programme = new HashMap<>(content.members());
    programme.put("audience", place.audience().toString());
    programme.put("revision", revision);
    programme.put("issued", now.toEpochMilli());
    programme.put("fresh", now.plus(FRESH).toEpochMilli());
    programme.put("until", now.plus(HOLDS).toEpochMilli());
    programme.put("poll", poll);
    programme.put("spread", spread);
    return key.signed(programme);
  }
}
