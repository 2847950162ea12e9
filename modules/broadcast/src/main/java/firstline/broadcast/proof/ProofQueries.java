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
      return REASONS.contains(reason);
    }
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
  ProofQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** The occurrences of a day, in the order of time, with their identities in one statement. */
  @Allows(right = READ, reads = true)
  @Requirement("R33.5")
  public List<Occurrence> day(LocalDate day) {
    return occurrences(
        day.atStartOfDay(Clocks.ZONE).toInstant(),
        day.plusDays(1).atStartOfDay(Clocks.ZONE).toInstant(),
        0);
  }

  /** One occurrence; none if it is not there or concerns no speaker of the officer's. */
  @Allows(right = READ, reads = true)
  @Requirement("R33.5")
  public List<Occurrence> one(long no) {
    return occurrences(Instant.EPOCH, Instant.parse("2200-01-01T00:00:00Z"), no);
  }

  private List<Occurrence> occurrences(Instant from, Instant to, long no) {
    var now = clock.instant();
    return sql.list(
        """
        select o.no, o.start, s.id, s.number, s.title, s.kind, s.level,
          o.withdrawn_at is not null, s.slot,
          count(p.speaker_no),
          count(*) filter (where e.event = 'FINISHED'),
          count(*) filter (where e.event = 'PRE_EMPTED'),
          count(*) filter (where e.event = 'SKIPPED'),
          count(*) filter (where e.event = 'FAILED'),
          count(*) filter (where e.event = 'INTERRUPTED'),
          count(p.speaker_no) filter (where e.event is null)
        from occurrence o join schedule s on s.id = o.schedule_id
          join planned_play p on p.play_no = o.no
          join area a on a.code = p.area_code and a.path like any (?)
          left join play_end e on e.start = o.start and e.play_no = o.no
            and e.speaker_no = p.speaker_no
        where o.start >= ? and o.start < ? and (? = 0 or o.no = ?)
        group by o.no, o.start, s.id
        order by o.start, o.no limit 500
        """,
        row -> occurrence(row, now),
        desk.scope().patterns(),
        from,
        to,
        no,
        no);
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
        new Identity(
            row.number(10),
            row.number(11),
            row.number(12),
            row.number(13),
            row.number(14),
            row.number(15),
            row.number(16)));
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
          left join play_end e on e.start = p.start and e.play_no = p.play_no
            and e.speaker_no = p.speaker_no
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
