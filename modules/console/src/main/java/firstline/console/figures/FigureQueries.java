package firstline.console.figures;

import firstline.persistence.database.Sql;
import firstline.persistence.indicator.IndicatorContribution;
import firstline.persistence.indicator.IndicatorContribution.Indicator;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Figures of an area and all below it, within the officer's own area; elsewhere nothing. */
@ApplicationScoped
public class FigureQueries {
  /** Rows of a download at most. */
  public static final int MOST = 100_000;

  /** An area on the way from the officer's own to the one that is shown. */
  public record Above(String code, String name) {}

  /**
   * What an area right below, with all below it, counted; or the area itself.
   *
   * @param below true if there are areas below it
   */
  public record Place(String code, String name, boolean below, Change change) {}

  /** A row as it was counted. */
  public record Line(LocalDate day, String areaCode, String areaName, String source, long value) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  private List<Indicator> known;

  @SuppressWarnings("NullAway.Init")
  protected FigureQueries() {}

  @Inject
  FigureQueries(@Any Instance<IndicatorContribution> contributions) {
    this.known = known(contributions.stream());
  }

  /** For tests without a server. */
  FigureQueries(Sql sql, Desk desk, Stream<IndicatorContribution> contributions) {
    this.sql = sql;
    this.desk = desk;
    this.known = known(contributions);
  }

  private static List<Indicator> known(Stream<IndicatorContribution> contributions) {
    return contributions.flatMap(one -> one.indicators().stream()).toList();
  }

  /** Every figure that a module names. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<Indicator> known() {
    return known;
  }

  /** The areas from the officer's own down to this one; none if it lies outside. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<Above> above(String area) {
    return sql.list(
        """
        select x.code, x.name from area me join area own on own.code = ?
          join area x on starts_with(me.path, x.path) and starts_with(x.path, own.path)
        where me.code = ? order by x.path
        """,
        row -> new Above(row.text(1), row.text(2)),
        desk.officer().areaCode(),
        area);
  }

  /**
   * Every figure of the area; one statement. Those of which nothing was counted are blank. The
   * areas are told by one condition: by two the planner takes them for a single one, and looks the
   * figures of each up by itself.
   */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R104.1")
  public List<Series> all(String area, LocalDate from, LocalDate to) {
    record Counted(String key, LocalDate day, long value) {}
    var start = Series.start(from, to);
    var standing =
        known.stream().filter(Indicator::standing).map(Indicator::key).toArray(String[]::new);
    var counted = new HashMap<String, Map<LocalDate, Long>>();
    sql.list(
            """
            with mine as materialized (
              select code from area where starts_with(path, (
                select case when starts_with(t.path, own.path) then t.path
                  when starts_with(own.path, t.path) then own.path end
                from area own join area t on t.code = ? where own.code = ?)))
            select i.key, greatest(i.day, ?), sum(i.value)::bigint
            from indicator i
            where i.day <= ? and (i.day >= ? or i.key = any (?))
              and i.area_code in (select code from mine)
            group by 1, 2
            """,
            row -> new Counted(row.text(1), row.date(2), row.number(3)),
            area,
            desk.officer().areaCode(),
            start.minusDays(1),
            to,
            start,
            standing)
        .forEach(
            one ->
                counted
                    .computeIfAbsent(one.key(), key -> new HashMap<>())
                    .put(one.day(), one.value()));
    return known.stream()
        .map(
            one ->
                Series.of(
                    one.key(), one.standing(), from, to, counted.getOrDefault(one.key(), Map.of())))
        .toList();
  }

  /** The areas right below, and the area itself if it counted something of its own. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R104.1")
  public List<Place> places(Indicator figure, String area, LocalDate from, LocalDate to) {
    var start = Series.start(from, to);
    return sql.list(
        """
        with top as (select t.path from area t join area own on own.code = ?
            and starts_with(t.path, own.path) where t.code = ?),
        counted as (
          select coalesce(nullif(split_part(substr(a.path, length(top.path) + 1), '/', 1), ''), a.code)
              as place,
            sum(i.value) filter (where i.day >= case when ? then '-infinity' else ?::date end) as now,
            sum(i.value) filter (where i.day < ?
              and i.day >= case when ? then '-infinity' else ?::date end) as before
          from indicator i join area a on a.code = i.area_code
            join top on a.path like top.path || '%'
          where i.key = ? and i.day <= ? group by 1)
        select b.code, b.name, exists (select 1 from area c where c.parent = b.code),
          coalesce(n.now, 0)::bigint, coalesce(n.before, 0)::bigint
        from top join area b on b.path like top.path || '%' and (b.parent = ? or b.code = ?)
          left join counted n on n.place::char(12) = b.code
        where b.code <> ? or n.now <> 0 or n.before <> 0
        order by coalesce(n.now, 0) desc, b.path
        """,
        row ->
            new Place(
                row.text(1), row.text(2), row.flag(3), new Change(row.number(4), row.number(5))),
        desk.officer().areaCode(),
        area,
        figure.standing(),
        from,
        from,
        figure.standing(),
        start,
        figure.key(),
        to,
        area,
        area,
        area);
  }

  /** The rows, the newest first; of a standing figure what came and went. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R104.3")
  public List<Line> lines(String key, String area, LocalDate from, LocalDate to, int most) {
    return sql.list(
        """
        select i.day, a.code, a.name, i.source, i.value
        from indicator i join area a on a.code = i.area_code
          join area top on top.code = ? join area own on own.code = ?
        where i.key = ? and i.day between ? and ?
          and a.path like top.path || '%' and a.path like own.path || '%'
        order by i.day desc, a.path, i.source limit ?
        """,
        row -> new Line(row.date(1), row.text(2), row.text(3), row.text(4), row.number(5)),
        area,
        desk.officer().areaCode(),
        key,
        from,
        to,
        most);
  }
}
