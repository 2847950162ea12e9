package firstline.broadcast.calendar;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.broadcast.quiet.QuietTree;
import firstline.broadcast.quiet.Span;
import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What an area hears, as officers plan it: approved plays, and drafts of their own areas. */
@ApplicationScoped
public class WeekQueries {
  private static final int DAYS = 7;

  /** A week, or a day of it, of an area. */
  public record Planned(Place place, List<WorkingDays.Day> days, List<Airing> airings) {}

  /**
   * A day of an area, run dry.
   *
   * @param steps approved plays, what becomes of each
   * @param windows quiet ones that hold for all of the area, merged, within the day
   * @param minutes of routine that a village hears at most; empty if there is no limit, and for
   *     what is larger than a village
   */
  public record Day(
      Place place, List<DayOrder.Step> steps, List<Span> windows, OptionalInt minutes) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private WorkingCalendar calendar;

  @SuppressWarnings("NullAway.Init")
  protected WeekQueries() {}

  /** For tests without a server. */
  WeekQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
    this.calendar = new WorkingCalendar(sql);
  }

  /**
   * Every play of the seven days from the first on that any place of the area hears.
   *
   * @param kind empty for all
   * @throws firstline.persistence.refusal.NotFound if the area is none of the officer's
   */
  @Allows(right = READ, reads = true)
  @Requirement("R44.1")
  public Planned week(String area, LocalDate first, String kind) {
    return planned(area, first, DAYS, kind);
  }

  /**
   * What becomes of every approved play of the day.
   *
   * @throws firstline.persistence.refusal.NotFound if the area is none of the officer's
   */
  @Allows(right = READ, reads = true)
  @Requirement({"R44.2", "R44.10"})
  public Day day(String area, LocalDate day) {
    var planned = planned(area, day, 1, "");
    var place = planned.place();
    var from = midnight(day);
    var to = midnight(day.plusDays(1));
    // What begins before midnight may sound after it.
    var tree = QuietTree.read(sql, calendar, from, midnight(day.plusDays(2)), QuietTree.NONE);
    var quiet = tree.at(place.path());
    var minutes = place.level().equals("VILLAGE") ? tree.budget(place.path()) : OptionalInt.empty();
    var airings = planned.airings().stream().filter(Airing::approved).toList();
    var settled = minutes.isEmpty() ? Set.<Airing>of() : settled(place, airings, from, to);
    return new Day(
        place,
        DryRun.of(airings, quiet, minutes, settled, clock.instant()),
        quiet.stream()
            .filter(one -> one.meets(from.toEpochMilli(), to.toEpochMilli()))
            .map(
                one ->
                    new Span(
                        Math.max(one.from(), from.toEpochMilli()),
                        Math.min(one.until(), to.toEpochMilli())))
            .toList(),
        minutes);
  }

  /** Those that have begun and were not heard there for want of minutes. */
  private Set<Airing> settled(Place place, List<Airing> airings, Instant from, Instant to) {
    var out =
        Set.copyOf(
            sql.list(
                """
                select distinct o.schedule_id, o.start from play_over_budget b
                  join occurrence o on o.no = b.play_no join audience u on u.id = b.audience_id
                where u.area_code = ? and o.start >= ? and o.start < ? and o.start <= ?
                """,
                row -> Map.entry(row.id(1), row.instant(2)),
                place.code(),
                from,
                to,
                clock.instant()));
    return airings.stream()
        .filter(one -> out.contains(Map.entry(one.schedule(), one.start())))
        .collect(Collectors.toSet());
  }

  private Planned planned(String area, LocalDate first, int days, String kind) {
    var mine = desk.scope().patterns();
    var place =
        sql.one(
            "select code, name, level, path from area where code = ? and path like any (?)",
            row -> new Place(row.text(1), row.text(2), row.text(3), row.text(4)),
            area,
            mine);
    var from = midnight(first);
    var reaching = new Reaching(sql, calendar);
    var heard =
        reaching.of(place, mine, clock.instant(), from).stream()
            .filter(one -> kind.isBlank() || one.kind().name().equals(kind))
            .toList();
    var working = calendar.of(area);
    return new Planned(
        place,
        IntStream.range(0, days).mapToObj(i -> working.day(first.plusDays(i))).toList(),
        reaching.airings(heard, from, midnight(first.plusDays(days))));
  }

  private static Instant midnight(LocalDate date) {
    return date.atStartOfDay(Clocks.ZONE).toInstant();
  }
}
