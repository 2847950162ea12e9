package firstline.publicity.figure;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Figures of an area and all below it, counted when they are asked for. */
@ApplicationScoped
public class FigureQueries {
  /** Days ahead that count as soon. */
  static final int SOON = 30;

  /** Printed kinds of a topic that became public this year. */
  public record Topic(String name, String nameEn, long kinds) {}

  /** What ends soon. */
  public record Ending(UUID material, String number, String title, LocalDate until) {}

  /**
   * Sums of the area.
   *
   * @param cost in fen, of all batches
   * @param silent holders who have not answered a recall
   */
  public record Sums(
      long printed,
      long cost,
      long handedOut,
      long reach,
      long takenByPublic,
      long takenByOfficers,
      long silent) {
    /** In fen a copy, with one decimal; 0 without copies. */
    public double costPerCopy() {
      return printed == 0 ? 0 : Math.round(10.0 * cost / printed) / 10.0;
    }
  }

  /** What became of the copies that came to an area. */
  public record Flow(
      String code, String name, long handedOut, long left, long destroyed, long lost) {
    public long came() {
      return handedOut + left + destroyed + lost;
    }
  }

  /**
   * What a code on paper brought.
   *
   * @param cost of one copy, in fen
   */
  public record Scan(
      UUID batch,
      String number,
      String title,
      String areaName,
      long handedOut,
      long reach,
      long scans,
      double cost) {
    /** Scans of a hundred copies handed out; null if none were. */
    public @Nullable Double share() {
      return handedOut == 0 ? null : Math.round(1000.0 * scans / handedOut) / 10.0;
    }

    /** In fen, with one decimal. */
    public double costPerCopy() {
      return Math.round(10.0 * cost) / 10.0;
    }

    /** What the copies handed out have cost for each scan, in fen; null without a scan. */
    public @Nullable Double costPerScan() {
      return scans == 0 ? null : Math.round(10.0 * cost * handedOut / scans) / 10.0;
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected FigureQueries() {}

  /** For tests without a server. */
  FigureQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  /** Name of the area, if it lies within the officer's. */
  @Allows(right = READ, reads = true)
  public String name(String area) {
    return sql.one(
        "select name from area where code = ? and path like any (?)",
        row -> row.text(1),
        area,
        desk.scope().patterns());
  }

  /** Every topic with the printed kinds of this year, those without one too. */
  @Allows(right = READ, reads = true)
  @Requirement("R72.1")
  public List<Topic> topics(String area) {
    return sql.list(
        """
        select t.name, t.name_en, count(m.id) from topic t
          left join material m on m.topic_id = t.id and m.kind in ('POSTER', 'BANNER', 'LEAFLET')
            and m.published_at >= ?::timestamp at time zone 'Asia/Shanghai'
            and m.area_code in (select c.code from area c join area top on top.code = ?
              where c.path like top.path || '%' and c.path like any (?))
        group by t.id order by count(m.id) desc, t.position
        """,
        row -> new Topic(row.text(1), row.text(2), row.number(3)),
        today().withDayOfYear(1),
        area,
        desk.scope().patterns());
  }

  /** What ends within {@link #SOON} days, the first to end first, at most 50. */
  @Allows(right = READ, reads = true)
  public List<Ending> ending(String area) {
    return sql.list(
        """
        select v.material_id, m.number, v.title, v.valid_until
        from material_version v join material m on m.id = v.material_id
          join area a on a.code = v.area_code join area top on top.code = ?
        where v.state = 'PUBLISHED' and v.valid_until between ? and ?
          and a.path like top.path || '%' and a.path like any (?)
        order by v.valid_until, m.number limit 50
        """,
        row -> new Ending(row.id(1), row.text(2), row.text(3), row.date(4)),
        area,
        today(),
        today().plusDays(SOON),
        desk.scope().patterns());
  }

  /** Sums of the area and all below it. */
  @Allows(right = READ, reads = true)
  public Sums sums(String area) {
    return sql.one(
        """
        with places as (select a.code from area a join area top on top.code = ?
          where a.path like top.path || '%' and a.path like any (?))
        select
          (select coalesce(sum(printed), 0)::bigint from print_run where area_code in (table places)),
          (select coalesce(sum(cost), 0)::bigint from print_run where area_code in (table places)),
          (select coalesce(sum(quantity), 0)::bigint from movement
            where kind = 'HAND_OUT' and area_code in (table places)),
          (select coalesce(sum(reach), 0)::bigint from movement
            where kind = 'HAND_OUT' and area_code in (table places)),
          (select coalesce(sum(d.times), 0)::bigint from download_count d
            join material_version v on v.id = d.version_id where v.area_code in (table places)),
          (select count(*) from download_by_officer d
            join material_version v on v.id = d.version_id where v.area_code in (table places)),
          (select count(*) from recall_task where answered_at is null
            and area_code in (table places))
        """,
        row ->
            new Sums(
                row.number(1),
                row.number(2),
                row.number(3),
                row.number(4),
                row.number(5),
                row.number(6),
                row.number(7)),
        area,
        desk.scope().patterns());
  }

  /** The area itself and each one right below it, those with the most copies first. */
  @Allows(right = READ, reads = true)
  @Requirement("R72.2")
  public List<Flow> flows(String area) {
    return sql.list(
        """
        with told as (
          select area_code, quantity handed, 0::bigint held, 0::bigint gone, 0::bigint lost
          from movement where kind = 'HAND_OUT'
          union all select area_code, 0, 0, quantity, 0 from movement where kind = 'DESTROY'
          union all select area_code, 0, quantity, 0, lost from holding
          union all select to_area, 0, open, 0, 0 from consignment where open > 0)
        select c.code, c.name, coalesce(sum(t.handed), 0)::bigint, coalesce(sum(t.held), 0)::bigint,
          coalesce(sum(t.gone), 0)::bigint, coalesce(sum(t.lost), 0)::bigint
        from told t join area a on a.code = t.area_code
          join area top on top.code = ? and a.path like top.path || '%'
          join area c on c.code = top.code and a.code = top.code
            or c.parent = top.code and a.path like c.path || '%'
        where a.path like any (?)
        group by c.code, c.name having sum(t.handed + t.held + t.gone + t.lost) > 0
        order by sum(t.handed + t.held + t.gone + t.lost) desc, c.code
        """,
        row ->
            new Flow(
                row.text(1),
                row.text(2),
                row.number(3),
                row.number(4),
                row.number(5),
                row.number(6)),
        area,
        desk.scope().patterns());
  }

  /** What the codes of the area and all below it brought, the most scanned first, at most 200. */
  @Allows(right = READ, reads = true)
  @Requirement("R72.4")
  public List<Scan> scans(String area) {
    return sql.list(
        """
        select b.id, b.number, v.title, a.name, coalesce(h.handed, 0)::bigint,
          coalesce(h.reach, 0)::bigint, coalesce(d.scans, 0)::bigint, b.cost::float8 / b.printed
        from scan_code c join print_run b on b.id = c.batch_id
          join material_version v on v.id = b.version_id
          join area a on a.code = c.area_code join area top on top.code = ?
          left join lateral (
            select sum(m.quantity) handed, sum(m.reach) reach
            from movement m join area w on w.code = m.area_code
            where m.batch_id = b.id and m.kind = 'HAND_OUT' and (w.code = a.code
              or a.code <> b.area_code and starts_with(w.path, a.path))) h on true
          left join lateral (
            select sum(s.count) scans from scan_day s where s.code = c.code) d on true
        where starts_with(a.path, top.path) and a.path like any (?)
          and (h.handed > 0 or d.scans > 0)
        order by 7 desc, 5 desc, c.code limit 200
        """,
        row ->
            new Scan(
                row.id(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.number(5),
                row.number(6),
                row.number(7),
                row.real(8)),
        area,
        desk.scope().patterns());
  }
}
