package firstline.broadcast.proof;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Occurrences and what became of them, within the officer's areas: an officer of a township counts
 * the speakers of the township.
 */
@ApplicationScoped
public class ProofQueries {
  /** Occurrences of one page of a day. */
  static final int PLAYS = 200;

  /** Speakers of one page of an occurrence. */
  static final int SPEAKERS = 200;

  /**
   * One occurrence.
   *
   * @param over true once no speaker can begin or go on any more
   */
  public record Occurrence(
      long no,
      Instant start,
      UUID schedule,
      String number,
      String title,
      String kind,
      int level,
      boolean withdrawn,
      boolean begun,
      boolean over,
      Identity identity) {}

  /** A day's drills, or all but them. */
  public record Whole(boolean drill, Identity identity) {}

  /**
   * What one speaker did with a play.
   *
   * @param end UNKNOWN if it handed in none
   * @param started when the sound began; null if nothing tells so
   */
  public record Line(
      UUID speaker,
      String serial,
      String place,
      String areaName,
      String end,
      @Nullable Instant started,
      @Nullable Instant ended,
      long heard,
      String reason,
      @Nullable Instant received) {
    public long seconds() {
      return heard / 1_000;
    }

    /** True if there is a word for the reason: speakers of other makers may have their own. */
    public boolean isKnown() {
      return ProofQueries.isKnown(reason);
    }
  }

  /** True if there is a word for the reason. */
  public static boolean isKnown(String reason) {
    return REASONS.contains(reason);
  }

  /** PROTOCOL.md, 5. */
  private static final Set<String> REASONS =
      Set.of(
          "LATE",
          "QUIET",
          "CLOCK_UNTRUSTED",
          "MUTED",
          "WITHDRAWN",
          "WEAKER",
          "MEDIA_MISSING",
          "DEVICE",
          "SPEECH",
          "STRONGER",
          "SLOT_OVER",
          "CRASH",
          "STOPPED");

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ProofQueries() {}

  /** For tests without a server. */
  public ProofQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Occurrences of a day, in the order of time.
   *
   * @param after only those behind the occurrence of this number; 0 for the first ones
   */
  @Allows(right = READ, reads = true)
  @Requirement("R33.5")
  public List<Occurrence> day(LocalDate day, long after) {
    return occurrences(begin(day), begin(day.plusDays(1)), 0, after);
  }

  /** One occurrence; none if it is not there or concerns no speaker of the officer's. */
  @Allows(right = READ, reads = true)
  @Requirement("R33.5")
  public List<Occurrence> one(long no) {
    return occurrences(Instant.EPOCH, Instant.parse("2200-01-01T00:00:00Z"), no, 0);
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(Clocks.ZONE).toInstant();
  }

  /**
   * Of the occurrences {@code picked}, each area's part: from the tally where nothing came in since
   * it was made, else counted from the receipts.
   */
  private static final String COUNTED =
      """
      settled as (
        select no from occurrence o where o.no in (select no from picked)
          and o.tallied_at is not null
          and not exists (select 1 from play_touched t where t.play_no = o.no)),
      mine as (select code from area where path like any (?)),
      merged as (
        select play_no, max(area_code) as area_code, max(event) as event
        from (
          select p.play_no, p.speaker_no, p.area_code, null as event from planned_play p
          where p.play_no in (select no from picked except select no from settled)
          union all
          select e.play_no, e.speaker_no, null, e.event
          from occurrence o join play_end e on e.start = o.start and e.play_no = o.no
          where o.no in (select no from picked except select no from settled)) parts
        group by play_no, speaker_no),
      counted as (
        select t.play_no, sum(t.planned) as planned, sum(t.finished) as finished,
          sum(t.pre_empted) as pre_empted, sum(t.skipped) as skipped, sum(t.failed) as failed,
          sum(t.interrupted) as interrupted
        from play_tally t join mine on mine.code = t.area_code
        where t.play_no in (select no from settled) group by t.play_no
        union all
        select b.play_no, count(*),
          count(*) filter (where b.event = 'FINISHED'),
          count(*) filter (where b.event = 'PRE_EMPTED'),
          count(*) filter (where b.event = 'SKIPPED'),
          count(*) filter (where b.event = 'FAILED'),
          count(*) filter (where b.event = 'INTERRUPTED')
        from merged b join mine on mine.code = b.area_code group by b.play_no)
      """;

  private List<Occurrence> occurrences(Instant from, Instant to, long no, long after) {
    var now = clock.instant();
    return sql.list(
        """
        with picked as (
          select o.no from occurrence o
          where o.start >= ? and o.start < ? and (? = 0 or o.no = ?)
            and (? = 0 or (o.start, o.no) > (select b.start, b.no from occurrence b where b.no = ?))
            and schedule_concerns(o.schedule_id, ?)
          order by o.start, o.no limit ?),
        """
            + COUNTED
            + """
            select o.no, o.start, s.id, s.number, s.title, s.kind, s.level,
              o.withdrawn_at is not null, s.slot, coalesce(c.planned, 0), coalesce(c.finished, 0),
              coalesce(c.pre_empted, 0), coalesce(c.skipped, 0), coalesce(c.failed, 0),
              coalesce(c.interrupted, 0)
            from occurrence o join schedule s on s.id = o.schedule_id
              left join counted c on c.play_no = o.no
            where o.no in (select no from picked)
            order by o.start, o.no
            """,
        row -> occurrence(row, now),
        from,
        to,
        no,
        no,
        after,
        after,
        desk.scope().patterns(),
        PLAYS,
        desk.scope().patterns());
  }

  /** What has begun on the day, added up: what is real, and what is a drill. */
  @Allows(right = READ, reads = true)
  @Requirement({"R33.5", "R45.2"})
  public List<Whole> whole(LocalDate day) {
    return whole(day, "");
  }

  /** The same, of the areas below the one with this path. */
  @Allows(right = READ, reads = true)
  public List<Whole> whole(LocalDate day, String root) {
    return sql.list(
        """
        with picked as (
          select o.no from occurrence o where o.start >= ? and o.start < ? and o.start <= ?),
        """
            + COUNTED
            + """
            select s.kind = 'DRILL', sum(c.planned), sum(c.finished), sum(c.pre_empted),
              sum(c.skipped), sum(c.failed), sum(c.interrupted)
            from counted c join occurrence o on o.no = c.play_no
              join schedule s on s.id = o.schedule_id
            group by 1
            """,
        row -> new Whole(row.flag(1), Identity.of(row, 2)),
        begin(day),
        begin(day.plusDays(1)),
        clock.instant(),
        desk.scope().within(root).patterns());
  }

  private static Occurrence occurrence(Row row, Instant now) throws SQLException {
    var start = row.instant(2);
    return new Occurrence(
        row.number(1),
        start,
        row.id(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.integer(7),
        row.flag(8),
        !start.isAfter(now),
        start.plus(Duration.ofMillis(row.number(9))).isBefore(now),
        Identity.of(row, 10));
  }

  /** Names of the areas for which it was not planned, since their minutes of the day were used. */
  @Allows(right = READ, reads = true)
  @Requirement("R32.11")
  public List<String> overBudget(long no) {
    return sql.list(
        """
        select distinct a.path, a.name from play_over_budget b
          join audience u on u.id = b.audience_id join area a on a.code = u.area_code
        where b.play_no = ? and a.path like any (?) order by a.path limit ?
        """,
        row -> row.text(2),
        no,
        desk.scope().patterns(),
        SPEAKERS);
  }

  /**
   * The speakers that were to play it, by serial.
   *
   * @param end only those with this end, UNKNOWN among them; empty for all
   * @param after only serials after this one
   */
  @Allows(right = READ, reads = true)
  @Requirement("R33.5")
  public List<Line> speakers(long no, String end, String after) {
    return sql.list(
        """
        select s.id, s.serial, s.place, a.name, coalesce(e.event, 'UNKNOWN'),
          (select min(r.at) from receipt r where r.play_no = p.play_no
            and r.speaker_no = p.speaker_no and r.event = 'STARTED'),
          e.at, coalesce(e.heard, 0), coalesce(e.reason, ''),
          (select min(r.received_at) from receipt r where r.play_no = p.play_no
            and r.speaker_no = p.speaker_no and r.event = e.event)
        from planned_play p join speaker s on s.no = p.speaker_no
          join area a on a.code = p.area_code and a.path like any (?)
          -- One look-up a speaker: the planner would compare each end with each speaker.
          left join lateral (select x.* from play_end x where x.start = p.start
            and x.play_no = p.play_no and x.speaker_no = p.speaker_no offset 0) e on true
        where p.play_no = ? and (? = '' or coalesce(e.event, 'UNKNOWN') = ?) and s.serial > ?
        order by s.serial limit ?
        """,
        row ->
            new Line(
                row.id(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.instantOrNull(6),
                row.instantOrNull(7),
                row.number(8),
                row.text(9),
                row.instantOrNull(10)),
        desk.scope().patterns(),
        no,
        end,
        end,
        after,
        SPEAKERS);
  }
}
