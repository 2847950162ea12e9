package firstline.market.watch;

import static firstline.market.MarketRights.PRICE_READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Watches as officers see them. */
@ApplicationScoped
public class WatchQueries {
  static final int SIZE = 50;

  /**
   * A watch and what became of the prices.
   *
   * @param points that quoted these goods within a quarter
   * @param today of these, those that quoted them today
   * @param rise of the median since the week before the talk, as a share; null where one of the two
   *     is not known
   * @param alerts of these goods raised there since
   */
  public record Line(
      UUID id,
      String areaCode,
      String areaName,
      UUID goodsId,
      String goods,
      LocalDate since,
      LocalDate until,
      boolean running,
      int points,
      int today,
      @Nullable Double rise,
      int alerts,
      Instant raisedAt) {
    /** The rise in per cent with its sign, or a dash. */
    public String lift() {
      return rise == null ? "—" : String.format(Locale.ROOT, "%+.0f %%", 100 * rise);
    }

    /** Words: {@code price-watch.state.<state>}. */
    public String state() {
      return running ? "RUNNING" : "OVER";
    }
  }

  /** Talk, or what an officer did. */
  public record Step(String verb, String said, String officerName, Instant at) {}

  private static final String LINE =
      """
      select w.id, w.area_code, a.name, w.goods_id, g.name, w.since, w.until,
        w.ended_at is null and w.until >= ?::date,
        q.points, q.today, q.latest / nullif(q.before, 0) - 1,
        (select count(*) from price_alert l join price_point p on p.id = l.point_id
          join area pa on pa.code = p.area_code
          where l.goods_id = w.goods_id and l.day between w.since and w.until
            and starts_with(pa.path, a.path)), w.raised_at
      from price_watch w join area a on a.code = w.area_code join price_goods g on g.id = w.goods_id
        cross join lateral (select count(distinct q.point_id) as points,
          count(distinct q.point_id) filter (where q.quoted_on = ?::date) as today,
          percentile_cont(0.5) within group (order by q.price::float8)
            filter (where q.quoted_on between w.since - 7 and w.since - 1) as before,
          percentile_cont(0.5) within group (order by q.price::float8)
            filter (where q.quoted_on > w.since - 1 and q.quoted_on > least(w.until, ?::date) - 3)
            as latest
        from price_point p join area pa on pa.code = p.area_code
          join price_quote q on q.point_id = p.id and q.goods_id = w.goods_id
            and q.quoted_on between w.since - 90 and w.until
        where starts_with(pa.path, a.path)) q
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected WatchQueries() {}

  /** For tests without a server. */
  WatchQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.text(2),
        row.text(3),
        row.id(4),
        row.text(5),
        row.date(6),
        row.date(7),
        row.flag(8),
        row.integer(9),
        row.integer(10),
        row.realOrNull(11),
        row.integer(12),
        row.instant(13));
  }

  private Select within() {
    return Select.from(LINE, today(), today(), today())
        .where("a.path like any (?)", (Object) desk.scope().patterns());
  }

  /** A page of watches, or of those that run alone, the latest talk first. */
  @Allows(right = PRICE_READ, reads = true)
  @Requirement("R119.3")
  public Page<Line> list(boolean running, Cursor cursor) {
    var select = within();
    if (running) {
      select.where("w.ended_at is null and w.until >= ?", today());
    }
    if (cursor.backwards()) {
      select
          .where("(w.raised_at, w.id) > (?, ?)", cursor.at(), cursor.id())
          .end("order by w.raised_at, w.id limit ?", cursor.rows(SIZE) + 1);
    } else {
      select
          .where("(w.raised_at, w.id) < (?, ?)", cursor.at(), cursor.id())
          .end("order by w.raised_at desc, w.id desc limit ?", cursor.rows(SIZE) + 1);
    }
    return Page.of(
        sql.list(select, WatchQueries::line),
        SIZE,
        cursor,
        one -> Cursor.of(one.raisedAt(), one.id()));
  }

  /** Names of the goods that are watched now in the officer's areas, each once. */
  @Allows(right = PRICE_READ, reads = true)
  public List<String> watched() {
    return sql.list(
        """
        select distinct g.name from price_watch w join area a on a.code = w.area_code
          join price_goods g on g.id = w.goods_id
        where w.ended_at is null and w.until >= ? and a.path like any (?) order by g.name limit 20
        """,
        row -> row.text(1),
        today(),
        desk.scope().patterns());
  }

  /**
   * The talk and the steps of these watches, by watch, the latest first; of one elsewhere, none.
   */
  @Allows(right = PRICE_READ, reads = true)
  public Map<UUID, List<Step>> steps(List<UUID> watches) {
    var steps = new HashMap<UUID, List<Step>>();
    sql.list(
        """
        select s.verb, s.said, s.officer_name, s.at, s.watch_id from price_watch_step s
          join price_watch w on w.id = s.watch_id join area a on a.code = w.area_code
        where s.watch_id = any (?::uuid[]) and a.path like any (?)
        order by s.at desc, s.id desc
        """,
        row ->
            steps
                .computeIfAbsent(row.id(5), none -> new ArrayList<>())
                .add(new Step(row.text(1), row.text(2), row.text(3), row.instant(4))),
        watches.stream().map(UUID::toString).toArray(String[]::new),
        desk.scope().patterns());
    return steps;
  }
}
