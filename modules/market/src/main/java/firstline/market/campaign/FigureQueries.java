package firstline.market.campaign;

import static firstline.market.MarketRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The figures of a campaign, of the areas that an officer may see; counted, typed and aimed at. */
@ApplicationScoped
public class FigureQueries {
  static final int SIZE = 50;

  /** A figure of all areas together. */
  public record Sum(Figure figure, long target, long counted, boolean gap) {
    /** What is reached, in whole per cent; -1 without a target. */
    public long percent() {
      return target == 0 ? -1 : 100 * counted / target;
    }
  }

  /**
   * What an area typed.
   *
   * @param counted what was counted from its records up to the same day
   */
  public record Typed(
      LocalDate day, long value, long counted, String source, String officerName, Instant at) {
    public long gap() {
      return value - counted;
    }
  }

  /**
   * A figure of an area.
   *
   * @param phases what was counted in each phase, in their order
   */
  public record Part(
      String area,
      String areaName,
      long target,
      long counted,
      List<Long> phases,
      @Nullable Typed typed) {
    /** What is reached, in whole per cent; -1 without a target. */
    public long percent() {
      return target == 0 ? -1 : 100 * counted / target;
    }

    /** The same for a bar that ends. */
    public long bar() {
      return Math.min(100, Math.max(0, percent()));
    }
  }

  /** What was counted on a day. */
  public record Day(LocalDate day, long value) {}

  /** A day that came out otherwise later. */
  public record Shift(
      Instant at,
      String areaName,
      Figure figure,
      LocalDate day,
      String reason,
      long was,
      long now) {}

  /** A line of the export. */
  public record Exported(
      Figure figure, String areaName, LocalDate day, long value, @Nullable Long typed) {}

  /**
   * A record behind a figure.
   *
   * @param kind LETTER, INSPECTION, CASE, MEASURE, ALERT or POINT
   */
  public record Counted(
      UUID key,
      UUID id,
      String kind,
      LocalDate day,
      String areaName,
      long amount,
      String number,
      String title) {
    /** Where it is seen. */
    public String getHref() {
      return switch (kind) {
        case "LETTER" -> "/console/market/complaint?id=" + id;
        case "INSPECTION" -> "/console/market/inspection?id=" + id;
        case "CASE" -> "/console/market/case?id=" + id;
        case "MEASURE" -> "/console/market/measure?id=" + id;
        case "ALERT" -> "/console/market/price-alert?id=" + id;
        default -> "/console/market/prices?day=" + day;
      };
    }
  }

  /**
   * Which records.
   *
   * @param area empty for all
   * @param from null for the campaign's first day
   * @param until null for its last
   */
  public record Asked(
      UUID campaign,
      Figure figure,
      String area,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected FigureQueries() {}

  /** For tests without a server. */
  FigureQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** Every figure, of all the officer's areas together. */
  @Allows(right = READ, reads = true)
  @Requirement("R93.2")
  public List<Sum> sums(UUID campaign) {
    return sql.list(
        """
        with mine as (select code from area where path like any (?)),
        typed as (
          select distinct on (area_code, figure) area_code, figure, day, value
          from market_campaign_typed
          where campaign_id = ? and area_code in (select code from mine)
          order by area_code, figure, no desc
        )
        select f.figure,
          (select coalesce(sum(t.target), 0)::bigint from market_campaign_target t
            where t.campaign_id = ? and t.figure = f.figure
              and t.area_code in (select code from mine)),
          (select coalesce(sum(d.value), 0)::bigint from market_campaign_day d
            where d.campaign_id = ? and d.figure = f.figure
              and d.area_code in (select code from mine)),
          exists (select 1 from typed t where t.figure = f.figure and t.value <> (
            select coalesce(sum(d.value), 0) from market_campaign_day d
            where d.campaign_id = ? and d.figure = t.figure and d.area_code = t.area_code
              and d.day <= t.day))
        from unnest(?::text[]) with ordinality as f (figure, place) order by f.place
        """,
        row -> new Sum(Figure.valueOf(row.text(1)), row.number(2), row.number(3), row.flag(4)),
        desk.scope().patterns(),
        campaign,
        campaign,
        campaign,
        campaign,
        Figure.names().toArray(String[]::new));
  }

  /** A figure by area; the campaign's own area last, with what belongs to none of the others. */
  @Allows(right = READ, reads = true)
  @Requirement({"R93.2", "R93.4"})
  public List<Part> parts(UUID campaign, Figure figure) {
    return sql.list(
        """
        with part as (
          select p.area_code, 1 place from market_campaign_area p where p.campaign_id = ?
          union all select area_code, 2 from market_campaign where id = ?
        ), phase as (
          select kind, first_day, last_day from market_campaign_phase where campaign_id = ?
        )
        select p.area_code, a.name, coalesce(t.target, 0), coalesce(sum(d.value), 0)::bigint,
          coalesce(sum(d.value) filter (where h.kind = 'DEPLOY'), 0)::bigint,
          coalesce(sum(d.value) filter (where h.kind = 'CHECK'), 0)::bigint,
          coalesce(sum(d.value) filter (where h.kind = 'RECTIFY'), 0)::bigint,
          coalesce(sum(d.value) filter (where h.kind = 'SUM_UP'), 0)::bigint,
          y.day, y.value, coalesce(sum(d.value) filter (where d.day <= y.day), 0)::bigint,
          y.source, y.officer_name, y.at
        from part p join area a on a.code = p.area_code and a.path like any (?)
          left join market_campaign_target t on t.campaign_id = ? and t.figure = ?
            and t.area_code = p.area_code
          left join market_campaign_day d on d.campaign_id = ? and d.figure = ?
            and d.area_code = p.area_code
          left join phase h on d.day between h.first_day and h.last_day
          left join lateral (
            select day, value, source, officer_name, at from market_campaign_typed w
            where w.campaign_id = ? and w.figure = ? and w.area_code = p.area_code
            order by no desc limit 1) y on true
        group by p.place, p.area_code, a.name, t.target, y.day, y.value, y.source, y.officer_name,
          y.at
        order by p.place, p.area_code
        """,
        row -> {
          var day = row.dateOrNull(9);
          return new Part(
              row.text(1),
              row.text(2),
              row.number(3),
              row.number(4),
              List.of(row.number(5), row.number(6), row.number(7), row.number(8)),
              day == null
                  ? null
                  : new Typed(
                      day,
                      row.number(10),
                      row.number(11),
                      row.text(12),
                      row.text(13),
                      row.instant(14)));
        },
        campaign,
        campaign,
        campaign,
        desk.scope().patterns(),
        campaign,
        figure.name(),
        campaign,
        figure.name(),
        campaign,
        figure.name());
  }

  /** A figure by day, each day of the campaign up to the latest that was counted. */
  @Allows(right = READ, reads = true)
  @Requirement("R93.2")
  public List<Day> days(UUID campaign, Figure figure) {
    return sql.list(
        """
        select g.day::date, coalesce(sum(d.value), 0)::bigint
        from market_campaign c
          cross join generate_series(c.first_day::timestamp,
            least(c.last_day, c.counted_to + 1)::timestamp, '1 day') g (day)
          left join market_campaign_day d on d.campaign_id = c.id and d.figure = ?
            and d.day = g.day::date
            and d.area_code in (select code from area where path like any (?))
        where c.id = ? group by g.day order by g.day limit 1000
        """,
        row -> new Day(row.date(1), row.number(2)),
        figure.name(),
        desk.scope().patterns(),
        campaign);
  }

  /** What came out otherwise later, the latest first, at most 50. */
  @Allows(right = READ, reads = true)
  @Requirement("R93.3")
  public List<Shift> shifts(UUID campaign) {
    return sql.list(
        """
        select s.at, a.name, s.figure, s.day, s.reason, s.was, s.now
        from market_campaign_shift s join area a on a.code = s.area_code
        where s.campaign_id = ? and a.path like any (?) order by s.no desc limit ?
        """,
        row ->
            new Shift(
                row.instant(1),
                row.text(2),
                Figure.valueOf(row.text(3)),
                row.date(4),
                row.text(5),
                row.number(6),
                row.number(7)),
        campaign,
        desk.scope().patterns(),
        SIZE);
  }

  /** All that was counted or typed, by figure, area and day. */
  @Allows(right = READ, reads = true)
  public List<Exported> exported(UUID campaign) {
    return sql.list(
        """
        with typed as (
          select distinct on (area_code, figure, day) area_code, figure, day, value
          from market_campaign_typed where campaign_id = ?
          order by area_code, figure, day, no desc
        )
        select figure, a.name, day, coalesce(d.value, 0), t.value
        from (select area_code, figure, day, value from market_campaign_day
            where campaign_id = ?) d
          full join typed t using (area_code, figure, day) join area a on a.code = area_code
        where a.path like any (?) and (d.value <> 0 or t.value is not null)
        order by figure, area_code, day
        """,
        row ->
            new Exported(
                Figure.valueOf(row.text(1)),
                row.text(2),
                row.date(3),
                row.number(4),
                row.textOrNull(5) == null ? null : row.number(5)),
        campaign,
        campaign,
        desk.scope().patterns());
  }

  /**
   * The records behind a figure, the latest first.
   *
   * @param before key of the last one seen, or null for the beginning
   */
  @Allows(right = READ, reads = true)
  @Requirement("R93.2")
  public List<Counted> records(Asked asked, @Nullable UUID before) {
    var bounds = Bounds.at(sql, asked.campaign());
    return sql.list(
        CountedRecords.BELONGING
            + """
            select b.key, b.record, b.kind, b.day, a.name, b.amount, b.number, b.title
            from belonging b join area a on a.code = b.area_code
              join area p on p.code = b.part
            where p.path like any (?) and (?::text = '' or b.part = ?)
              and b.day between ? and ?
              and (?::uuid is null
                or (b.day, b.key) < (select l.day, l.key from belonging l where l.key = ?))
            order by b.day desc, b.key desc limit ?
            """,
        row ->
            new Counted(
                row.id(1),
                row.id(2),
                row.text(3),
                row.date(4),
                row.text(5),
                row.number(6),
                row.text(7),
                row.text(8)),
        bounds.id(),
        bounds.id(),
        asked.figure().name(),
        asked.figure().name(),
        bounds.first(),
        bounds.last(),
        bounds.path(),
        bounds.matterNames(),
        bounds.matterNames(),
        bounds.goodsWords(),
        bounds.goodsWords(),
        desk.scope().patterns(),
        asked.area(),
        asked.area(),
        asked.from() == null ? bounds.first() : asked.from(),
        asked.until() == null ? bounds.last() : asked.until(),
        before,
        before,
        SIZE + 1);
  }

  /** The campaigns that a record belongs to now. */
  @Allows(right = READ, reads = true)
  @Requirement("R93.6")
  public List<CampaignOfRecord.Title> ofRecord(UUID record) {
    return sql.list(
        """
        select distinct c.id, c.name, c.first_day
        from (\
        """
            + CountedRecords.ALL
            + """
            ) f
              join area a on a.code = f.area_code
              join market_campaign c on f.day between c.first_day and c.last_day
                and (f.matter = '' or c.matters = '{}' or f.matter = any (c.matters))
                and (f.goods = '' or c.words = '{}' or exists (
                  select 1 from unnest(c.words) word where position(word in f.goods) > 0))
              join area o on o.code = c.area_code and starts_with(a.path, o.path)
            where f.record = ? and a.path like any (?)
            order by c.first_day desc, c.id limit 20
            """,
        row -> new CampaignOfRecord.Title(row.id(1), row.text(2)),
        record,
        desk.scope().patterns());
  }
}
