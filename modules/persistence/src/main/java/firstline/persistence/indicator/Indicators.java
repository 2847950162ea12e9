package firstline.persistence.indicator;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures of the modules, one row a key, area and day. Written by the module that counted, read by
 * the home page and the bulletin; nobody types one.
 */
@ApplicationScoped
public class Indicators {
  /** A day's figure. */
  public record Point(LocalDate day, long value) {}

  /** A figure with its last days, oldest first. */
  public record Series(String key, long total, List<Point> points) {}

  /** What one area counted on one day. */
  public record Figure(String areaCode, LocalDate day, long value) {}

  /**
   * What one source told of one day.
   *
   * @param areas how many areas told something
   */
  public record Told(LocalDate day, String source, int areas, long value) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected Indicators() {}

  /** For tests without a server. */
  public Indicators(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** Adds to the day's figure; the outbox' idempotence keeps it from being added twice. */
  @Allows(right = Rights.SYSTEM)
  public void add(String key, String areaCode, LocalDate day, long value, String source) {
    sql.update(
        """
        insert into indicator (key, area_code, day, source, value) values (?, ?, ?, ?, ?)
        on conflict (key, area_code, day, source) do update
          set value = indicator.value + excluded.value
        """,
        key,
        areaCode,
        day,
        source,
        value);
  }

  /**
   * Writes figures that their source has counted itself, in place of what it said before: saying
   * them twice, or by two nodes, changes nothing.
   */
  @Allows(right = Rights.SYSTEM)
  public void set(String key, String source, List<Figure> figures) {
    sql.batch(
        """
        insert into indicator (key, area_code, day, source, value) values (?, ?, ?, ?, ?)
        on conflict (key, area_code, day, source) do update set value = excluded.value
        """,
        figures.stream()
            .map(
                figure ->
                    new Object[] {key, figure.areaCode(), figure.day(), source, figure.value()})
            .toList());
  }

  /** Every key's figures since the day, summed over the officer's own area and all below it. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<Series> since(LocalDate day) {
    var rows =
        sql.list(
            """
            select i.key, i.day, sum(i.value)::bigint
            from indicator i join area a on a.code = i.area_code
            join area own on own.code = ?
            where i.day >= ? and a.path like own.path || '%'
            group by i.key, i.day order by i.key, i.day
            """,
            row -> new Keyed(row.text(1), new Point(row.date(2), row.number(3))),
            desk.officer().areaCode(),
            day);
    return rows.stream().map(Keyed::key).distinct().map(key -> series(key, rows)).toList();
  }

  /**
   * What a figure is made of: every source of every day, the area and all below it added up. Within
   * the scope of the use case that asks.
   *
   * @param since first day; null for the beginning
   */
  @Allows(right = Rights.WITHIN)
  public List<Told> told(String key, String areaCode, @Nullable LocalDate since, LocalDate until) {
    return sql.list(
        """
        select i.day, i.source, count(*)::int, sum(i.value)::bigint
        from indicator i join area a on a.code = i.area_code
          join area own on own.code = ?
        where i.key = ? and i.day >= coalesce(?::date, '-infinity'::date) and i.day <= ?
          and a.path like own.path || '%' and own.path like any (?)
        group by i.day, i.source order by i.day, i.source
        """,
        row -> new Told(row.date(1), row.text(2), row.integer(3), row.number(4)),
        areaCode,
        key,
        since,
        until,
        desk.scope().patterns());
  }

  private record Keyed(String key, Point point) {}

  private static Series series(String key, List<Keyed> rows) {
    var points = rows.stream().filter(row -> row.key().equals(key)).map(Keyed::point).toList();
    return new Series(key, points.stream().mapToLong(Point::value).sum(), points);
  }
}
