package firstline.broadcast.fleet;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
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

/** The speakers of the officer's areas. */
@ApplicationScoped
public class FleetQueries {
  static final int SIZE = 100;

  /** A speaker that was not heard of for so long is offline. */
  public static final Duration ONLINE = Duration.ofMinutes(5);

  /**
   * A speaker and what it last said of itself.
   *
   * @param health NEW, ONLINE, OFFLINE or RETIRED
   * @param revision of the programme that it holds; 0 for none
   * @param newest of its audience; 0 for none
   */
  public record Line(
      UUID id,
      long version,
      String serial,
      String place,
      String areaName,
      String channel,
      int volume,
      String health,
      @Nullable Instant seenAt,
      long revision,
      long newest,
      @Nullable Long offset,
      String flags) {
    /** True if it holds an older programme than there is. */
    public boolean isBehind() {
      return revision < newest && !health.equals("NEW") && !health.equals("RETIRED");
    }

    /** Its flags for which there is a word. */
    public List<String> marks() {
      return Flags.known(flags);
    }

    /** Its other flags: speakers of other makers may have their own. */
    public String ownMarks() {
      return Flags.others(flags);
    }
  }

  /**
   * Which speakers are asked for.
   *
   * @param health one of those of {@link Line}, or empty
   * @param trouble one of {@link Trouble}, or empty
   * @param area 12-digit code, with all below it; or empty
   * @param group id of a group; or empty
   * @param q words of the serial, the place or the area's name; or empty
   * @param after only serials after this one
   */
  public record Filter(
      String health, String trouble, String area, String group, String q, String after) {}

  /** What may be changed of a speaker. */
  public record View(
      UUID id,
      long version,
      String serial,
      String place,
      String model,
      String channel,
      String groups,
      String area,
      String areaName,
      int volume,
      @Nullable UUID keeper,
      String state,
      Instant registeredAt,
      @Nullable Instant enrolledAt,
      @Nullable Instant retiredAt) {}

  /** How many there are, by health. */
  public record Counts(long online, long offline, long fresh, long behind) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected FleetQueries() {}

  /** For tests without a server. */
  FleetQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** Speakers by serial. */
  @Allows(right = READ, reads = true)
  @Requirement("R49.1")
  public List<Line> list(Filter filter) {
    var since = clock.instant().minus(ONLINE);
    var select =
        Select.from(
                """
                select s.id, s.version, s.serial, s.place, a.name, s.channel, s.volume,
                  case when s.state <> 'ENROLLED' then s.state
                    when l.seen_at >= ? then 'ONLINE' else 'OFFLINE' end as health,
                  l.seen_at, coalesce(l.revision, 0), coalesce(p.revision, 0), l.clock_offset,
                  coalesce(l.flags, '')
                from speaker s join area a on a.code = s.area_code
                  left join speaker_live l on l.speaker_no = s.no
                  left join programme p on p.audience_id = s.audience_id
                """,
                since)
            .where("a.path like any (?)", (Object) desk.scope().patterns())
            .where("s.serial > ?", filter.after())
            .whereSet(
                "s.area_code in (select b.code from area c join area b on b.path like c.path || '%'"
                    + " where c.code = ?)",
                filter.area())
            .whereSet("? = any (string_to_array(s.groups, ' '))", filter.group())
            .whereSet(
                "s.serial || ' ' || s.place || ' ' || a.name ilike ?",
                filter.q().isBlank() ? "" : Select.containing(filter.q()));
    switch (filter.health()) {
      case "ONLINE" -> select.where("s.state = 'ENROLLED' and l.seen_at >= ?", since);
      case "OFFLINE" ->
          select.where("s.state = 'ENROLLED' and (l.seen_at is null or l.seen_at < ?)", since);
      default -> select.whereSet("s.state = ?", filter.health());
    }
    switch (filter.trouble()) {
      case "BEHIND" -> select.where(Trouble.BEHIND_IS);
      case "FAULT" -> select.where(Trouble.FAULT_IS, clock.instant().minus(Trouble.RECENT));
      case "CLOCK" -> select.where(Trouble.CLOCK_IS);
      case "MUTED" -> select.where(Trouble.MUTED_IS);
      default -> {}
    }
    return sql.list(
        select.end("order by s.serial limit ?", SIZE),
        row ->
            new Line(
                row.id(1),
                row.number(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.integer(7),
                row.text(8),
                row.instantOrNull(9),
                row.number(10),
                row.number(11),
                row.textOrNull(12) == null ? null : row.number(12),
                row.text(13)));
  }

  /**
   * One speaker.
   *
   * @throws firstline.persistence.refusal.NotFound if it hangs outside the officer's areas
   */
  @Allows(right = READ, reads = true)
  public View one(UUID id) {
    return sql.one(
        """
        select s.id, s.version, s.serial, s.place, s.model, s.channel, s.groups, s.area_code, a.name,
          s.volume, s.keeper_id, s.state, s.registered_at, s.enrolled_at, s.retired_at
        from speaker s join area a on a.code = s.area_code
        where s.id = ? and a.path like any (?)
        """,
        row ->
            new View(
                row.id(1),
                row.number(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.text(8),
                row.text(9),
                row.integer(10),
                row.idOrNull(11),
                row.text(12),
                row.instant(13),
                row.instantOrNull(14),
                row.instantOrNull(15)),
        id,
        desk.scope().patterns());
  }

  @Allows(right = READ, reads = true)
  public Counts counts() {
    var since = clock.instant().minus(ONLINE);
    return sql.one(
        """
        select count(*) filter (where s.state = 'ENROLLED' and l.seen_at >= ?),
          count(*) filter (where s.state = 'ENROLLED' and (l.seen_at is null or l.seen_at < ?)),
          count(*) filter (where s.state = 'NEW'),
          count(*) filter (where s.state = 'ENROLLED'
            and coalesce(l.revision, 0) < coalesce(p.revision, 0))
        from speaker s join area a on a.code = s.area_code and a.path like any (?)
          left join speaker_live l on l.speaker_no = s.no
          left join programme p on p.audience_id = s.audience_id
        """,
        row -> new Counts(row.number(1), row.number(2), row.number(3), row.number(4)),
        since,
        since,
        desk.scope().patterns());
  }
}
