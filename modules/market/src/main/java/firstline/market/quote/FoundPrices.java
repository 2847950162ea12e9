package firstline.market.quote;

import static firstline.market.MarketRights.PRICE_ENTER;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Writes a sample city's price points and goods. */
@ApplicationScoped
public class FoundPrices {
  /** A point in an area. */
  record Point(String name, String area) {}

  /** Goods of a group. */
  record Goods(String name, String group, Measure.Unit unit) {}

  @Inject private Sql sql;

  /** Writes them. */
  @Allows(right = PRICE_ENTER)
  void found(List<Point> points, List<Goods> goods) {
    sql.batch(
        "insert into price_point (id, name, area_code) values (?, ?, ?)",
        points.stream().map(one -> new Object[] {Ids.next(), one.name(), one.area()}).toList());
    sql.batch(
        "insert into price_goods (id, name, goods_group, unit) values (?, ?, ?, ?)",
        goods.stream()
            .map(one -> new Object[] {Ids.next(), one.name(), one.group(), one.unit().name()})
            .toList());
  }
}
