package firstline.broadcast.calendar;

import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Preemption;
import firstline.broadcast.programme.Rank;
import firstline.broadcast.programme.Starts;
import firstline.broadcast.recurrence.Recurrence;
import firstline.broadcast.verse.TextKind;
import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The schedules that any place at or below an area hears, and their plays. */
final class Reaching {
  /** An emergency begins at its approval; nodes' clocks may differ by less, as in the builder. */
  private static final Duration LEEWAY = Duration.ofMinutes(1);

  /**
   * A schedule that reaches the area.
   *
   * @param begins before it there are no plays: its approval, or now for a draft
   * @param ends from when on there are none; far away while it holds
   * @param changed when it was approved, or last handed something over; null for a draft
   */
  record Heard(
      UUID id,
      String number,
      String title,
      Kind kind,
      int level,
      String state,
      String area,
      String language,
      String text,
      TextKind textKind,
      Recurrence.Text when,
      Duration once,
      Duration slot,
      Duration tolerance,
      Preemption preemption,
      int repeats,
      Duration pause,
      long rank,
      Instant begins,
      Instant ends,
      @Nullable Instant changed,
      boolean mine) {

    /** How long one play sounds; one that repeats until the end of its slot, that long. */
    Duration whole() {
      return repeats == 0
          ? slot
          : once.multipliedBy(repeats).plus(pause.multipliedBy(repeats - 1L));
    }

    Airing at(Instant start) {
      return new Airing(
          id,
          number,
          title,
          kind,
          level,
          state,
          text,
          start,
          whole(),
          start.plus(slot),
          start.plus(tolerance),
          preemption,
          rank,
          mine);
    }
  }

  private static final Instant HOLDS = Instant.parse("2199-01-01T00:00:00Z");

  private final Sql sql;
  private final WorkingCalendar calendar;

  Reaching(Sql sql, WorkingCalendar calendar) {
    this.sql = sql;
    this.calendar = calendar;
  }

  /**
   * Approved schedules, whoever ordered them, and drafts of the areas that the patterns cover; the
   * earlier approved first. What is damaged is left out.
   *
   * @param mine patterns of paths, as {@link firstline.persistence.right.Scope#patterns}
   * @param since those that were withdrawn before are left out
   */
  @Requirement({"R44.1", "R56.1"})
  List<Heard> of(Place place, String[] mine, Instant now, Instant since) {
    return sql
        .list(
            """
        with here as (select ?::text as path)
        select s.id, s.number, s.title, s.kind, s.level, s.state, s.area_code, i.language,
          i.text, s.dtstart, s.timezone, s.rrule, s.exdates, s.calendar, s.length, s.slot,
          s.tolerance, s.preemption, s.repeats, s.pause,
          length(a.path) - length(replace(a.path, '/', '')), s.approval, s.approved_at,
          s.withdrawn_at, greatest(s.approved_at, (select max(c.at) from schedule_cut c
            where c.original_id = s.id)), a.path like any (?), r.scope = 'FOLLOWING', r.start,
          i.text_kind
        from here cross join schedule s
          join item i on i.id = s.item_id
          join area a on a.code = s.area_code
          left join schedule_replacement r on r.successor_id = s.id
        where (s.approved_at is not null or a.path like any (?))
          and (s.withdrawn_at is null or s.withdrawn_at > ?)
          and (exists (select 1 from schedule_target t join area p on p.code = t.target
              where t.schedule_id = s.id and t.kind = 'AREA' and t.included
                and (starts_with(p.path, here.path) or starts_with(here.path, p.path))
                and (not exists (select 1 from schedule_target x
                    where x.schedule_id = s.id and x.kind = 'AREA' and not x.included)
                  or exists (select 1 from area v
                    where starts_with(v.path, here.path) and starts_with(v.path, p.path)
                      and not exists (select 1 from schedule_target x join area q on q.code = x.target
                        where x.schedule_id = s.id and x.kind = 'AREA' and not x.included
                          and starts_with(v.path, q.path)))))
            or exists (select 1 from schedule_target g
              where g.schedule_id = s.id and g.kind = 'GROUP' and g.included
                and exists (select 1 from schedule_audience u join area v on v.code = u.area_code
                  where u.schedule_id = s.id and starts_with(v.path, here.path))))
        order by s.approval nulls last, s.drafted_at, s.id
        """,
            row -> heard(row, now),
            place.path(),
            mine,
            mine,
            since)
        .stream()
        .filter(one -> Recurrence.kept(one.when()).isPresent())
        .toList();
  }

  private static Heard heard(Row row, Instant now) throws SQLException {
    var kind = Kind.valueOf(row.text(4));
    var approved = row.instantOrNull(23);
    var withdrawn = row.instantOrNull(24);
    var from = row.instantOrNull(28);
    var begins = now;
    if (approved != null) {
      begins = approved.minus(LEEWAY);
    } else if (row.flag(27) && from != null && from.isAfter(now)) {
      begins = LocalDate.ofInstant(from, Clocks.ZONE).atStartOfDay(Clocks.ZONE).toInstant();
    }
    return new Heard(
        row.id(1),
        row.text(2),
        row.text(3),
        kind,
        row.integer(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.text(9),
        TextKind.valueOf(row.text(29)),
        new Recurrence.Text(
            row.text(10), row.text(12), row.text(11), lines(row.text(13)), row.text(14)),
        Duration.ofMillis(row.number(15)),
        Duration.ofMillis(row.number(16)),
        Duration.ofMillis(row.number(17)),
        Preemption.valueOf(row.text(18)),
        row.integer(19),
        Duration.ofMillis(row.number(20)),
        Rank.of(
            kind,
            row.integer(5),
            row.integer(21) - 1,
            approved == null ? Rank.LAST : row.number(22)),
        begins,
        withdrawn == null ? HOLDS : withdrawn,
        row.instantOrNull(25),
        row.flag(26));
  }

  private static List<String> lines(String text) {
    return Stream.of(text.split("\n")).filter(line -> !line.isBlank()).toList();
  }

  /** Their starts in the window, its end excluded. */
  Map<UUID, List<Instant>> starts(List<Heard> heard, Instant from, Instant to) {
    return new Starts(sql, calendar)
        .between(
            heard.stream()
                .map(
                    one ->
                        new Starts.Of(
                            one.id(),
                            one.area(),
                            Recurrence.read(one.when()),
                            one.begins(),
                            one.ends()))
                .toList(),
            from,
            to);
  }

  /** Their plays in the window, its end excluded, in the order of time. */
  @Requirement("R44.1")
  List<Airing> airings(List<Heard> heard, Instant from, Instant to) {
    var starts = starts(heard, from, to);
    var airings = new ArrayList<Airing>();
    for (var one : heard) {
      starts.getOrDefault(one.id(), List.of()).forEach(at -> airings.add(one.at(at)));
    }
    airings.sort(Comparator.comparing(Airing::start).thenComparing(Airing::number));
    return airings;
  }
}
