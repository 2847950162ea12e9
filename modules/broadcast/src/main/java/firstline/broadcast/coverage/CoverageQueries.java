package firstline.broadcast.coverage;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.broadcast.proof.Identity;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Coverage of a span of days, within the officer's areas, from what was added up. */
@ApplicationScoped
public class CoverageQueries {
  /**
   * What is asked for.
   *
   * @param from first day, inclusive
   * @param to last day, inclusive
   * @param area 12-digit code; all below it counts
   * @param kind of the schedules; empty for all but drills
   */
  public record Span(LocalDate from, LocalDate to, String area, String kind) {}

  /** A day's plays. */
  public record Day(LocalDate day, Identity identity) {}

  /** An area and what was planned there and below it. */
  public record Place(String code, String name, Identity identity) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected CoverageQueries() {}

  /** For tests without a server. */
  CoverageQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** Every day of the span, the first one first. */
  @Allows(right = READ, reads = true)
  @Requirement("R45.2")
  public List<Day> days(Span span) {
    return sql.list(
        """
        with counted as (
          select c.day, sum(c.planned) as planned, sum(c.finished) as finished,
            sum(c.pre_empted) as pre_empted, sum(c.skipped) as skipped, sum(c.failed) as failed,
            sum(c.interrupted) as interrupted
          from coverage_day c
          where c.day between ? and ? and (c.kind = ? or (? = '' and c.kind <> 'DRILL'))
            and c.area_code in (
              select a.code from area a where a.path like ? and a.path like any (?))
          group by c.day)
        select d::date, coalesce(planned, 0), coalesce(finished, 0), coalesce(pre_empted, 0),
          coalesce(skipped, 0), coalesce(failed, 0), coalesce(interrupted, 0)
        from generate_series(?::date, ?::date, interval '1 day') d
          left join counted c on c.day = d::date
        order by 1
        """,
        row -> new Day(row.date(1), Identity.of(row, 2)),
        span.from(),
        span.to(),
        span.kind(),
        span.kind(),
        path(span.area()) + "%",
        desk.scope().patterns(),
        span.from(),
        span.to());
  }

  /** The areas right below, the least covered first; and the area itself if speakers hang there. */
  @Allows(right = READ, reads = true)
  @Requirement("R45.2")
  public List<Place> below(Span span) {
    return sql.list(
        """
        with top as (select ?::text as path),
        counted as (
          select c.area_code, sum(c.planned) as planned, sum(c.finished) as finished,
            sum(c.pre_empted) as pre_empted, sum(c.skipped) as skipped, sum(c.failed) as failed,
            sum(c.interrupted) as interrupted
          from coverage_day c
          where c.day between ? and ? and (c.kind = ? or (? = '' and c.kind <> 'DRILL'))
            and c.area_code in (
              select a.code from area a where a.path like ? and a.path like any (?))
          group by c.area_code),
        placed as (
          select coalesce(nullif(split_part(substr(a.path, length(top.path) + 1), '/', 1), ''),
            a.code) as code, c.*
          from counted c join area a on a.code = c.area_code cross join top)
        select p.code, b.name, sum(planned), sum(finished), sum(pre_empted), sum(skipped), sum(failed), sum(interrupted)
        from placed p join area b on b.code = p.code
        group by p.code, b.name
        order by sum(finished)::numeric / nullif(sum(planned), 0) nulls last, b.name
        """,
        row -> new Place(row.text(1), row.text(2), Identity.of(row, 3)),
        path(span.area()),
        span.from(),
        span.to(),
        span.kind(),
        span.kind(),
        path(span.area()) + "%",
        desk.scope().patterns());
  }

  /** Read apart, since a pattern that the planner knows is planned for as many areas as it has. */
  private String path(String area) {
    return sql.first("select path from area where code = ?", row -> row.text(1), area).orElse("-");
  }

  /** How many plays have begun that were not added up since the last receipt came in. */
  @Allows(right = READ, reads = true)
  public long waiting() {
    return sql.one(
        """
        select (select count(distinct play_no) from play_touched)
          + (select count(*) from occurrence where tallied_at is null and start <= ?)
        """,
        row -> row.number(1),
        clock.instant());
  }
}
