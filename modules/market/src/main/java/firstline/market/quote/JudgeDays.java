package firstline.market.quote;

import firstline.market.surge.DailySurge;
import firstline.market.surge.Signal;
import firstline.persistence.database.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges days of series by their own history and by the margin rules, as these are given. */
final class JudgeDays {
  /**
   * A quote with what judges it.
   *
   * @param from the first day that is to be judged
   */
  record Quoted(
      Quote.Series series,
      LocalDate day,
      BigDecimal price,
      @Nullable BigDecimal cost,
      String path,
      String group,
      LocalDate from) {}

  private final Sql sql;
  private final Margins margins;
  private final Thresholds thresholds;
  private final List<Quoted> young = new ArrayList<>();

  JudgeDays(Sql sql, Margins margins, Thresholds thresholds) {
    this.sql = sql;
    this.margins = margins;
    this.thresholds = thresholds;
  }

  /** What fired, series by series, day by day. */
  List<WatchPrices.Fired> judge(Given given) {
    // What the detector remembers of a series lies within these days.
    var quotes =
        sql.list(
            """
            select q.point_id, q.goods_id, q.quoted_on, q.price::text, q.cost::text, a.path,
              o.goods_group, g.day
            from unnest(?::uuid[], ?::uuid[], ?::date[]) as g (point_id, goods_id, day)
              join price_quote q on q.point_id = g.point_id and q.goods_id = g.goods_id
                and q.quoted_on >= g.day - 130
              join price_point p on p.id = q.point_id join area a on a.code = p.area_code
              join price_goods o on o.id = q.goods_id
            order by q.point_id, q.goods_id, q.quoted_on
            """,
            row ->
                new Quoted(
                    new Quote.Series(row.id(1), row.id(2)),
                    row.date(3),
                    new BigDecimal(row.text(4)),
                    decimal(row.textOrNull(5)),
                    row.text(6),
                    row.text(7),
                    row.date(8)),
            given.points(),
            given.goods(),
            given.days());
    var fired = new ArrayList<WatchPrices.Fired>();
    var surge = new DailySurge();
    Quote.Series series = null;
    for (var quote : quotes) {
      if (!quote.series().equals(series)) {
        series = quote.series();
        surge = new DailySurge(thresholds.at(quote.path()));
      }
      var isLearning = surge.isLearning();
      var signal = surge.add(quote.day(), quote.price().doubleValue());
      if (quote.day().isBefore(quote.from())) {
        continue;
      }
      add(fired, quote, signal);
      var cost = quote.cost();
      if (cost != null) {
        add(
            fired,
            quote,
            margins.judge(
                quote.series(), quote.path(), quote.group(), quote.day(), quote.price(), cost));
      }
      if (isLearning) {
        young.add(quote);
      }
    }
    return fired;
  }

  /** Those of whose history too little was known. */
  List<Quoted> young() {
    return young;
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  private static void add(List<WatchPrices.Fired> fired, Quoted quote, @Nullable Signal signal) {
    if (signal != null) {
      fired.add(new WatchPrices.Fired(quote.series(), quote.day(), signal));
    }
  }
}
