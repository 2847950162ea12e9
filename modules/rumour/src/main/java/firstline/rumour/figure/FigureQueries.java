package firstline.rumour.figure;

import static firstline.rumour.RumourRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a span of days, counted from clocks and steps. Imported rumours have no clocks here
 * and are in none of them.
 */
@ApplicationScoped
public class FigureQueries {
  /**
   * The span and the subtree.
   *
   * @param from first day, inclusive
   * @param to last day, inclusive
   * @param area 12-digit code, or empty for everything in scope
   */
  public record Span(LocalDate from, LocalDate to, String area) {
    Instant begin() {
      return from.atStartOfDay(Clocks.ZONE).toInstant();
    }

    Instant end() {
      return to.plusDays(1).atStartOfDay(Clocks.ZONE).toInstant();
    }
  }

  /**
   * How fast the public had the answer, for rumours first answered in the span.
   *
   * @param median from the first report to the first public receipt; null if there is none
   * @param p90 nine of ten were faster
   * @param queue median of the time in which it lay and waited for somebody
   * @param work median of the rest
   * @param within5 share within 5 hours, from 0 to 1
   */
  public record Speed(
      long answered,
      @Nullable Duration median,
      @Nullable Duration p90,
      @Nullable Duration queue,
      @Nullable Duration work,
      double within5,
      double within24,
      double within48) {}

  /**
   * Claims received in the span.
   *
   * @param repeats joined to a rumour that was known
   * @param automatic of the repeats, joined by the engine alone
   * @param wrong taken out of a rumour again
   */
  public record Intake(
      long claims, long repeats, long automatic, long wrong, long declined, long quarantined) {}

  /** How far the answers went: page views, plays and copies handed back by the others. */
  public record Reach(long views, long plays, long copies) {}

  /** One group of rumours first answered in the span. */
  public record Group(
      String name,
      long answered,
      @Nullable Duration median,
      @Nullable Duration p90,
      double within24) {}

  /** A day's claims and answers. */
  public record Day(LocalDate day, long claims, long answers) {}

  /** By what the groups are made. */
  public enum By {
    AREA,
    DEPARTMENT,
    TOPIC
  }

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected FigureQueries() {}

  FigureQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /**
   * Speed. Queue time is what the steps say it lay in a state in which nobody of the owner's could
   * go on: not taken up, handed over, waiting for information, for a second person, for a reviewer
   * or for the publisher.
   */
  @Allows(right = READ, reads = true)
  @Requirement("R9.11")
  public Speed speed(Span span) {
    return sql.one(
        """
        with answered as (
          select m.id, m.first_public_at,
            extract(epoch from m.first_public_at - m.received_at) as whole
          from rumour m join area a on a.code = m.area_code
          where m.first_public_at >= ? and m.first_public_at < ? and m.received_at is not null
            and a.path like any (?) and a.path like ?),
        lay as (
          select s.rumour_id, sum(extract(epoch from s.until - s.at)) as queue from (
            select s.rumour_id, s.state, s.at, least(an.first_public_at,
              coalesce(lead(s.at) over (partition by s.rumour_id order by s.at, s.id),
                an.first_public_at)) as until
            from rumour_step s join answered an on an.id = s.rumour_id
            where s.at < an.first_public_at) s
          where s.state in ('OPEN', 'HANDED_OVER', 'WAITING_INFO', 'VERDICT_PROPOSED')
          group by s.rumour_id),
        reviewed as (
          select s.rumour_id, sum(extract(epoch from s.until - s.at)) as queue from (
            select r.rumour_id, s.verb, s.at, least(an.first_public_at,
              coalesce(lead(s.at) over (partition by s.rebuttal_id order by s.at, s.id),
                an.first_public_at)) as until
            from rebuttal_step s join rebuttal r on r.id = s.rebuttal_id
              join answered an on an.id = r.rumour_id
            where s.at < an.first_public_at) s
          where s.verb in ('SUBMITTED', 'APPROVED') group by s.rumour_id),
        parts as (
          select whole, least(whole, coalesce(lay.queue, 0) + coalesce(reviewed.queue, 0)) as queue
          from answered left join lay on lay.rumour_id = answered.id
            left join reviewed on reviewed.rumour_id = answered.id)
        select count(*), percentile_cont(0.5) within group (order by whole),
          percentile_cont(0.9) within group (order by whole),
          percentile_cont(0.5) within group (order by queue),
          percentile_cont(0.5) within group (order by whole - queue),
          coalesce(avg((whole <= 5 * 3600)::int), 0), coalesce(avg((whole <= 24 * 3600)::int), 0),
          coalesce(avg((whole <= 48 * 3600)::int), 0)
        from parts
        """,
        row ->
            new Speed(
                row.number(1),
                seconds(row.realOrNull(2)),
                seconds(row.realOrNull(3)),
                seconds(row.realOrNull(4)),
                seconds(row.realOrNull(5)),
                row.real(6),
                row.real(7),
                row.real(8)),
        span.begin(),
        span.end(),
        desk.scope().patterns(),
        "%" + span.area() + "%");
  }

  /** Intake. */
  @Allows(right = READ, reads = true)
  @Requirement("R9.11")
  public Intake intake(Span span) {
    return sql.one(
        """
        select count(*), count(*) filter (where c.joined_how is not null),
          count(*) filter (where c.joined_how = 'AUTOMATIC'), coalesce(sum(c.detached), 0),
          count(*) filter (where c.state = 'DECLINED'),
          count(*) filter (where c.state = 'QUARANTINED')
        from claim c join area a on a.code = c.area_code
        where c.received_at >= ? and c.received_at < ? and a.path like any (?) and a.path like ?
        """,
        row ->
            new Intake(
                row.number(1),
                row.number(2),
                row.number(3),
                row.number(4),
                row.number(5),
                row.number(6)),
        span.begin(),
        span.end(),
        desk.scope().patterns(),
        "%" + span.area() + "%");
  }

  /** Reach, from the indicators that public site, loudspeakers and paper write. */
  @Allows(right = READ, reads = true)
  @Requirement("R9.11")
  public Reach reach(Span span) {
    return sql.one(
        """
        select coalesce(sum(i.value) filter (where i.key = 'rumour.views'), 0)::bigint,
          coalesce(sum(i.value) filter (where i.key = 'broadcast.plays.rebuttal'), 0)::bigint,
          coalesce(sum(i.value) filter (where i.key = 'publicity.copies.rebuttal'), 0)::bigint
        from indicator i join area a on a.code = i.area_code
        where i.day between ? and ? and a.path like any (?) and a.path like ?
          and i.key in ('rumour.views', 'broadcast.plays.rebuttal', 'publicity.copies.rebuttal')
        """,
        row -> new Reach(row.number(1), row.number(2), row.number(3)),
        span.from(),
        span.to(),
        desk.scope().patterns(),
        "%" + span.area() + "%");
  }

  /** Groups with most answers first, at most 30. */
  @Allows(right = READ, reads = true)
  @Requirement("R9.11")
  public List<Group> groups(Span span, By by) {
    return sql.list(
        """
        select case ?::text when 'AREA' then county when 'TOPIC' then topic else department end,
          count(*), percentile_cont(0.5) within group (order by whole),
          percentile_cont(0.9) within group (order by whole), avg((whole <= 24 * 3600)::int)
        from (
          select coalesce((select b.name from area b where b.level = 'COUNTY'
              and a.path like b.path || '%'), a.name) as county,
            m.topic, m.department_name as department,
            extract(epoch from m.first_public_at - m.received_at) as whole
          from rumour m join area a on a.code = m.area_code
          where m.first_public_at >= ? and m.first_public_at < ? and m.received_at is not null
            and a.path like any (?) and a.path like ?) answered
        group by 1 order by 2 desc, 1 limit 30
        """,
        row ->
            new Group(
                row.text(1),
                row.number(2),
                seconds(row.realOrNull(3)),
                seconds(row.realOrNull(4)),
                row.real(5)),
        by.name(),
        span.begin(),
        span.end(),
        desk.scope().patterns(),
        "%" + span.area() + "%");
  }

  /** Every day of the span, the first one first. */
  @Allows(right = READ, reads = true)
  @Requirement("R9.11")
  public List<Day> days(Span span) {
    return sql.list(
        """
        with seen as (select code from area where path like any (?) and path like ?),
        claims as (
          select (received_at at time zone 'Asia/Shanghai')::date as day, count(*) as n from claim
          where received_at >= ? and received_at < ? and area_code in (select code from seen)
          group by 1),
        answers as (
          select (first_public_at at time zone 'Asia/Shanghai')::date as day, count(*) as n
          from rumour
          where first_public_at >= ? and first_public_at < ?
            and area_code in (select code from seen)
          group by 1)
        select d::date, coalesce(claims.n, 0), coalesce(answers.n, 0)
        from generate_series(?::date, ?::date, interval '1 day') d
          left join claims on claims.day = d::date left join answers on answers.day = d::date
        order by 1
        """,
        row -> new Day(row.date(1), row.number(2), row.number(3)),
        desk.scope().patterns(),
        "%" + span.area() + "%",
        span.begin(),
        span.end(),
        span.begin(),
        span.end(),
        span.from(),
        span.to());
  }

  private static @Nullable Duration seconds(@Nullable Double value) {
    return value == null ? null : Duration.ofSeconds(Math.round(value));
  }
}
