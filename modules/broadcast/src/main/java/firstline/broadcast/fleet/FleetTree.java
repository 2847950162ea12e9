package firstline.broadcast.fleet;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The fleet area by area, within the officer's areas: one statement a level. */
@ApplicationScoped
public class FleetTree {
  /**
   * An area and the speakers that hang there and below it.
   *
   * @param speakers all that are in use: online, offline and not yet enrolled
   * @param behind of those enrolled, as {@link Trouble}; likewise the rest
   */
  public record Place(
      String code,
      String name,
      long speakers,
      long online,
      long offline,
      long behind,
      long faulty,
      long clock,
      long muted) {
    /** Registered, and never heard of. */
    public long fresh() {
      return speakers - online - offline;
    }

    /** Share of those enrolled that are online in percent, from 0 to 100; of none 0. */
    public int rate() {
      return online + offline == 0 ? 0 : (int) (100 * online / (online + offline));
    }

    /** How it stands: NONE, GOOD, WARN or BAD. */
    public String standing() {
      if (online + offline == 0) {
        return "NONE";
      }
      return rate() >= GOOD ? "GOOD" : rate() >= FAIR ? "WARN" : "BAD";
    }

    Place plus(Place other) {
      return new Place(
          code,
          name,
          speakers + other.speakers,
          online + other.online,
          offline + other.offline,
          behind + other.behind,
          faulty + other.faulty,
          clock + other.clock,
          muted + other.muted);
    }
  }

  /** An area on the way from the officer's own to the one that is shown. */
  public record Above(String code, String name) {}

  private static final int GOOD = 95;
  private static final int FAIR = 80;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected FleetTree() {}

  /** For tests without a server. */
  public FleetTree(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** All of them as one, without a name. */
  public static Place together(List<Place> places) {
    return places.stream().reduce(new Place("", "", 0, 0, 0, 0, 0, 0, 0), Place::plus);
  }

  /** The areas right below, by code; and the area itself first, if speakers hang there. */
  @Allows(right = READ, reads = true)
  @Requirement("R49.1")
  public List<Place> below(String area) {
    var now = clock.instant();
    var since = now.minus(FleetQueries.ONLINE);
    // The condition stands within a case: of a bare one with values that the planner does not know
    // it expects a handful of areas, and looks each of a hundred thousand speakers up by itself.
    var path =
        sql.first("select path from area where code = ?", row -> row.text(1), area).orElse("-");
    return sql.list(
        """
        with top as (select ?::text as path),
        placed as (
          select * from (
            select a.code, case when starts_with(a.path, top.path) and a.path like any (?)
              then coalesce(nullif(split_part(substr(a.path, length(top.path) + 1), '/', 1), ''),
                a.code) end as place
            from area a cross join top) every where place is not null),
        counted as (
          select s.area_code, count(*) as speakers,
            count(*) filter (where s.state = 'ENROLLED' and l.seen_at >= ?) as online,
            count(*) filter (where s.state = 'ENROLLED'
              and (l.seen_at is null or l.seen_at < ?)) as offline,
            count(*) filter (where
        """
            + Trouble.BEHIND_IS
            + ") as behind, count(*) filter (where "
            + Trouble.FAULT_IS
            + ") as faulty, count(*) filter (where "
            + Trouble.CLOCK_IS
            + ") as clock, count(*) filter (where "
            + Trouble.MUTED_IS
            + """
            ) as muted
              from speaker s left join speaker_live l on l.speaker_no = s.no
                left join programme p on p.audience_id = s.audience_id
              where s.state <> 'RETIRED' and s.area_code in (select code from placed)
              group by s.area_code)
            select b.code, b.name, coalesce(sum(c.speakers), 0), coalesce(sum(c.online), 0),
              coalesce(sum(c.offline), 0), coalesce(sum(c.behind), 0), coalesce(sum(c.faulty), 0),
              coalesce(sum(c.clock), 0), coalesce(sum(c.muted), 0)
            from placed p join area b on b.code = p.place::char(12) left join counted c on c.area_code = p.code
            group by b.code, b.name, b.path
            having b.code <> ? or sum(c.speakers) > 0
            order by b.path
            """,
        row ->
            new Place(
                row.text(1),
                row.text(2),
                row.number(3),
                row.number(4),
                row.number(5),
                row.number(6),
                row.number(7),
                row.number(8),
                row.number(9)),
        path,
        desk.scope().patterns(),
        since,
        since,
        now.minus(Trouble.RECENT),
        area);
  }

  /** The areas from the officer's own down to this one; none if it lies outside. */
  @Allows(right = READ, reads = true)
  public List<Above> above(String area) {
    return sql.list(
        """
        select b.code, b.name from area a join area b on starts_with(a.path, b.path)
        where a.code = ? and b.path like any (?) order by length(b.path)
        """,
        row -> new Above(row.text(1), row.text(2)),
        area,
        desk.scope().patterns());
  }
}
