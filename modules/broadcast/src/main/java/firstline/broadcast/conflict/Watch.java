package firstline.broadcast.conflict;

import firstline.broadcast.programme.Approved;
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
  /** Speakers are registered and taken down less often than schedules are written. */
  private static final Duration PLACES_HOLD = Duration.ofMinutes(1);

  private static final WorkingDays NATION = WorkingDays.nation();

  private final Sql sql;
  private final WorkingCalendar calendar;
  private final Map<UUID, Long> versions = new HashMap<>();
  private @Nullable ConflictIndex index;
  private long counter = -1;
  private long newestSpeaker = -1;
  private Instant looked = Instant.EPOCH;

  Watch(Sql sql, WorkingCalendar calendar) {
    this.sql = sql;
    this.calendar = calendar;
  }

  private record Signs(long counter, long newestSpeaker) {}

  /** The index as of now. */
  @Requirement("R41.6")
  ConflictIndex index(Instant now) {
    var base = LocalDate.ofInstant(now, Clocks.ZONE).atStartOfDay(Clocks.ZONE).toInstant();
    var signs =
        sql.one(
            """
            select (select counter from broadcast_change),
              coalesce((select max(no) from speaker), 0)
            """,
            row -> new Signs(row.number(1), row.number(2)));
    var held = index;
    if (held == null || !held.base().equals(base)) {
      held = fresh(places(), read(base, QuietTree.NONE), base, now);
    } else if (signs.counter() != counter) {
      var tree = read(base, held.tree());
      if (!tree.changed(held.tree()).isEmpty()) {
        held = fresh(places(), tree, base, now);
      }
    }
    if (signs.newestSpeaker() != newestSpeaker || now.isAfter(looked.plus(PLACES_HOLD))) {
      var places = places();
      looked = now;
      if (!places.all().equals(held.places().all())) {
        held = fresh(places, held.tree(), base, now);
      }
    }
    if (signs.counter() != counter || versions.isEmpty()) {
      follow(held);
    }
    counter = signs.counter();
    newestSpeaker = signs.newestSpeaker();
    return held;
  }

  private ConflictIndex fresh(Places places, QuietTree tree, Instant base, Instant now) {
    var fresh = new ConflictIndex(places, tree, base, ConflictIndex.ROOM);
    index = fresh;
    versions.clear();
    looked = now;
    return fresh;
  }

  private QuietTree read(Instant base, QuietTree before) {
    return QuietTree.read(
        sql, calendar, base, base.plus(Duration.ofDays(ConflictIndex.DAYS)), before);
  }

  private Places places() {
    return new Places(
        sql.list(
            """
            select u.id, a.path, a.name, u.groups
            from audience u join area a on a.code = u.area_code
            where exists (select 1 from speaker s where s.audience_id = u.id
              and s.state <> 'RETIRED')
            """,
            row ->
                new Places.Place(
                    row.id(1),
                    row.text(2),
                    row.text(3),
                    row.text(4).isEmpty() ? List.of() : Arrays.asList(row.text(4).split(" ")))));
  }

  private void follow(ConflictIndex held) {
    var now = new HashMap<UUID, Long>();
    sql.list(
        """
        select id, version from schedule
        where state = 'APPROVED' and kind in ('ROUTINE', 'DRILL')
        """,
        row -> now.put(row.id(1), row.number(2)));
    for (var id : List.copyOf(versions.keySet())) {
      if (!Objects.equals(versions.get(id), now.get(id))) {
        held.remove(id);
        versions.remove(id);
      }
    }
    var missing = now.keySet().stream().filter(id -> !versions.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      var approved = new Approved(sql);
      var read = approved.read(missing);
      var own = approved.withOwnDays(read.stream().map(one -> one.area()).distinct().toList());
      var calendars = new HashMap<String, WorkingDays>();
      for (var one : read) {
        held.put(
            one,
            own.contains(one.area())
                ? calendars.computeIfAbsent(one.area(), calendar::of)
                : NATION);
        versions.put(one.id(), now.get(one.id()));
      }
      held.settle();
    }
  }
}
