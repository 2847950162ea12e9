package firstline.broadcast.schedule;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.broadcast.media.Sound;
import firstline.broadcast.programme.Cuts;
import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Preemption;
import firstline.broadcast.recurrence.ReadBack;
import firstline.broadcast.recurrence.Recurrence;
import firstline.broadcast.verse.TextKind;
import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Schedules as the officers see them. */
@ApplicationScoped
public class ScheduleQueries {
  static final int SIZE = 50;
  private static final int NEXT = 5;

  /** A line of the list. */
  public record Line(
      UUID id,
      long version,
      String number,
      String title,
      String kind,
      String state,
      String areaName,
      Instant draftedAt,
      String when,
      TextKind textKind) {}

  /** A place, in words. */
  public record Place(boolean included, String name) {}

  /** One step of the history. */
  public record Event(
      String verb, Instant at, String officerName, String departmentName, String reason) {}

  /** The record. */
  public record View(
      UUID id,
      long version,
      String number,
      Plan plan,
      String hash,
      String state,
      String area,
      String areaName,
      String departmentName,
      String writers,
      boolean reviewed,
      Instant draftedAt,
      @Nullable Instant submittedAt,
      @Nullable Instant approvedAt,
      @Nullable Instant withdrawnAt,
      List<Place> places,
      String when,
      List<Instant> next,
      long speakers,
      List<Event> events) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private WorkingCalendar calendar;

  /** A page of the list, the newest first. */
  @Allows(right = READ, reads = true)
  @Requirement("R36.4")
  public Page<Line> list(
      String state, String kind, String textKind, boolean damaged, String language, Cursor cursor) {
    var select =
        Select.from(
                """
                select s.id, s.number, s.title, s.kind, s.state, a.name, s.drafted_at, s.dtstart,
                  s.timezone, s.rrule, s.exdates, s.calendar, s.version, i.text_kind
                from schedule s join area a on a.code = s.area_code
                  join item i on i.id = s.item_id
                """)
            .where("a.path like any (?)", (Object) desk.scope().patterns())
            .whereSet("s.state = ?", state)
            .whereSet("s.kind = ?", kind)
            .whereSet("i.text_kind = ?", textKind)
            .whereSet(
                "exists (select 1 from schedule_fault f where f.schedule_id = s.id) = ?",
                damaged ? true : null);
    select.newestFirst("s.drafted_at", "s.id", cursor, SIZE);
    return Page.of(
        sql.list(
            select,
            row ->
                new Line(
                    row.id(1),
                    row.number(13),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    row.text(5),
                    row.text(6),
                    row.instant(7),
                    said(when(row, 8), language),
                    TextKind.valueOf(row.text(14)))),
        SIZE,
        cursor,
        line -> Cursor.of(line.draftedAt(), line.id()));
  }

  /** The record, with its next plays and how many speakers it reaches today. */
  @Allows(right = READ, reads = true)
  @Requirement("R36.4")
  public View one(UUID id, String language) {
    var targets = new ArrayList<Target>();
    var places = new ArrayList<Place>();
    sql.list(
        """
        select t.included, t.kind, t.target, coalesce(a.name, g.name, t.target)
        from schedule_target t
          left join area a on t.kind = 'AREA' and a.code = t.target
          left join speaker_group g on t.kind = 'GROUP' and g.id::text = t.target
        where t.schedule_id = ? order by t.included desc, t.target
        """,
        row -> {
          targets.add(new Target(row.flag(1), Target.Kind.valueOf(row.text(2)), row.text(3)));
          return places.add(new Place(row.flag(1), row.text(4)));
        },
        id);
    var events = events(id);
    var speakers = speakers(id);
    return sql.one(
        """
        select s.id, s.version, s.number, s.hash, s.state, s.area_code, a.name, s.department_name,
          s.writers, s.drafted_at, s.submitted_at, s.approved_at, s.withdrawn_at,
          s.dtstart, s.timezone, s.rrule, s.exdates, s.calendar,
          s.title, s.kind, s.level, i.tone, i.language, i.text, s.slot, s.tolerance, s.preemption,
          s.volume, s.repeats, s.pause, s.reviewers <> '', s.script_id,
          i.text_kind
        from schedule s join area a on a.code = s.area_code join item i on i.id = s.item_id
        where s.id = ? and a.path like any (?)
        """,
        row -> view(row, language, targets, places, events, speakers),
        id,
        desk.scope().patterns());
  }

  private View view(
      Row row,
      String language,
      List<Target> targets,
      List<Place> places,
      List<Event> events,
      long speakers)
      throws SQLException {
    var when = when(row, 14);
    var plan =
        new Plan(
            row.text(19),
            Kind.valueOf(row.text(20)),
            row.integer(21),
            Plan.Tone.valueOf(row.text(22)),
            row.text(23),
            row.text(24),
            TextKind.valueOf(row.text(33)),
            when,
            Duration.ofMillis(row.number(25)),
            Duration.ofMillis(row.number(26)),
            Preemption.valueOf(row.text(27)),
            row.integer(28),
            row.integer(29),
            Duration.ofMillis(row.number(30)),
            targets,
            row.idOrNull(32),
            media(row.id(1)));
    var ended = row.instantOrNull(13);
    var id = row.id(1);
    var area = row.text(6);
    return new View(
        row.id(1),
        row.number(2),
        row.text(3),
        plan,
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.text(9),
        row.flag(31),
        row.instant(10),
        row.instantOrNull(11),
        row.instantOrNull(12),
        ended,
        List.copyOf(places),
        said(when, language),
        ended == null
            ? Recurrence.kept(when).map(recurrence -> next(id, recurrence, area)).orElse(List.of())
            : List.of(),
        speakers,
        events);
  }

  /** In words; empty if it was damaged. */
  @Requirement("R56.2")
  private static String said(Recurrence.Text when, String language) {
    return Recurrence.kept(when).map(one -> ReadBack.of(one, language)).orElse("");
  }

  private List<Instant> next(UUID id, Recurrence recurrence, String area) {
    var cut = new Cuts(sql).of(List.of(id)).getOrDefault(id, Cuts.Cut.NONE);
    var found = new ArrayList<Instant>();
    var now = clock.instant();
    var occurrences =
        recurrence.from(cut.from().isAfter(now) ? cut.from() : now, calendar.of(area));
    while (found.size() < NEXT && occurrences.hasNext()) {
      var start = occurrences.next().start();
      if (!start.isBefore(cut.until())) {
        break;
      }
      if (cut.keeps(start)) {
        found.add(start);
      }
    }
    return found;
  }

  private static Recurrence.Text when(Row row, int from) throws SQLException {
    return new Recurrence.Text(
        row.text(from),
        row.text(from + 2),
        row.text(from + 1),
        Stream.of(row.text(from + 3).split("\n")).filter(line -> !line.isBlank()).toList(),
        row.text(from + 4));
  }

  private List<Sound> media(UUID id) {
    return sql.list(
        """
        select m.sha256, m.bytes, m.length from schedule s
          join item_media i on i.item_id = s.item_id join media m on m.id = i.media_id
        where s.id = ? order by i.position
        """,
        row -> new Sound(row.text(1), row.number(2), Duration.ofMillis(row.number(3))),
        id);
  }

  private long speakers(UUID id) {
    return sql.one(
        """
        select count(*) from schedule_audience v join speaker s on s.audience_id = v.audience_id
        where v.schedule_id = ? and s.state = 'ENROLLED'
        """,
        row -> row.number(1),
        id);
  }

  /** What a script says, and how it is written. */
  public record Wording(String text, TextKind kind) {}

  /** A script in the officer's areas. */
  @Allows(right = READ, reads = true)
  public Wording script(UUID id) {
    return sql.one(
        """
        select c.text, c.text_kind from script c join area a on a.code = c.area_code
        where c.id = ? and a.path like any (?)
        """,
        row -> new Wording(row.text(1), TextKind.valueOf(row.text(2))),
        id,
        desk.scope().patterns());
  }

  private List<Event> events(UUID id) {
    return sql.list(
        """
        select verb, at, officer_name, department_name, reason
        from schedule_step where schedule_id = ? order by at desc, id desc
        """,
        row -> new Event(row.text(1), row.instant(2), row.text(3), row.text(4), row.text(5)),
        id);
  }
}
