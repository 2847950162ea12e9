package firstline.market.quote;

import firstline.persistence.database.Columns;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.OfficerOnDuty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes quotes, many at a time; what they replace stays. */
final class QuoteLedger {
  private static final int AT_ONCE = 10_000;

  /**
   * What changed.
   *
   * @param changed the earliest changed day of each series
   */
  record Kept(int imported, int updated, Map<Quote.Series, LocalDate> changed) {}

  private record Written(Quote.Series series, LocalDate day, boolean isNew) {}

  private final Sql sql;

  QuoteLedger(Sql sql) {
    this.sql = sql;
  }

  @Requirement({"R87.1", "R87.3"})
  Kept keep(List<Quote> quotes, OfficerOnDuty officer, Instant now) {
    var imported = 0;
    var updated = 0;
    var changed = new HashMap<Quote.Series, LocalDate>();
    for (var start = 0; start < quotes.size(); start += AT_ONCE) {
      var part = quotes.subList(start, Math.min(quotes.size(), start + AT_ONCE));
      for (var written : write(part, officer, now)) {
        imported += written.isNew() ? 1 : 0;
        updated += written.isNew() ? 0 : 1;
        changed.merge(written.series(), written.day(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return new Kept(imported, updated, changed);
  }

  private List<Written> write(List<Quote> quotes, OfficerOnDuty officer, Instant now) {
    return sql.list(
        """
        with given as (
          select * from unnest(?::uuid[], ?::uuid[], ?::date[], ?::numeric(14, 6)[],
            ?::numeric(14, 6)[], ?::text[], ?::numeric(14, 4)[], ?::date[])
            as g (point_id, goods_id, quoted_on, price, cost, unit_typed, price_typed, last_trade)
        ), past as (
          insert into price_quote_past
            (point_id, goods_id, quoted_on, price, cost, officer_name, entered_at, replaced_at)
          select q.point_id, q.goods_id, q.quoted_on, q.price, q.cost, q.officer_name, q.entered_at, ?
          from price_quote q join given g using (point_id, goods_id, quoted_on)
          where (q.price, q.cost, q.last_trade) is distinct from (g.price, g.cost, g.last_trade)
        )
        insert into price_quote as q (point_id, goods_id, quoted_on, price, cost, unit_typed,
          price_typed, last_trade, officer_id, officer_name, entered_at)
        select g.*, ?::uuid, ?, ? from given g order by 1, 2, 3
        on conflict (point_id, goods_id, quoted_on) do update set price = excluded.price,
          cost = excluded.cost, unit_typed = excluded.unit_typed,
          price_typed = excluded.price_typed, last_trade = excluded.last_trade,
          officer_id = excluded.officer_id, officer_name = excluded.officer_name,
          entered_at = excluded.entered_at, signed_name = '', signed_at = null
        where (q.price, q.cost, q.last_trade)
          is distinct from (excluded.price, excluded.cost, excluded.last_trade)
        returning point_id, goods_id, quoted_on, xmax = 0
        """,
        row -> new Written(new Quote.Series(row.id(1), row.id(2)), row.date(3), row.flag(4)),
        Columns.of(quotes, quote -> quote.series().point()),
        Columns.of(quotes, quote -> quote.series().goods()),
        Columns.of(quotes, Quote::day),
        Columns.of(quotes, quote -> quote.price().toPlainString()),
        Columns.of(quotes, quote -> quote.cost() == null ? null : quote.cost().toPlainString()),
        Columns.of(quotes, Quote::unit),
        Columns.of(quotes, quote -> quote.typed().toPlainString()),
        Columns.of(quotes, Quote::lastTrade),
        now,
        officer.id(),
        officer.name(),
        now);
  }
}
