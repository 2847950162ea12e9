package firstline.broadcast.quiet;

import static firstline.broadcast.BroadcastRights.QUIET;
import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Windows and budgets that hold in the officer's areas, those set above them among them. */
@ApplicationScoped
public class QuietQueries {
  static final int SIZE = 50;
  private static final int NEXT = 5;
  private static final int BUDGETS = 200;

  /** Windows are looked for so far ahead. */
  private static final Duration AHEAD = Duration.ofDays(400);

  /** A line of the list. */
  public record Line(
      UUID id,
      String kind,
      String title,
      String areaName,
      String when,
      Instant setAt,
      @Nullable Instant endedAt) {}

  /** One window of the time. */
  public record Next(Instant from, Instant until) {}

  /** One step of the history. */
  public record Event(
      String verb, Instant at, String officerName, String departmentName, String reason) {}

  /**
   * The record.
   *
   * @param chinese the time in words, {@code english} the same
   * @param mine true if the officer may end it
   */
  public record View(
      UUID id,
      long version,
      String kind,
      String title,
      String areaName,
      String chinese,
      String english,
      List<Next> next,
      Instant setAt,
      @Nullable Instant endedAt,
      boolean mine,
      List<Event> events) {}

  /** A time that is being typed, read back. */
  public record Preview(String chinese, String english, List<Next> next) {}

  /** A budget. */
  public record Budget(
      UUID id,
      long version,
      String areaName,
      int minutes,
      Instant setAt,
      @Nullable Instant endedAt,
      boolean mine,
      String officerName,
      String reason) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private WorkingCalendar calendar;

  @SuppressWarnings("NullAway.Init")
  protected QuietQueries() {}

  /** For tests without a server. */
  QuietQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
    this.calendar = new WorkingCalendar(sql);
  }

  /**
   * A page of the windows, the newest first.
   *
   * @param ended those that were ended instead of those that hold
   */
  @Allows(right = READ, reads = true)
  @Requirement("R40.4")
  public Page<Line> list(boolean ended, String language, Cursor cursor) {
    var select =
        Select.from(
                """
                select w.id, w.kind, w.title, a.name, w.set_at, w.ended_at, w.dtstart, w.rrule,
                  w.exdates, w.calendar, w.days, w.length
                from quiet_window w join area a on a.code = w.area_code
                """)
            .where(
                """
                (a.path like any (?) or exists (select 1 from unnest(?) root
                  where starts_with(root, a.path)))
                """,
                desk.scope().patterns(),
                desk.scope().paths().toArray(String[]::new))
            .where("(w.ended_at is not null) = ?", ended);
    select.newestFirst("w.set_at", "w.id", cursor, SIZE);
    return Page.of(
        sql.list(
            select,
            row ->
                new Line(
                    row.id(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    QuietTree.time(row, 7).readBack(language),
                    row.instant(5),
                    row.instantOrNull(6))),
        SIZE,
        cursor,
        line -> Cursor.of(line.setAt(), line.id()));
  }

  /** The record of a window, with its next times. */
  @Allows(right = READ, reads = true)
  @Requirement({"R40.3", "R40.4"})
  public View one(UUID id) {
    var events =
        sql.list(
            """
            select verb, at, officer_name, department_name, reason
            from quiet_step where subject_id = ? order by at desc, id desc
            """,
            row -> new Event(row.text(1), row.instant(2), row.text(3), row.text(4), row.text(5)),
            id);
    return sql.one(
        """
        select w.id, w.version, w.kind, w.title, a.name, w.area_code, w.set_at, w.ended_at,
          w.dtstart, w.rrule, w.exdates, w.calendar, w.days, w.length, a.path like any (?)
        from quiet_window w join area a on a.code = w.area_code
        where w.id = ? and (a.path like any (?) or exists (select 1 from unnest(?) root
          where starts_with(root, a.path)))
        """,
        row -> {
          var time = QuietTree.time(row, 9);
          var ended = row.instantOrNull(8);
          return new View(
              row.id(1),
              row.number(2),
              row.text(3),
              row.text(4),
              row.text(5),
              time.readBack("zh"),
              time.readBack("en"),
              ended == null ? next(time, row.text(6)) : List.of(),
              row.instant(7),
              ended,
              row.flag(15),
              events);
        },
        desk.officer().scope(QUIET).patterns(),
        id,
        desk.scope().patterns(),
        desk.scope().paths().toArray(String[]::new));
  }

  /**
   * Reads back what is typed.
   *
   * @param area 12-digit code, whose working days count
   * @throws firstline.persistence.refusal.Refusal as setting it would
   */
  @Allows(right = READ, reads = true)
  @Requirement("R40.2")
  public Preview preview(Typed typed, String area) {
    var time = typed.read();
    time.requireSound(calendar.of(area));
    return new Preview(time.readBack("zh"), time.readBack("en"), next(time, area));
  }

  private List<Next> next(QuietTime time, String area) {
    var now = clock.instant();
    return time.between(now, now.plus(AHEAD), calendar.of(area)).stream()
        .limit(NEXT)
        .map(
            span -> new Next(Instant.ofEpochMilli(span.from()), Instant.ofEpochMilli(span.until())))
        .toList();
  }

  /**
   * Budgets, by area.
   *
   * @param ended those that were ended instead of those that hold
   */
  @Allows(right = READ, reads = true)
  @Requirement({"R40.3", "R40.4"})
  public List<Budget> budgets(boolean ended) {
    return sql.list(
        """
        select b.id, b.version, a.name, b.minutes, b.set_at, b.ended_at, a.path like any (?),
          coalesce(s.officer_name, ''), coalesce(s.reason, '')
        from noise_budget b join area a on a.code = b.area_code
          left join lateral (select officer_name, reason from quiet_step
            where subject_id = b.id order by at desc, id desc limit 1) s on true
        where (b.ended_at is not null) = ? and (a.path like any (?) or exists (
          select 1 from unnest(?) root where starts_with(root, a.path)))
        order by a.path, b.set_at desc limit ?
        """,
        row ->
            new Budget(
                row.id(1),
                row.number(2),
                row.text(3),
                row.integer(4),
                row.instant(5),
                row.instantOrNull(6),
                row.flag(7),
                row.text(8),
                row.text(9)),
        desk.officer().scope(QUIET).patterns(),
        ended,
        desk.scope().patterns(),
        desk.scope().paths().toArray(String[]::new),
        BUDGETS);
  }
}
