package firstline.market.quote;

import static firstline.market.MarketRights.PRICE_READ;

import firstline.market.surge.DailySurge;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Prices as officers see them. */
@ApplicationScoped
public class PriceQueries {
  /** Days of a series' picture. */
  static final int PICTURE = 90;

  private static final int MEMORY = 130;

  /**
   * Goods in an area on a day.
   *
   * @param price median over the area's points
   * @param lift by which it exceeds the median of the fourteen days before, or null
   */
  public record Cell(
      String area,
      String areaName,
      UUID goodsId,
      String goods,
      Measure.Unit unit,
      double price,
      @Nullable Double lift,
      int points) {}

  /** The same goods in an area on one of several days. */
  public record DayCell(
      String area, String areaName, LocalDate day, double price, @Nullable Double lift) {}

  /** What may be quoted, or has been. */
  public record Named(UUID id, String name, String detail) {}

  /** A series. */
  public record Series(String point, String areaName, String goods, Measure.Unit unit) {}

  /**
   * A day of a series.
   *
   * @param lastTrade day of the last sale at that price, or null if nobody said
   * @param band price from which it would have fired; NaN while the series was too young
   */
  public record Day(
      LocalDate day,
      double price,
      @Nullable Double cost,
      @Nullable LocalDate lastTrade,
      String officerName,
      String signedName,
      double band,
      boolean fired) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected PriceQueries() {}

  /** For tests without a server. */
  PriceQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** The latest day with quotes within the officer's areas. */
  @Allows(right = PRICE_READ, reads = true)
  public Optional<LocalDate> latest() {
    return sql.first(
            """
            select max(q.quoted_on) from price_quote q join price_point p on p.id = q.point_id
              join area a on a.code = p.area_code where a.path like any (?)
            """,
            row -> Optional.ofNullable(row.dateOrNull(1)),
            (Object) desk.scope().patterns())
        .flatMap(day -> day);
  }

  /** Areas and goods on a day, areas by code, goods by group and name. */
  @Allows(right = PRICE_READ, reads = true)
  @Requirement("R87.8")
  public List<Cell> heat(LocalDate day) {
    return sql.list(
        """
        with quoted as (
          select p.area_code, q.goods_id, q.quoted_on, q.point_id, q.price
          from price_quote q join price_point p on p.id = q.point_id
            join area a on a.code = p.area_code
          where q.quoted_on between ?::date - 14 and ?::date and a.path like any (?)
        ), today as (
          select area_code, goods_id, percentile_cont(0.5) within group (order by price) price,
            count(*) points
          from quoted where quoted_on = ? group by area_code, goods_id
        ), before as (
          select area_code, goods_id, percentile_cont(0.5) within group (order by price) price
          from quoted where quoted_on < ? group by area_code, goods_id
        )
        select t.area_code, a.name, g.id, g.name, g.unit, t.price, t.price / b.price - 1, t.points
        from today t join area a on a.code = t.area_code join price_goods g on g.id = t.goods_id
          left join before b using (area_code, goods_id)
        order by t.area_code, g.goods_group, g.name
        """,
        row ->
            new Cell(
                row.text(1),
                row.text(2),
                row.id(3),
                row.text(4),
                Measure.Unit.valueOf(row.text(5)),
                row.real(6),
                row.realOrNull(7),
                row.integer(8)),
        day,
        day,
        desk.scope().patterns(),
        day,
        day);
  }

  /**
   * Goods by area on a fortnight's days up to the day, areas by code, each day as {@link #heat} has
   * it.
   */
  @Allows(right = PRICE_READ, reads = true)
  @Requirement("R94.9")
  public List<DayCell> fortnight(UUID goods, LocalDate day) {
    return sql.list(
        """
        with quoted as (
          select p.area_code, a.name, q.quoted_on, q.price
          from price_quote q join price_point p on p.id = q.point_id
            join area a on a.code = p.area_code
          where q.goods_id = ? and q.quoted_on between ?::date - 27 and ?::date
            and a.path like any (?)
        ), days as (
          select area_code, name, quoted_on, percentile_cont(0.5) within group (order by price) price
          from quoted where quoted_on > ?::date - 14 group by area_code, name, quoted_on
        )
        select d.area_code, d.name, d.quoted_on, d.price, d.price / (
          select percentile_cont(0.5) within group (order by q.price) from quoted q
          where q.area_code = d.area_code and q.quoted_on between d.quoted_on - 14
            and d.quoted_on - 1) - 1
        from days d order by d.area_code, d.quoted_on
        """,
        row -> new DayCell(row.text(1), row.text(2), row.date(3), row.real(4), row.realOrNull(5)),
        goods,
        day,
        day,
        desk.scope().patterns(),
        day);
  }

  /** Points within the officer's areas; the detail is the area's name. */
  @Allows(right = PRICE_READ, reads = true)
  public List<Named> points() {
    return sql.list(
        """
        select p.id, p.name, a.name from price_point p join area a on a.code = p.area_code
        where a.path like any (?) order by p.area_code, p.name limit 2000
        """,
        row -> new Named(row.id(1), row.text(2), row.text(3)),
        (Object) desk.scope().patterns());
  }

  /** All goods; the detail is the name of their unit. */
  @Allows(right = PRICE_READ, reads = true)
  public List<Named> goods() {
    return sql.list(
        "select id, name, unit from price_goods order by goods_group, name limit 2000",
        row -> new Named(row.id(1), row.text(2), row.text(3)));
  }

  /** Goods groups that have goods. */
  @Allows(right = PRICE_READ, reads = true)
  public List<String> groups() {
    return sql.list(
        "select distinct goods_group from price_goods order by 1 limit 200", row -> row.text(1));
  }

  /** Points of an area that quoted the goods on the day. */
  @Allows(right = PRICE_READ, reads = true)
  public List<Named> quoting(String area, UUID goods, LocalDate day) {
    return sql.list(
        """
        select p.id, p.name, to_char(q.price, 'FM9999990.00') from price_quote q
          join price_point p on p.id = q.point_id join area a on a.code = p.area_code
        where p.area_code = ? and q.goods_id = ? and q.quoted_on = ? and a.path like any (?)
        order by q.price desc, p.name limit 500
        """,
        row -> new Named(row.id(1), row.text(2), row.text(3)),
        area,
        goods,
        day,
        desk.scope().patterns());
  }

  /**
   * What the series is of.
   *
   * @throws NotFound if there is no such point within the officer's areas, or no such goods
   */
  @Allows(right = PRICE_READ, reads = true)
  public Series series(UUID point, UUID goods) {
    return sql.one(
        """
        select p.name, a.name, g.name, g.unit from price_point p
          join area a on a.code = p.area_code join price_goods g on g.id = ?
        where p.id = ? and a.path like any (?)
        """,
        row -> new Series(row.text(1), row.text(2), row.text(3), Measure.Unit.valueOf(row.text(4))),
        goods,
        point,
        desk.scope().patterns());
  }

  /** The latest days of a series with the band above which it fires, the earliest first. */
  @Allows(right = PRICE_READ, reads = true)
  @Requirement("R87.8")
  public List<Day> days(UUID point, UUID goods) {
    var path =
        sql.one(
            "select a.path from price_point p join area a on a.code = p.area_code where p.id = ?",
            row -> row.text(1),
            point);
    var surge = new DailySurge(Thresholds.live(sql).at(path));
    var days = new ArrayList<Day>();
    sql.list(
        """
        select q.quoted_on, q.price, q.cost, q.officer_name, q.signed_name, q.last_trade
        from price_quote q
          join price_point p on p.id = q.point_id join area a on a.code = p.area_code
        where q.point_id = ? and q.goods_id = ? and a.path like any (?)
          and q.quoted_on > (select max(l.quoted_on) from price_quote l
            where l.point_id = q.point_id and l.goods_id = q.goods_id) - ?::int
        order by q.quoted_on
        """,
        row -> {
          var band = surge.band();
          var fired = surge.add(row.date(1), row.real(2)) != null;
          return days.add(
              new Day(
                  row.date(1),
                  row.real(2),
                  row.realOrNull(3),
                  row.dateOrNull(6),
                  row.text(4),
                  row.text(5),
                  band,
                  fired));
        },
        point,
        goods,
        desk.scope().patterns(),
        PICTURE + MEMORY);
    if (days.isEmpty()) {
      return days;
    }
    var from = days.get(days.size() - 1).day().minusDays(PICTURE);
    return days.stream().filter(day -> day.day().isAfter(from)).toList();
  }
}
