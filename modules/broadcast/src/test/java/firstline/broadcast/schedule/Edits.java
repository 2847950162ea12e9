package firstline.broadcast.schedule;

import firstline.broadcast.TestCity;
import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Schedules of a whole city and edits of them, drafted and approved without officers. */
final class Edits {
  private final Sql sql;
  private final TestCity city;
  private final Clock clock;
  final Replacements replacements;

  Edits(Sql sql, TestCity city, Clock clock) {
    this.sql = sql;
    this.city = city;
    this.clock = clock;
    this.replacements = new Replacements(sql);
  }

  UUID schedule(String dtstart, String rule) {
    var id = city.schedule(city.code(), "ROUTINE", 0, dtstart, rule, clock.instant());
    city.target(id, true, "AREA", city.code());
    return id;
  }

  /** Drafts the edit; the successor is approved by {@link #approve}. */
  UUID draft(UUID original, Scope scope, @Nullable String start, String dtstart, String rule) {
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
    sql.update(
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
    sql.update("update schedule_target set schedule_id = ? where schedule_id = ?", draft, id);
    sql.update("delete from schedule where id = ?", id);
    return draft;
  }

  void approve(UUID successor) {
    TestDatabase.inTransaction(
        mine -> {
          mine.update(
              """
              update schedule set state = 'APPROVED', approved_at = ?, version = version + 1
              where id = ?
              """,
              clock.instant(),
              successor);
          return new Replacements(mine).carryOut(successor, clock.instant());
        });
  }

  long version(UUID schedule) {
    return sql.one("select version from schedule where id = ?", row -> row.number(1), schedule);
  }
}
