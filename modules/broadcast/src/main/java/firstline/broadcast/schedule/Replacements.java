package firstline.broadcast.schedule;

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
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    check(original, edit, next.recurrence(), now);
    var start = edit.start() == null ? now : edit.start();
    sql.update(
        """
        insert into schedule_cut (successor_id, original_id, single, start, at)
        values (?, ?, ?, ?, ?)
        """,
        successor,
        original.id(),
        edit.scope() == Scope.THIS,
        start,
        now);
    new Cuts(sql).silence(List.of(original.id()));
    return new Taken(
        original.id(), "REPLACED_" + edit.scope(), next.number() + " · " + minute(start));
  }

  /** Neither both nor none are heard: the original still has the plays, and the successor some. */
  private void check(Original original, Edit edit, Recurrence recurrence, Instant now) {
    if (!original.standing()) {
      throw new Refusal("schedule.replace-withdrawn", original.number());
    }
    var start = edit.start();
    if ((edit.scope() == Scope.ALL) != (start == null)) {
      throw new IllegalArgumentException("a start belongs to one play and to the following");
    }
    if (start != null) {
      if (!start.isAfter(now)) {
        throw new Refusal("schedule.replace-begun", minute(start));
      }
      if (!plays(original, start)) {
        throw new Refusal("schedule.replace-no-play", original.number(), minute(start));
      }
    }
    var days = calendar.of(original.area());
    var from = edit.scope() == Scope.FOLLOWING && start != null ? start : now;
    if (!recurrence.from(from, days).hasNext()) {
      throw new Refusal("schedule.replace-silent");
    }
    if (edit.scope() == Scope.THIS) {
      var all = recurrence.from(Instant.MIN, days);
      all.next();
      if (all.hasNext()) {
        throw new Refusal("schedule.replace-one");
      }
    } else {
      requireSingles(original, from, recurrence, days);
    }
  }

  /** Plays that others took over one by one stay with them. */
  private void requireSingles(
      Original original, Instant from, Recurrence recurrence, WorkingDays days) {
    for (var lost : cut(original).lost()) {
      if (!lost.isBefore(from) && !recurrence.between(lost, lost.plusSeconds(1), days).isEmpty()) {
        throw new Refusal("schedule.replace-single", minute(lost));
      }
    }
  }

  private Cuts.Cut cut(Original original) {
    return new Cuts(sql).of(List.of(original.id())).getOrDefault(original.id(), Cuts.Cut.NONE);
  }

  private boolean plays(Original original, Instant start) {
    var found = original.recurrence().from(start, calendar.of(original.area()));
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
