package firstline.broadcast.schedule;

import firstline.broadcast.conflict.Candidate;
import firstline.broadcast.programme.Cuts;
import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plays that go over from an approved schedule to its successor: said at the draft, done at the
 * approval, in its transaction. Both are rows that nothing overwrites.
 */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Replacements {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** Which plays; no start with {@link Scope#ALL}. */
  record Edit(Scope scope, @Nullable Instant start) {}

  /** The original's first play that is another's, and the successor's first moment. */
  private record Change(Instant start, Instant since) {}

  private record Begun(UUID original, long version, Edit edit) {}

  private record Original(
      UUID id, String number, String area, boolean standing, long version, Recurrence recurrence) {}

  /**
   * What the original lost.
   *
   * @param verb of the step in its history
   * @param why number of the successor, and the start
   */
  record Taken(UUID original, String verb, String why) {}

  @Inject private Sql sql;
  @Inject private WorkingCalendar calendar;

  @SuppressWarnings("NullAway.Init")
  protected Replacements() {}

  /** For tests without a server. */
  Replacements(Sql sql) {
    this.sql = sql;
    this.calendar = new WorkingCalendar(sql);
  }

  /**
   * Checks an edit before it is drafted.
   *
   * @throws Refusal {@code schedule.replace-…} if there is nothing to take over
   */
  @Requirement({"R44.4", "R44.6"})
  void check(UUID original, Edit edit, Recurrence.Text when, Instant now) {
    check(read(original), edit, Recurrence.read(when), now);
  }

  /** What goes over if it is approved now. Whether it can be is not asked: this is for a look. */
  @Requirement("R41.7")
  Candidate.Takeover takeover(UUID id, Edit edit, Recurrence.Text when, Instant now) {
    var start = edit.start();
    if (edit.scope() == Scope.THIS && start != null) {
      return new Candidate.Takeover(id, new Cuts.Cut(Instant.MIN, Instant.MAX, Set.of(start)), now);
    }
    var original = read(id);
    var recurrence = Recurrence.read(when);
    var days = calendar.of(original.area());
    var change =
        start == null
            ? change(original, null, recurrence, days, now)
            : new Change(start, since(original, start, recurrence, days));
    return new Candidate.Takeover(
        id, new Cuts.Cut(Instant.MIN, change.start(), Set.of()), change.since());
  }

  /** The same of a draft, if it does replace a schedule. */
  @Requirement("R41.7")
  Optional<Candidate.Takeover> takeover(UUID successor, Recurrence.Text when, Instant now) {
    return begun(successor).map(begun -> takeover(begun.original(), begun.edit(), when, now));
  }

  /** Keeps what the draft is for. */
  @Requirement("R44.4")
  void begin(UUID successor, UUID original, long version, Edit edit) {
    sql.update(
        """
        insert into schedule_replacement (successor_id, original_id, version, scope, start)
        values (?, ?, ?, ?, ?)
        """,
        successor,
        original,
        version,
        edit.scope().name(),
        edit.start());
  }

  /**
   * The successor is approved: the original loses what goes over, if it does replace one.
   *
   * @throws Refusal {@code schedule.replace-…} if that cannot be done any more
   */
  @Requirement({"R44.5", "R44.6"})
  Optional<Taken> carryOut(UUID successor, Instant now) {
    return begun(successor).map(begun -> carryOut(successor, begun, now));
  }

  private Taken carryOut(UUID successor, Begun begun, Instant now) {
    var edit = begun.edit();
    // Whoever changes the original now waits for this transaction, and finds another version.
    var held =
        sql.update(
            "update schedule set version = version + 1 where id = ? and version = ?",
            begun.original(),
            begun.version());
    var original = read(begun.original());
    if (!original.standing()) {
      throw new Refusal("schedule.replace-withdrawn", original.number());
    }
    if (held == 0) {
      throw new Refusal("schedule.replace-changed", original.number());
    }
    var next = read(successor);
    var change = check(original, edit, next.recurrence(), now);
    sql.update(
        """
        insert into schedule_cut (successor_id, original_id, single, start, since, at)
        values (?, ?, ?, ?, ?, ?)
        """,
        successor,
        original.id(),
        edit.scope() == Scope.THIS,
        change.start(),
        change.since(),
        now);
    new Cuts(sql).silence(List.of(original.id()));
    return new Taken(
        original.id(), "REPLACED_" + edit.scope(), next.number() + " · " + minute(change.start()));
  }

  /** Neither both nor none are heard: the original still has the plays, and the successor some. */
  private Change check(Original original, Edit edit, Recurrence recurrence, Instant now) {
    if (!original.standing()) {
      throw new Refusal("schedule.replace-withdrawn", original.number());
    }
    var days = calendar.of(original.area());
    var start = edit.start();
    if ((edit.scope() == Scope.ALL) != (start == null)) {
      throw new IllegalArgumentException("a start belongs to one play and to the following");
    }
    if (start != null) {
      if (!start.isAfter(now)) {
        throw new Refusal("schedule.replace-begun", minute(start));
      }
      if (!plays(original, start, days)) {
        throw new Refusal("schedule.replace-no-play", original.number(), minute(start));
      }
    }
    if (edit.scope() == Scope.THIS && start != null) {
      requireOne(recurrence, days);
    }
    var change =
        edit.scope() == Scope.THIS && start != null
            ? new Change(start, now)
            : change(original, start, recurrence, days, now);
    if (!recurrence.from(change.since(), days).hasNext()) {
      throw new Refusal("schedule.replace-silent");
    }
    if (edit.scope() != Scope.THIS) {
      requireSingles(original, change.since(), recurrence, days);
    }
    return change;
  }

  private static void requireOne(Recurrence recurrence, WorkingDays days) {
    var all = recurrence.from(Instant.MIN, days);
    if (all.hasNext()) {
      all.next();
    }
    if (all.hasNext()) {
      throw new Refusal("schedule.replace-one");
    }
  }

  /**
   * The change-over. Of the day of the first play that goes over, the successor's counterpart is
   * heard: the second of the day for the second, be it earlier or later. Where that is gone
   * already, all go over with a later play, and one that was chosen is refused.
   */
  private static Change change(
      Original original,
      @Nullable Instant chosen,
      Recurrence recurrence,
      WorkingDays days,
      Instant now) {
    var plays = original.recurrence().from(chosen == null ? now.plusMillis(1) : chosen, days);
    while (plays.hasNext()) {
      var start = plays.next().start();
      var since = since(original, start, recurrence, days);
      if (since.isAfter(now)) {
        return new Change(start, since);
      }
      if (chosen != null) {
        throw new Refusal("schedule.replace-late", minute(since));
      }
    }
    return new Change(now, now);
  }

  private static Instant since(
      Original original, Instant start, Recurrence recurrence, WorkingDays days) {
    var day = LocalDate.ofInstant(start, Clocks.ZONE);
    var before = original.recurrence().between(midnight(day), start, days).size();
    var counterparts = recurrence.between(midnight(day), midnight(day.plusDays(1)), days);
    return counterparts.size() > before ? counterparts.get(before).start() : start;
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(Clocks.ZONE).toInstant();
  }

  /** Plays that others took over one by one stay with them: on such a day no more are heard. */
  private void requireSingles(
      Original original, Instant from, Recurrence recurrence, WorkingDays days) {
    var lost = cut(original).lost();
    for (var single : lost) {
      var day = LocalDate.ofInstant(single, Clocks.ZONE);
      var kept =
          original.recurrence().between(midnight(day), midnight(day.plusDays(1)), days).stream()
              .filter(play -> !lost.contains(play.start()))
              .count();
      var coming = recurrence.between(midnight(day), midnight(day.plusDays(1)), days).size();
      if (!single.isBefore(from) && coming > kept) {
        throw new Refusal("schedule.replace-single", minute(single));
      }
    }
  }

  private Cuts.Cut cut(Original original) {
    return new Cuts(sql).of(List.of(original.id())).getOrDefault(original.id(), Cuts.Cut.NONE);
  }

  private boolean plays(Original original, Instant start, WorkingDays days) {
    var found = original.recurrence().from(start, days);
    return found.hasNext() && found.next().start().equals(start) && cut(original).keeps(start);
  }

  private Optional<Begun> begun(UUID successor) {
    return sql.first(
        """
        select original_id, version, scope, start from schedule_replacement where successor_id = ?
        """,
        row ->
            new Begun(
                row.id(1),
                row.number(2),
                new Edit(Scope.valueOf(row.text(3)), row.instantOrNull(4))),
        successor);
  }

  private Original read(UUID id) {
    return sql.one(
        """
        select id, number, area_code, state = 'APPROVED' and kind in ('ROUTINE', 'DRILL'), version,
          dtstart, timezone, rrule, exdates, calendar
        from schedule where id = ?
        """,
        row ->
            new Original(
                row.id(1),
                row.text(2),
                row.text(3),
                row.flag(4),
                row.number(5),
                recurrence(row, 6)),
        id);
  }

  private static Recurrence recurrence(Row row, int from) throws SQLException {
    return Recurrence.read(
        new Recurrence.Text(
            row.text(from),
            row.text(from + 2),
            row.text(from + 1),
            Stream.of(row.text(from + 3).split("\n")).filter(line -> !line.isBlank()).toList(),
            row.text(from + 4)));
  }

  private static String minute(Instant at) {
    return MINUTE.format(LocalDateTime.ofInstant(at, Clocks.ZONE));
  }
}
