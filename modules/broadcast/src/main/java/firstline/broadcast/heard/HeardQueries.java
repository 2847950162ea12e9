package firstline.broadcast.heard;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The plays that reached a speaker or a village while its speakers belonged there, found from the
 * place and not from the plays: of a city's thousands of schedules few reach a village.
 */
@ApplicationScoped
public class HeardQueries {
  /** Plays of one page of a village. */
  static final int PLAYS = 60;

  private static final int MOST = 2_000;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected HeardQueries() {}

  /** For tests without a server. */
  HeardQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * What reaches the stays {@code mine}: all above a place and its groups, less what is left out,
   * as schedule_audience has it. Takes the begin and the end of the span.
   */
  private static final String REACHED =
      """
      , here as (
        select distinct audience_id, string_to_array(path, '/') as areas,
          string_to_array(groups, ' ') as clubs
        from mine),
      reach as (
        select distinct h.audience_id, t.schedule_id
        from here h join schedule_target t on t.included
          and (t.kind = 'AREA' and t.target = any (h.areas)
            or t.kind = 'GROUP' and t.target = any (h.clubs))
        where not exists (
          select 1 from schedule_target x where x.schedule_id = t.schedule_id and not x.included
            and (x.kind = 'AREA' and x.target = any (h.areas)
              or x.kind = 'GROUP' and x.target = any (h.clubs)))),
      reached as (
        select m.speaker_no, o.no, o.start, o.schedule_id,
          case when o.withdrawn_at <= o.start then 'WITHDRAWN'
            when exists (select 1 from play_over_budget b
              where b.play_no = o.no and b.audience_id = m.audience_id) then 'OVER_BUDGET'
            else 'PLANNED' end as plan
        from reach r join mine m on m.audience_id = r.audience_id
          join occurrence o on o.schedule_id = r.schedule_id and o.start >= ? and o.start < ?
            and o.start >= m.since and (m.until is null or m.until > o.start))
      """;

  private static final String SHOWN =
      """
      select k.id, k.serial, k.place, p.no, p.start, s.slot, s.title, s.kind, p.plan,
        coalesce(e.event, 'UNKNOWN'),
        (select min(r.at) from receipt r where r.play_no = p.no
          and r.speaker_no = p.speaker_no and r.event = 'STARTED'),
        e.at, coalesce(e.heard, 0), coalesce(e.reason, ''),
        (select min(r.received_at) from receipt r where r.play_no = p.no
          and r.speaker_no = p.speaker_no and r.event = e.event),
        l.seen_at
      from reached p join speaker k on k.no = p.speaker_no join schedule s on s.id = p.schedule_id
        left join speaker_live l on l.speaker_no = p.speaker_no
        left join lateral (select x.* from play_end x where x.start = p.start
          and x.play_no = p.no and x.speaker_no = p.speaker_no offset 0) e on true
      """;

  /**
   * The speaker's plays of the span, the latest first; at most {@value #MOST}.
   *
   * @param from first instant, inclusive
   * @param to exclusive
   */
  @Allows(right = READ, reads = true)
  @Requirement("R49.2")
  public List<HeardPlay> bySpeaker(UUID speaker, Instant from, Instant to) {
    var now = clock.instant();
    return sql.list(
        """
        with mine as (
          select y.speaker_no, y.audience_id, y.since, y.until, u.groups, a.path
          from speaker k join speaker_stay y on y.speaker_no = k.no
            join audience u on u.id = y.audience_id join area a on a.code = u.area_code
          where k.id = ? and a.path like any (?))
        """
            + REACHED
            + SHOWN
            + "order by p.start desc, p.no desc limit ?",
        row -> line(row, now),
        speaker,
        desk.scope().patterns(),
        from,
        to,
        MOST);
  }

  /**
   * The plays of an area itself, not of those below it: the latest first, of each its speakers by
   * serial; at most {@value #PLAYS} plays.
   *
   * @param kind of the schedules; empty for all but drills
   * @param after only plays before the one of this number; 0 for the latest ones
   */
  @Allows(right = READ, reads = true)
  @Requirement("R49.2")
  public List<HeardPlay> byVillage(String area, Instant from, Instant to, String kind, long after) {
    var now = clock.instant();
    return sql.list(
        """
        with mine as (
          select y.speaker_no, y.audience_id, y.since, y.until, u.groups, a.path
          from area a join audience u on u.area_code = a.code
            join speaker_stay y on y.audience_id = u.id
          where a.code = ? and a.path like any (?))
        """
            + REACHED
            + """
            , page as (
              select distinct q.start, q.no from reached q join schedule s on s.id = q.schedule_id
              where (s.kind = ? or (? = '' and s.kind <> 'DRILL')) and (? = 0 or (q.start, q.no)
                < (select b.start, b.no from occurrence b where b.no = ?))
              order by q.start desc, q.no desc limit ?)
            """
            + SHOWN
            + "where p.no in (select no from page) order by p.start desc, p.no desc, k.serial",
        row -> line(row, now),
        area,
        desk.scope().patterns(),
        from,
        to,
        kind,
        kind,
        after,
        after,
        PLAYS);
  }

  /** True if there are areas below this one. */
  @Allows(right = READ, reads = true)
  public boolean hasBelow(String area) {
    return sql.one("select exists (select 1 from area where parent = ?)", row -> row.flag(1), area);
  }

  private static HeardPlay line(Row row, Instant now) throws SQLException {
    var start = row.instant(5);
    var over = start.plusMillis(row.number(6)).isBefore(now);
    return new HeardPlay(
        row.id(1),
        row.text(2),
        row.text(3),
        row.number(4),
        start,
        row.number(6),
        row.text(7),
        row.text(8),
        row.text(9),
        start.isAfter(now)
            ? "LATER"
            : over || !row.text(10).equals("UNKNOWN") ? row.text(10) : "RUNNING",
        row.instantOrNull(11),
        row.instantOrNull(12),
        row.number(13),
        row.text(14),
        row.instantOrNull(15),
        row.instantOrNull(16));
  }
}
