package firstline.broadcast.coverage;

import firstline.persistence.database.Sql;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;

/** Adds up the plays that have begun, and again those of which an end came in. */
@ApplicationScoped
public class AddUpPlays {
  /** Key of the figure that goes back to the rumour department. */
  public static final String REBUTTALS = "broadcast.plays.rebuttal";

  /** Key of all that was played to its end, drills apart. */
  public static final String PLAYS = "broadcast.plays";

  private static final String SOURCE = "broadcast.coverage";

  /** Plays of one transaction. */
  private static final int TOGETHER = 50;

  @Inject private Sql sql;
  @Inject private Indicators indicators;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected AddUpPlays() {}

  /** For tests without a server. */
  public AddUpPlays(Sql sql, Indicators indicators, Clock clock) {
    this.sql = sql;
    this.indicators = indicators;
    this.clock = clock;
  }

  /** Adds up some; how many plays, 0 once all are. */
  @Allows(right = Rights.SYSTEM, ownRecord = true)
  @Requirement({"R45.1", "R45.3", "R45.4"})
  public int addUp() {
    // One node at a time, so that no two count the same day from different moments.
    if (!sql.one("select pg_try_advisory_xact_lock(7351202)", row -> row.flag(1))) {
      return 0;
    }
    var now = clock.instant();
    var plays = new LinkedHashSet<Long>();
    // What is taken off here was committed with its ends, so the count below sees them.
    plays.addAll(
        sql.list(
            """
            delete from play_touched where play_no in (
              select distinct play_no from play_touched order by play_no limit ?)
            returning play_no
            """,
            row -> row.number(1),
            TOGETHER));
    plays.addAll(
        sql.list(
            """
            select no from occurrence where tallied_at is null and start <= ?
            order by start, no limit ?
            """,
            row -> row.number(1),
            now,
            TOGETHER));
    if (plays.isEmpty()) {
      return 0;
    }
    var numbers = plays.stream().map(String::valueOf).toArray(String[]::new);
    sql.update(
        "delete from play_tally where play_no = any (?::text[]::bigint[])", (Object) numbers);
    sql.update(
        """
        with merged as (
          -- Put together by grouping: of a join the planner expects few rows, and compares each
          -- of a hundred thousand ends with each speaker.
          select play_no, speaker_no, max(area_code) as area_code, max(event) as event
          from (
            select p.play_no, p.speaker_no, p.area_code, null as event from planned_play p
            where p.play_no = any (?::text[]::bigint[])
            union all
            select e.play_no, e.speaker_no, null, e.event
            from occurrence o join play_end e on e.start = o.start and e.play_no = o.no
            where o.no = any (?::text[]::bigint[])) parts
          group by play_no, speaker_no)
        insert into play_tally (play_no, area_code, planned, finished, pre_empted, skipped, failed,
          interrupted)
        select play_no, area_code, count(*),
          count(*) filter (where event = 'FINISHED'),
          count(*) filter (where event = 'PRE_EMPTED'),
          count(*) filter (where event = 'SKIPPED'),
          count(*) filter (where event = 'FAILED'),
          count(*) filter (where event = 'INTERRUPTED')
        from merged where area_code is not null group by play_no, area_code
        """,
        numbers,
        numbers);
    sql.update(
        """
        update occurrence set tallied_at = ?
        where no = any (?::text[]::bigint[]) and tallied_at is null
        """,
        now,
        numbers);
    days(
        sql.list(
            """
            select distinct (start at time zone 'Asia/Shanghai')::date::text from occurrence
            where no = any (?::text[]::bigint[])
            """,
            row -> row.text(1),
            (Object) numbers));
    return plays.size();
  }

  private void days(List<String> days) {
    var dates = days.toArray(String[]::new);
    sql.update("delete from coverage_day where day = any (?::text[]::date[])", (Object) dates);
    sql.update(
        """
        insert into coverage_day (day, area_code, kind, planned, finished, pre_empted, skipped,
          failed, interrupted)
        select d.day, t.area_code, s.kind, sum(t.planned), sum(t.finished), sum(t.pre_empted),
          sum(t.skipped), sum(t.failed), sum(t.interrupted)
        from unnest(?::text[]::date[]) d (day)
          join occurrence o on o.start >= d.day::timestamp at time zone 'Asia/Shanghai'
            and o.start < (d.day + 1)::timestamp at time zone 'Asia/Shanghai'
          join schedule s on s.id = o.schedule_id
          join play_tally t on t.play_no = o.no
        group by d.day, t.area_code, s.kind
        """,
        (Object) dates);
    indicators.set(
        PLAYS,
        SOURCE,
        sql.list(
            """
            select area_code, day, sum(finished)::bigint from coverage_day
            where day = any (?::text[]::date[]) and kind <> 'DRILL' group by area_code, day
            """,
            row -> new Indicators.Figure(row.text(1), row.date(2), row.number(3)),
            (Object) dates));
    indicators.set(
        REBUTTALS,
        SOURCE,
        sql.list(
            """
            select t.area_code, d.day, sum(t.finished)
            from unnest(?::text[]::date[]) d (day)
              join occurrence o on o.start >= d.day::timestamp at time zone 'Asia/Shanghai'
                and o.start < (d.day + 1)::timestamp at time zone 'Asia/Shanghai'
              join schedule s on s.id = o.schedule_id and s.kind <> 'DRILL'
                and s.script_id is not null
              join play_tally t on t.play_no = o.no
            group by t.area_code, d.day
            """,
            row -> new Indicators.Figure(row.text(1), row.date(2), row.number(3)),
            (Object) dates));
  }
}
