package firstline.market.quote;

import firstline.market.surge.Monthly;
import firstline.market.surge.Peers;
import firstline.market.surge.Signal;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Sends changed series up the ladder of detectors and raises what they find. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class WatchPrices {
  /** A detector fired on a day of a series. */
  record Fired(Quote.Series series, LocalDate day, Signal signal) {}

  private record GoodsDay(UUID goods, LocalDate day) {}

  private record Month(YearMonth month, double mean, LocalDate last) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected WatchPrices() {}

  /** For tests without a server. */
  WatchPrices(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Judges each series from its day on: what was known before may look different after it.
   *
   * @param changed the earliest changed day of each series
   */
  @Requirement("R87.4")
  void watch(Map<Quote.Series, LocalDate> changed) {
    if (changed.isEmpty()) {
      return;
    }
    var given = Given.of(changed);
    var fired = new ArrayList<Fired>();
    var days = new JudgeDays(sql, Margins.of(sql, given), Thresholds.live(sql));
    fired.addAll(days.judge(given));
    judgeYoung(days.young(), fired);
    judgeMonths(given, changed, fired);
    new AlertLedger(sql).raise(given, fired, clock.instant());
  }

  private void judgeYoung(List<JudgeDays.Quoted> young, List<Fired> fired) {
    if (young.isEmpty()) {
      return;
    }
    var peers = new HashMap<GoodsDay, Map<UUID, Double>>();
    sql.list(
        """
        select q.goods_id, q.quoted_on, q.point_id, q.price from price_quote q
        where (q.goods_id, q.quoted_on) in
          (select * from unnest(?::uuid[], ?::date[]))
        """,
        row ->
            peers
                .computeIfAbsent(new GoodsDay(row.id(1), row.date(2)), key -> new HashMap<>())
                .put(row.id(3), row.real(4)),
        young.stream().map(row -> row.series().goods().toString()).toArray(String[]::new),
        young.stream().map(row -> row.day().toString()).toArray(String[]::new));
    for (var row : young) {
      var others =
          peers
              .getOrDefault(new GoodsDay(row.series().goods(), row.day()), Map.of())
              .entrySet()
              .stream()
              .filter(peer -> !peer.getKey().equals(row.series().point()))
              .mapToDouble(Map.Entry::getValue)
              .toArray();
      var signal = Peers.judge(row.price().doubleValue(), others);
      if (signal != null) {
        fired.add(new Fired(row.series(), row.day(), signal));
      }
    }
  }

  private void judgeMonths(Given given, Map<Quote.Series, LocalDate> changed, List<Fired> fired) {
    var months = new HashMap<Quote.Series, List<Month>>();
    sql.list(
        """
        select q.point_id, q.goods_id, min(q.quoted_on), avg(q.price)::float8, max(q.quoted_on)
        from unnest(?::uuid[], ?::uuid[]) as g (point_id, goods_id)
          join price_quote q on q.point_id = g.point_id and q.goods_id = g.goods_id
        where exists (select 1 from price_quote old
          where old.point_id = g.point_id and old.goods_id = g.goods_id
            and old.quoted_on < (select max(l.quoted_on) from price_quote l
              where l.point_id = g.point_id and l.goods_id = g.goods_id) - 690)
        group by q.point_id, q.goods_id, date_trunc('month', q.quoted_on)
        """,
        row ->
            months
                .computeIfAbsent(new Quote.Series(row.id(1), row.id(2)), key -> new ArrayList<>())
                .add(new Month(YearMonth.from(row.date(3)), row.real(4), row.date(5))),
        given.points(),
        given.goods());
    months.forEach(
        (series, all) -> {
          var means = new TreeMap<YearMonth, Double>();
          all.forEach(month -> means.put(month.month(), month.mean()));
          var from = YearMonth.from(changed.getOrDefault(series, LocalDate.MAX));
          for (var month : all) {
            if (!month.month().isBefore(from)) {
              var signal = Monthly.judge(means.headMap(month.month().plusMonths(1)));
              if (signal != null) {
                fired.add(new Fired(series, month.last(), signal));
              }
            }
          }
        });
  }
}
