package firstline.broadcast.conflict;

import firstline.broadcast.programme.Approved;
import firstline.broadcast.programme.Cuts;
import firstline.broadcast.quiet.QuietTree;
import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an index in step with the database: what changed since the last look is taken in, all of it
 * on a new day or when places or windows are others.
 */
final class Watch {
  /** Speakers of an audience: enrolled, those of them that were not heard of, and new ones. */
  record Crew(int enrolled, int silent, int waiting) {
    private static final Crew NONE = new Crew(0, 0, 0);

    Crew plus(Crew other) {
      return new Crew(enrolled + other.enrolled, silent + other.silent, waiting + other.waiting);
    }
  }

  /** Longer without a word from a speaker, and it may not be heard. */
  private static final Duration SILENT = Duration.ofHours(24);

  /** Approvals that may still be on their way when a later one was seen. */
  private static final int ON_THEIR_WAY = 1_000;

  private final Sql sql;
  private final WorkingCalendar calendar;
  private final Map<UUID, Long> versions = new HashMap<>();
  private @Nullable ConflictIndex index;
  private long counter = -1;
  private long newestSpeaker = -1;
  private long newestApproval;
  private Map<UUID, Crew> crews = Map.of();

  Watch(Sql sql, WorkingCalendar calendar) {
    this.sql = sql;
    this.calendar = calendar;
  }

  private record Signs(long counter, long newestSpeaker) {}

  /** The index as of now. */
  @Requirement({"R41.6", "R41.7"})
  ConflictIndex index(Instant now) {
    return look(now, false);
  }

  /** Looks at the speakers too, which nothing else tells of when they move or fall silent. */
  @Requirement("R41.6")
  ConflictIndex look(Instant now) {
    return look(now, true);
  }

  private ConflictIndex look(Instant now, boolean thoroughly) {
    var base = LocalDate.ofInstant(now, Clocks.ZONE).atStartOfDay(Clocks.ZONE).toInstant();
    var signs =
        sql.one(
            """
            select (select counter from broadcast_change),
              coalesce((select max(no) from speaker), 0)
            """,
            row -> new Signs(row.number(1), row.number(2)));
    var held = index != null && index.base().equals(base) ? index : null;
    var places =
        held == null || thoroughly || signs.newestSpeaker() != newestSpeaker
            ? places(now)
            : held.places();
    var tree =
        held == null
            ? read(base, QuietTree.NONE)
            : signs.counter() == counter ? held.tree() : read(base, held.tree());
    if (held == null
        || !places.all().equals(held.places().all())
        || !tree.changed(held.tree()).isEmpty()) {
      held = new ConflictIndex(places, tree, base, ConflictIndex.ROOM);
      index = held;
      versions.clear();
      newestApproval = 0;
      follow(held);
    } else if (signs.counter() != counter) {
      follow(held);
    }
    counter = signs.counter();
    newestSpeaker = signs.newestSpeaker();
    return held;
  }

  /** Speakers in the places, as they were a minute ago at most. */
  Crew crew(Places places, Runs reach) {
    var all = new Crew[] {Crew.NONE};
    reach.each(
        place -> all[0] = all[0].plus(crews.getOrDefault(places.at(place).audience(), Crew.NONE)));
    return all[0];
  }

  private QuietTree read(Instant base, QuietTree before) {
    return QuietTree.read(
        sql, calendar, base, base.plus(Duration.ofDays(ConflictIndex.DAYS)), before);
  }

  private Places places(Instant now) {
    var counted = new HashMap<UUID, Crew>();
    var places =
        sql.list(
            """
            select u.id, a.path, a.name, u.groups, c.enrolled, c.silent, c.waiting
            from (select s.audience_id, count(*) filter (where s.state = 'ENROLLED') as enrolled,
                count(*) filter (where s.state = 'ENROLLED'
                  and (l.seen_at is null or l.seen_at < ?)) as silent,
                count(*) filter (where s.state = 'NEW') as waiting
              from speaker s left join speaker_live l on l.speaker_no = s.no
              where s.state <> 'RETIRED' group by s.audience_id) c
              join audience u on u.id = c.audience_id join area a on a.code = u.area_code
            """,
            row -> {
              counted.put(row.id(1), new Crew(row.integer(5), row.integer(6), row.integer(7)));
              return new Places.Place(
                  row.id(1),
                  row.text(2),
                  row.text(3),
                  row.text(4).isEmpty() ? List.of() : Arrays.asList(row.text(4).split(" ")));
            },
            now.minus(SILENT));
    crews = counted;
    return new Places(places);
  }

  private record Active(UUID id, long version, long approval) {}

  /** Few are new, and then no more is read than they; what else is otherwise shows in the sum. */
  private void follow(ConflictIndex held) {
    if (newestApproval > 0) {
      take(
          held,
          sql.list(
              """
              select id, version, approval from schedule
              where approval > ? and state = 'APPROVED' and kind in ('ROUTINE', 'DRILL')
              """,
              row -> new Active(row.id(1), row.number(2), row.number(3)),
              newestApproval - ON_THEIR_WAY));
      var sum =
          sql.one(
              """
              select count(*), coalesce(sum(version), 0)::bigint from schedule
              where state = 'APPROVED' and kind in ('ROUTINE', 'DRILL')
              """,
              row -> List.of(row.number(1), row.number(2)));
      if (sum.equals(
          List.of(
              (long) versions.size(),
              versions.values().stream().mapToLong(Long::longValue).sum()))) {
        return;
      }
    }
    var active =
        sql.list(
            """
            select id, version, approval from schedule
            where state = 'APPROVED' and kind in ('ROUTINE', 'DRILL')
            """,
            row -> new Active(row.id(1), row.number(2), row.number(3)));
    var now = new HashMap<UUID, Long>();
    active.forEach(one -> now.put(one.id(), one.version()));
    for (var id : List.copyOf(versions.keySet())) {
      if (!Objects.equals(versions.get(id), now.get(id))) {
        held.remove(id);
        versions.remove(id);
      }
    }
    take(held, active);
  }

  private void take(ConflictIndex held, List<Active> active) {
    var missing = new HashMap<UUID, Long>();
    for (var one : active) {
      newestApproval = Math.max(newestApproval, one.approval());
      if (!versions.containsKey(one.id())) {
        missing.put(one.id(), one.version());
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    var approved = new Approved(sql);
    var ids = List.copyOf(missing.keySet());
    var read = approved.read(ids);
    var cuts = new Cuts(sql).of(ids);
    var own = approved.withOwnDays(read.stream().map(one -> one.area()).distinct().toList());
    var calendars = new HashMap<String, WorkingDays>();
    var nation = calendar.nation();
    // What is damaged meets nothing, and is not looked at again until it changes.
    versions.putAll(missing);
    for (var one : read) {
      held.put(
          one,
          own.contains(one.area()) ? calendars.computeIfAbsent(one.area(), calendar::of) : nation,
          cuts.getOrDefault(one.id(), Cuts.Cut.NONE));
      versions.put(one.id(), one.version());
    }
    held.settle();
  }
}
