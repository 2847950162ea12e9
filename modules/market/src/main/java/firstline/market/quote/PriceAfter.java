package firstline.market.quote;

import firstline.market.surge.Margin;
import firstline.market.surge.Rung;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a price has come down after its alert: nobody has complied by word alone. */
final class PriceAfter {
  private static final double PEERS = 1.2;

  /**
   * The latest quote since the alert, or since its letter was served.
   *
   * @param cost what it cost, or null if that is not known
   */
  private record After(AlertQueries.Line alert, double price, @Nullable Double cost) {}

  private PriceAfter() {}

  /**
   * Lets pass what has come down.
   *
   * @throws Refusal {@code price-alert.no-price} without a quote since; {@code
   *     price-alert.still-high} with price and limit
   */
  @Requirement("R94.4")
  static void require(Sql sql, AlertQueries.Line alert) {
    var after =
        sql.first(
                """
                select q.price, q.cost from price_quote q
                  left join price_reminder r on r.alert_id = ?
                where q.point_id = ? and q.goods_id = ? and q.quoted_on > ?
                  and (r.served_on is null or q.quoted_on >= r.served_on)
                order by q.quoted_on desc limit 1
                """,
                row -> new After(alert, row.real(1), row.realOrNull(2)),
                alert.id(),
                alert.pointId(),
                alert.goodsId(),
                alert.day())
            .orElseThrow(() -> new Refusal("price-alert.no-price"));
    var limit = limit(after);
    if (after.price() > limit) {
      throw new Refusal("price-alert.still-high", yuan(after.price()), yuan(limit));
    }
  }

  /** The price that would be no alert. */
  private static double limit(After after) {
    var figures = after.alert().evidence();
    var cost = after.cost();
    var allowed = figures.get("allowed");
    if (after.alert().rung() == Rung.MARGIN && cost != null && allowed != null) {
      // What is earned on cost is a share of the cost, what is earned on a sale one of the price.
      var basis = basis(after.alert());
      return basis == Margin.Basis.COST
          ? cost * (1 + allowed / 100)
          : cost / Math.max(0.01, 1 - allowed / 100);
    }
    var median = figures.get("median14");
    var threshold = figures.get("threshold");
    if (median != null && threshold != null) {
      return median * (1 + threshold);
    }
    var peers = figures.get("peerMedian");
    // A month has no price of its own to return to: anything below what fired has come down.
    return peers == null
        ? Math.nextDown(figures.getOrDefault("price", Double.MAX_VALUE))
        : peers * PEERS;
  }

  /** Which basis the markup of the evidence was computed on. */
  private static Margin.Basis basis(AlertQueries.Line alert) {
    var price = BigDecimal.valueOf(alert.evidence().getOrDefault("price", 1.0));
    var cost = BigDecimal.valueOf(alert.evidence().getOrDefault("cost", 1.0));
    var markup = alert.evidence().getOrDefault("markup", 0.0);
    var onCost = Margin.markup(Margin.Basis.COST, price, cost).doubleValue();
    return Math.abs(onCost - markup) < 0.01 ? Margin.Basis.COST : Margin.Basis.SALE;
  }

  private static String yuan(double price) {
    return String.format(Locale.ROOT, "%.2f", price);
  }
}
